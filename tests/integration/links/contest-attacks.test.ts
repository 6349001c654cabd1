/** What goes wrong at once, in between, or because somebody wants it to. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { eq, sql } from 'drizzle-orm';
import { contestPairs, contests } from '#db/contest-schema.ts';
import { openDatabase } from '#db/open.ts';
import { matches, moves } from '#db/schema.ts';
import { erasePlayer } from '#db/erasure.ts';
import { temporaryFolder } from '../temporary.ts';
import { acts, watchContest } from './contest-room.ts';
import { begin, playsKnown, the } from './contest-class.ts';
import { storedMatch } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { openLink } from './player.ts';

/** The matches of a session, as they are stored. */
async function storedMatches({ database, ...host }: TestHost) {
  const pairs = database.orm.select().from(contestPairs).all();
  return Promise.all(pairs.map(({ matchId }) => storedMatch({ database, ...host }, matchId)));
}

describe('at once', () => {
  test('two devices start a round: there is one', async () => {
    const { host, act, overview } = await begin(4);
    const start = () => act({ do: 'start-round', round: 1 });
    expect(await Promise.all([start(), start(), start()])).toEqual([null, null, null]);
    expect((await overview.until(({ pairs }) => pairs.length > 0)).pairs).toHaveLength(2);
    expect(await storedMatches(host)).toHaveLength(2);
  });

  test('a pause while the matches are made halts all of them', async () => {
    const { host, room, act } = await begin(20);
    const started = act({ do: 'start-round', round: 1 });
    await Promise.race(room.map((link) => link.matched()));
    expect(await act({ do: 'pause' })).toBe(null);
    expect(await started).toBe(null);
    expect((await storedMatches(host)).map(({ view }) => view.halted)).toEqual(Array(10).fill(true));
  });

  test('the end of the session while the matches are made leaves none in play', async () => {
    const { host, room, act, overview } = await begin(20);
    const started = act({ do: 'start-round', round: 1 });
    await Promise.race(room.map((link) => link.matched()));
    expect(await act({ do: 'end' })).toBe(null);
    expect(await started).toBe(null);
    expect((await storedMatches(host)).map(({ view }) => view.ended?.reason)).toEqual(Array(10).fill('stopped'));
    await overview.until(({ phase }) => phase === 'over');
  });

  test('a round that does not run yet cannot be ended in place of the one that runs', async () => {
    const { act, overview } = await begin(2);
    await act({ do: 'start-round', round: 1 });
    expect(await act({ do: 'end-round', round: 2 })).toBe('no-round-running');
    expect((await overview.until(({ pairs }) => pairs.length > 0)).phase).toBe('round');
  });
});

describe('a host that stops in between', () => {
  test.each([true, false])('whether the session is paused (%s) is what every match is told after a start', async (isPaused) => {
    const folder = temporaryFolder();
    const { host, contestId, instructor, act, overview } = await begin(4, folder);
    await act({ do: 'start-round', round: 1 });
    if (!isPaused) await act({ do: 'pause' });
    await overview.until((view) => view.pairs.length === 2 && view.isPaused !== isPaused);
    await host.database.write(() => void host.database.orm.update(contests).set({ isPaused }).where(eq(contests.id, contestId)).run());
    await host.stop();
    const again = await startHost({}, folder);
    expect((await storedMatches(again)).map(({ view }) => view.halted)).toEqual([isPaused, isPaused]);
    expect(await acts(again, instructor, contestId, { do: 'end-round', round: 1 })).toBe(null);
  });
});

describe('what is not told', () => {
  test('what a student knows of the session does not lead to the others\u2019 matches', async () => {
    const { contestId, room, act, overview } = await begin(2);
    await act({ do: 'start-round', round: 1 });
    const { pairs } = await overview.until((view) => view.pairs.length === 1);
    const guesses = [`${contestId} 1 0`, `${contestId}\n1\n0`, contestId].map((text) =>
      createHash('sha256').update(text).digest('base64url'),
    );
    expect(guesses.map((guess) => guess.slice(0, 16))).not.toContain(the(pairs[0]).matchId);
    const own = await watchContest(the(room[0]), { viewer: 'student', contestId });
    expect(own.view().match?.matchId).toBe(the(pairs[0]).matchId);
  });
});

describe('a disk that takes nothing', () => {
  test('keeps no host from starting; the same press makes the matches once they can be stored', async () => {
    const folder = temporaryFolder();
    const before = await begin(2, folder);
    await before.act({ do: 'start-round', round: 1 });
    await before.host.stop();
    const opened = openDatabase(join(folder, 'last-ack.db'));
    if (!opened.ok) throw new Error(opened.detail);
    for (const table of [moves, matches]) opened.database.orm.delete(table).run();
    opened.database.orm.run(sql`CREATE TRIGGER full BEFORE INSERT ON matches BEGIN SELECT RAISE(ABORT, 'full'); END`);
    opened.close();
    const errors: string[] = [];
    const host = await startHost({}, folder, errors);
    expect(errors).toHaveLength(1);
    host.database.orm.run(sql`DROP TRIGGER full`);
    expect(await acts(host, before.instructor, before.contestId, { do: 'start-round', round: 1 })).toBe(null);
    expect(await storedMatches(host)).toHaveLength(1);
  });

  const ON_DISK = sql`CREATE TRIGGER full BEFORE UPDATE ON contest_rounds BEGIN SELECT RAISE(ABORT, 'full'); END`;

  test('holds up the end of a round, which comes once it can be stored', async () => {
    const errors: string[] = [];
    const { host, act, overview, room } = await begin(2, temporaryFolder(), errors);
    await act({ do: 'start-round', round: 1 });
    const { pairs } = await overview.until((view) => view.pairs.length === 1);
    host.database.orm.run(ON_DISK);
    await Promise.all(room.map((link) => playsKnown(host, link, the(pairs[0]).matchId)));
    await vi.waitUntil(() => errors.length > 0, 5_000);
    host.database.orm.run(sql`DROP TRIGGER full`);
    await overview.until(({ phase }) => phase === 'between');
  });
});

describe('who was removed', () => {
  test('does not come back to the seat by the address of the match, until let in again', async () => {
    const { host, act, overview, room, code } = await begin(2);
    await act({ do: 'start-round', round: 1 });
    const { pairs } = await overview.until((view) => view.pairs.length === 1);
    const { matchId } = the(pairs[0]);
    const bad = the(room[0]);
    expect((await bad.watch(matchId)).view().viewer).not.toBe('spectator');
    expect(await act({ do: 'remove', entrant: 0 })).toBe(null);
    const reloaded = await openLink(host, bad.guest);
    expect((await reloaded.watch(matchId)).view().viewer).toBe('spectator');
    expect(await reloaded.say({ type: 'resign', matchId })).toEqual({ ok: false, fault: 'not-your-seat' });
    await reloaded.get({ type: 'contest-join', code, name: 'Student 1', personal: null });
    expect(await act({ do: 'let-in', entrant: 0 })).toBe(null);
    expect((await (await openLink(host, bad.guest)).watch(matchId)).view().viewer).not.toBe('spectator');
  });

  test('and whoever was erased is nobody to let in or to rename', async () => {
    const { host, act, room } = await begin(2);
    for (const { guest } of room) await host.database.write(() => erasePlayer(host.database.orm, guest.playerId));
    expect(await act({ do: 'let-in', entrant: 0 })).toBe('no-such-entrant');
    expect(await act({ do: 'rename', entrant: 1, name: 'Mei' })).toBe('no-such-entrant');
  });
});
