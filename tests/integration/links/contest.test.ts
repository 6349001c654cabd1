import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { createContestStore } from '#db/contests.ts';
import { openDatabase } from '#db/open.ts';
import { temporaryFolder } from '../temporary.ts';
import { acts, askAs, newContest, SETTINGS, watchContest } from './contest-room.ts';
import { begin, comes, playsKnown, playsMatch, the } from './contest-class.ts';
import { sit } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { newInstructor } from './instructor.ts';
import { type Link, newGuest, newPlayer, openLink } from './player.ts';

/** The disk has no room for that match, and for all others it has. Gives back how that ends. */
function takeNothingOf({ database }: TestHost, matchId: string): () => void {
  const { $client } = database.orm;
  $client.function('no_room', () => {
    throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  });
  $client.exec(`CREATE TEMP TRIGGER no_room BEFORE INSERT ON moves WHEN NEW.match_id = '${matchId}' BEGIN SELECT no_room(); END`);
  return () => void $client.exec('DROP TRIGGER no_room');
}

describe('a class session', () => {
  test('is joined by code, played in pairs over two rounds, and stands on the wall', async () => {
    const { host, contestId, overview, projectorKey, room, act } = await begin(5);
    const wall = await watchContest(await newPlayer(host), { viewer: 'projector', key: projectorKey });
    expect(wall.view().newest).toHaveLength(5);
    const [first] = room;
    const own = first && (await watchContest(first, { viewer: 'student', contestId }));
    for (const round of [1, 2]) {
      expect(await act({ do: 'start-round', round })).toBe(null);
      const { pairs } = await overview.until((view) => view.round === round && view.pairs.length > 0);
      expect(pairs).toHaveLength(3);
      await Promise.all(room.map((link) => playsMatch(host, link)));
      await wall.until(({ phase }) => phase === 'between');
    }
    const { board } = await wall.until(({ board: rows }) => rows.length === 5);
    expect(board.map(({ rank }) => rank)).toEqual([...board.map(({ rank }) => rank)].sort((a, b) => a - b));
    expect(board.every(({ accuracy }) => accuracy === 1)).toBe(true);
    const standing = await own?.until(({ phase, round }) => phase === 'between' && round === 2);
    expect(standing?.me.points).toBe(board.find(({ name }) => name === 'Student 1')?.points);
    expect(await act({ do: 'end' })).toBe(null);
    await wall.until(({ phase }) => phase === 'over');
  });

  test('takes a late student into the next round, without marking the missed one', async () => {
    const { host, contestId, code, room, overview, act } = await begin(2);
    await act({ do: 'start-round', round: 1 });
    const late = await comes(host, code, 'Late');
    const own = await watchContest(late, { viewer: 'student', contestId });
    expect(own.view()).toMatchObject({ phase: 'round', match: null });
    await Promise.all(room.map((link) => playsMatch(host, link)));
    await overview.until(({ phase }) => phase === 'between');
    await act({ do: 'start-round', round: 2 });
    const { match, me } = await own.until(({ round }) => round === 2);
    expect(match).not.toBe(null);
    expect(me.accuracy).toBe(null);
  });

  test('is found again by its students, on every device, until they are removed', async () => {
    const { host, contestId, room, overview, act } = await begin(2);
    const [one, other] = room;
    const found = async (link: Link) => (await askAs(host, link.guest, 'GET', 'me/contest')).body;
    expect(await found(the(one))).toEqual({ contestId });
    expect(await found(await newPlayer(host))).toEqual({ contestId: null });
    await act({ do: 'remove', entrant: 1 });
    const removed = (await overview.until(({ entrants }) => entrants[1]?.state === 'removed')).entrants[1]?.name;
    const [stays, left] = removed === 'Student 1' ? [other, one] : [one, other];
    expect(await found(the(left))).toEqual({ contestId: null });
    await act({ do: 'end' });
    expect(await found(the(stays))).toEqual({ contestId });
  });

  test('goes on with its round after a restart of the host', async () => {
    const folder = temporaryFolder();
    const before = await begin(2, folder);
    const { contestId, overview, room, instructor, act } = before;
    await act({ do: 'start-round', round: 1 });
    const { pairs } = await overview.until((view) => view.pairs.length === 1);
    await before.host.stop();
    const host = await startHost({}, folder);
    const desk = await openLink(host, { ...the(room[0]).guest, cookie: instructor.cookie });
    const again = await watchContest(desk, { viewer: 'instructor', contestId });
    expect(again.view()).toMatchObject({ phase: 'round', round: 1, pairs: [{ matchId: pairs[0]?.matchId, isOver: false }] });
    const links = await Promise.all(room.map((link) => openLink(host, link.guest)));
    await Promise.all(links.map((link) => playsKnown(host, link, the(again.view().pairs[0]).matchId)));
    await again.until(({ phase }) => phase === 'between');
  });

  test('makes the matches that a host had not made when it stopped', async () => {
    const folder = temporaryFolder();
    const before = await begin(2, folder);
    const { contestId, act, instructor, room } = before;
    await act({ do: 'start-round', round: 1 });
    await before.overview.until(({ pairs }) => pairs.length === 1);
    await before.host.stop();
    const opened = openDatabase(join(folder, 'last-ack.db'));
    if (!opened.ok) throw new Error(opened.detail);
    opened.database.orm.run(sql`DELETE FROM moves`);
    opened.database.orm.run(sql`DELETE FROM matches`);
    opened.close();
    const host = await startHost({}, folder);
    const again = await watchContest(await openLink(host, { ...the(room[0]).guest, cookie: instructor.cookie }), {
      viewer: 'instructor',
      contestId,
    });
    const [pair] = again.view().pairs;
    expect((await host.store.load(the(pair).matchId))?.record.parties.map(({ name }) => name).sort()).toEqual(['Student 1', 'Student 2']);
  });

  test('pauses and goes on, for every pair', async () => {
    const { host, room, overview, act } = await begin(2);
    await act({ do: 'start-round', round: 1 });
    const { pairs } = await overview.until((view) => view.pairs.length === 1);
    const [one] = room;
    const seat = await sit(0, the(one), the(pairs[0]).matchId);
    await act({ do: 'pause' });
    await seat.seen.until(({ halted }) => halted);
    expect((await overview.until(({ isPaused }) => isPaused)).isPaused).toBe(true);
    await act({ do: 'go-on' });
    await seat.seen.until(({ halted }) => !halted);
    await Promise.all(room.map((link) => playsMatch(host, link)));
    await overview.until(({ phase }) => phase === 'between');
  });

  test('gives every pair the time once, also where it could be saved for some of them at first only', async () => {
    const { host, instructor } = await begin(0);
    const contestId = await newContest(host, instructor, { turnSeconds: 300 });
    const desk = await openLink(host, { ...(await newGuest(host)), cookie: instructor.cookie });
    const overview = await watchContest(desk, { viewer: 'instructor', contestId });
    const code = the(overview.view().code);
    for (const name of ['Ann', 'Ben', 'Cem', 'Dia']) await comes(host, code, name);
    await acts(host, instructor, contestId, { do: 'start-round', round: 1 });
    const { pairs } = await overview.until((view) => view.pairs.length === 2);
    const matchIds = pairs.map(({ matchId }) => matchId);
    const extended = async (matchId: string) => (await host.store.load(matchId))?.entries.filter(({ type }) => type === 'extended').length;
    const give = async () => {
      const deed = { id: 'give-time-once', do: 'give-time', seconds: 60 };
      return (await askAs(host, instructor, 'POST', `contests/${contestId}/actions`, deed)).body.fault ?? null;
    };
    const takeAgain = takeNothingOf(host, the(matchIds[0]));
    expect(await give()).toBe('not-saved');
    takeAgain();
    expect(await Promise.all(matchIds.map(extended))).toEqual([0, 1]);
    expect([await give(), await give()]).toEqual([null, null]);
    expect(await Promise.all(matchIds.map(extended))).toEqual([1, 1]);
  });

  test('ends a round on request: what the scores say stands', async () => {
    const { room, overview, act, contestId } = await begin(2);
    await act({ do: 'start-round', round: 1 });
    await overview.until((view) => view.pairs.length === 1);
    expect(await act({ do: 'end-round', round: 1 })).toBe(null);
    const own = await watchContest(the(room[0]), { viewer: 'student', contestId });
    expect((await own.until(({ phase }) => phase === 'between')).match?.isOver).toBe(true);
    expect(await act({ do: 'end-round', round: 1 })).toBe(null);
  });

  test('shows a dispute to the instructor, who voids the turn, and everything that counts it is counted anew', async () => {
    const { host, room, overview, act } = await begin(2);
    await act({ do: 'start-round', round: 1 });
    const { pairs } = await overview.until((view) => view.pairs.length === 1);
    const { matchId } = the(pairs[0]);
    await Promise.all(room.map((link) => playsKnown(host, link, matchId, (turn) => turn !== 0)));
    const disputed = await overview.until(({ phase }) => phase === 'between');
    await the(room[0]).get({ type: 'dispute', matchId, turn: 0, comment: 'I was right' });
    const { disputes } = await overview.until((view) => view.disputes.length === 1);
    expect(disputes[0]).toMatchObject({ matchId, turn: 0, comment: 'I was right', state: 'open' });
    expect(disputed.entrants.map(({ accuracy }) => accuracy)).toContainEqual(expect.not.closeTo(1));
    expect(await act({ do: 'void-turn', matchId, turn: 0 })).toBe(null);
    const after = await overview.until((view) => view.disputes[0]?.state === 'voided');
    expect(after.entrants.map(({ accuracy }) => accuracy)).toEqual([1, 1]);
  });

  test('is rehearsed by bots, from the first round to the last', async () => {
    const { host, instructor } = await begin(0);
    const wish = { settings: SETTINGS, classId: null, rehearsal: 5 };
    const { body } = await askAs<{ contestId: string }>(host, instructor, 'POST', 'contests', wish);
    const { contestId } = body;
    const desk = await openLink(host, { ...(await newGuest(host)), cookie: instructor.cookie });
    const overview = await watchContest(desk, { viewer: 'instructor', contestId });
    for (const round of [1, 2]) {
      expect(await acts(host, instructor, contestId, { do: 'start-round', round })).toBe(null);
      await overview.until((view) => view.phase === 'between' && view.round === round);
    }
    expect(overview.view().entrants.every(({ points }) => points > 0)).toBe(true);
    expect(overview.view().hard.length).toBeGreaterThan(0);
  });

  test('lets the instructor sit beside the odd one out', async () => {
    const { host, instructor, room, overview, act } = await begin(1);
    expect(await act({ do: 'stand-in', on: true })).toBe(null);
    await act({ do: 'start-round', round: 1 });
    const { pairs } = await overview.until((view) => view.pairs.length === 1);
    const { record } = the(await host.store.load(the(pairs[0]).matchId));
    expect(record.parties.every(({ bot, playerId }) => bot === null && playerId !== null)).toBe(true);
    expect(record.parties.some(({ playerId }) => playerId === the(room[0]).guest.playerId)).toBe(true);
    expect(instructor.cookie).toContain('last_ack_session');
  });
});

describe('who may not', () => {
  test('a name that somebody has is refused; one\u2019s own comes back to one\u2019s seat', async () => {
    const { host, code, contestId, overview, room } = await begin(1);
    const other = await newPlayer(host);
    const join = { type: 'contest-join', code, name: ' STUDENT\u30001', personal: null } as const;
    expect(await other.say(join)).toEqual({ ok: false, fault: 'name-taken' });
    expect(await the(room[0]).say({ ...join, name: 'Student 1' })).toEqual({ ok: true, contestId });
    expect((await overview.until(() => true)).entrants).toHaveLength(1);
  });

  test('a locked session takes nobody new, and those who are in come back', async () => {
    const { host, code, act, room } = await begin(1);
    await act({ do: 'lock' });
    const newcomer = await newPlayer(host);
    expect(await newcomer.say({ type: 'contest-join', code, name: 'New', personal: null })).toEqual({ ok: false, fault: 'session-locked' });
    expect(await the(room[0]).say({ type: 'contest-join', code, name: 'x', personal: null })).toMatchObject({ ok: true });
    await act({ do: 'unlock' });
    expect(await newcomer.say({ type: 'contest-join', code, name: 'New', personal: null })).toMatchObject({ ok: true });
  });

  test('a session that is over takes nobody, and an old code leads nowhere', async () => {
    const { host, code, act, overview } = await begin(1);
    await act({ do: 'new-code' });
    const { code: fresh } = await overview.until((view) => view.code !== code);
    const newcomer = await newPlayer(host);
    expect(await newcomer.say({ type: 'contest-join', code, name: 'New', personal: null })).toEqual({
      ok: false,
      fault: 'no-such-session',
    });
    await act({ do: 'end' });
    expect(await newcomer.say({ type: 'contest-join', code: fresh, name: 'New', personal: null })).toEqual({
      ok: false,
      fault: 'session-over',
    });
  });

  test('codes are not to be guessed: after ten wrong ones a player is asked to wait', async () => {
    const { host, code } = await begin(0);
    const guesser = await newPlayer(host);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    const faults: unknown[] = [];
    for (let n = 0; n < 11; n += 1) {
      const answer = await guesser.say({ type: 'contest-join', code: wrong, name: `Guess ${n}`, personal: null });
      faults.push(answer.ok || answer.fault);
    }
    expect(faults.slice(0, 10)).toEqual(Array(10).fill('no-such-session'));
    expect(faults[10]).toBe('too-many-tries');
  });

  test('who was removed asks to be let in again', async () => {
    const { host, code, contestId, act, overview, room } = await begin(2);
    const [bad] = room;
    const own = await watchContest(the(bad), { viewer: 'student', contestId });
    await act({ do: 'remove', entrant: own.view().me.number });
    await own.until(({ me }) => me.state === 'removed');
    await the(bad).get({ type: 'contest-join', code, name: 'Student 1', personal: null });
    await own.until(({ me }) => me.state === 'asking');
    await act({ do: 'start-round', round: 1 });
    const { pairs } = await overview.until((view) => view.pairs.length > 0);
    expect(pairs.flatMap(({ entrants }) => entrants)).not.toContain(own.view().me.number);
    await act({ do: 'let-in', entrant: own.view().me.number });
    await own.until(({ me }) => me.state === 'in');
    expect(host.url).toBeTruthy();
  });

  test('a rude name is refused, in English and Chinese, and the instructor can give another', async () => {
    const { host, code, act, overview } = await begin(1);
    const link = await newPlayer(host);
    expect(await link.say({ type: 'contest-join', code, name: 'fuck', personal: null })).toEqual({ ok: false, fault: 'rude-name' });
    expect(await link.say({ type: 'contest-join', code, name: '\u50bb\u903c', personal: null })).toEqual({ ok: false, fault: 'rude-name' });
    expect(await act({ do: 'rename', entrant: 0, name: 'Mei' })).toBe(null);
    expect((await overview.until(({ entrants }) => entrants[0]?.name === 'Mei')).entrants).toHaveLength(1);
    expect(await act({ do: 'rename', entrant: 7, name: 'Mei' })).toBe('no-such-entrant');
  });

  test('a student and a stranger may do nothing of the instructor\u2019s; another instructor knows nothing of the session', async () => {
    const { host, admin, contestId, room, instructor } = await begin(1);
    const jonas = { cookie: (await newInstructor(host, admin, 'jonas@example.org')).cookie() };
    const lock = { do: 'lock' } as const;
    expect(await acts(host, { cookie: the(room[0]).guest.cookie }, contestId, lock)).toBe('not-an-instructor');
    expect(await acts(host, jonas, contestId, lock)).toBe('no-such-session');
    expect(await the(room[0]).say({ type: 'contest-watch', as: { viewer: 'instructor', contestId } })).toEqual({
      ok: false,
      fault: 'not-an-instructor',
    });
    const stranger = await newPlayer(host);
    expect(await stranger.say({ type: 'contest-watch', as: { viewer: 'student', contestId } })).toEqual({
      ok: false,
      fault: 'no-such-session',
    });
    expect(await stranger.say({ type: 'contest-watch', as: { viewer: 'projector', key: 'AAAAAAAAAAAAAAAA' } })).toEqual({
      ok: false,
      fault: 'no-such-session',
    });
    const { body } = await askAs<{ contests: unknown[] }>(host, jonas, 'GET', 'contests');
    expect(body.contests).toEqual([]);
    expect((await askAs<{ contests: unknown[] }>(host, instructor, 'GET', 'contests')).body.contests).toHaveLength(1);
  });

  test('rounds begin one after the other, and only where somebody is there to play', async () => {
    const { act } = await begin(0);
    expect(await act({ do: 'start-round', round: 1 })).toBe('too-few-entrants');
    expect(await act({ do: 'pause' })).toBe('no-round-running');
    expect(await act({ do: 'end-round', round: 1 })).toBe('no-round-running');
    expect(await act({ do: 'start-round', round: 3 })).toBe('no-more-rounds');
  });

  test('a round waits for the one before it', async () => {
    const { act } = await begin(2);
    await act({ do: 'start-round', round: 1 });
    expect(await act({ do: 'start-round', round: 2 })).toBe('round-running');
  });

  test('a class that is not one\u2019s own, a personal code that nobody has, and a session that is full', async () => {
    const { host, instructor, contestId, code } = await begin(0);
    const wish = { settings: SETTINGS, classId: 'nowhere', rehearsal: null };
    expect((await askAs(host, instructor, 'POST', 'contests', wish)).body.fault).toBe('no-such-class');
    const link = await newPlayer(host);
    const join = { type: 'contest-join', code, name: 'Mei', personal: 'ABCD-EFGH' } as const;
    expect(await link.say(join)).toEqual({ ok: false, fault: 'bad-personal-code' });
    const store = createContestStore(host.database, Date.now);
    const newcomer = { playerId: link.guest.playerId, name: 'Mei', nameKey: 'mei', studentId: null };
    expect(await store.join(contestId, newcomer, 0)).toEqual({ ok: false, fault: 'session-full' });
  });
});
