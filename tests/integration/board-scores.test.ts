/** What the leaderboard reads is what the results come to, whatever has become of them. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { randomFrom } from '#game/scenarios/random.ts';
import { erasePlayer } from '#db/erasure.ts';
import type { Database, Orm } from '#db/open.ts';
import { boardScores, results } from '#db/schema.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import { PERIODS } from '#protocol/api.ts';
import { startOf } from '#server/periods.ts';
import { addPlayers, finished, person, record, score, SETTINGS } from './samples.ts';
import { temporaryDatabase, temporaryFolder } from './temporary.ts';

const HOUR = 3_600_000;
const PLAYERS = ['ada', 'bob', 'cy', 'di', 'eve'] as const;
const SCENARIOS = ['handshake', 'abort'] as const;

/** `period scenario player`: since when, and what it comes to. */
type Board = Readonly<Record<string, { since: number; matches: number; moves: number; rightMoves: number; points: number }>>;

function summed(orm: Orm): Board {
  const board: Record<string, Board[string]> = {};
  for (const { playerId, ranked, scenario, endedAt, moves, rightMoves, points } of orm.select().from(results).all()) {
    if (playerId === null || !ranked) continue;
    for (const key of PERIODS.flatMap((period) => ['', scenario].map((of) => [period, of] as const))) {
      const since = startOf(key[0], endedAt);
      const name = `${key[0]} ${key[1]} ${playerId}`;
      const known = board[name];
      if (known && known.since > since) continue;
      const before = known?.since === since ? known : { matches: 0, moves: 0, rightMoves: 0, points: 0 };
      board[name] = {
        since,
        matches: before.matches + 1,
        moves: before.moves + moves,
        rightMoves: before.rightMoves + rightMoves,
        points: before.points + points,
      };
    }
  }
  return board;
}

function kept(orm: Orm): Board {
  const rows = orm.select().from(boardScores).all();
  return Object.fromEntries(
    rows.map(({ period, scenario, playerId, accuracy: _, ...numbers }) => [`${period} ${scenario} ${playerId}`, numbers]),
  );
}

/** Matches over some weeks, of which some are corrected later. */
async function playSome(database: Database, seed: number, matches: number): Promise<void> {
  const random = randomFrom(seed);
  const draw = (below: number) => Math.floor(random() * below);
  const drawn = () => score({ moves: 8 + draw(4), rightMoves: draw(8), points: draw(200) });
  const store = createMatchStore(database);
  for (let n = 0; n < matches; n += 1) {
    const one = draw(PLAYERS.length);
    const parties = [person(PLAYERS[one] ?? ''), person(PLAYERS[(one + 1 + draw(4)) % 5] ?? '')] as const;
    const settings = { ...SETTINGS, scenario: SCENARIOS[draw(2)] ?? '', kind: draw(5) === 0 ? 'class' : 'quick' } as const;
    await store.create(record(`m${n}`, { parties, settings }));
    await store.append(`m${n}`, 0, [], finished({ endedAt: n * 7 * HOUR, scores: [drawn(), drawn()], winner: null }));
    if (draw(3) > 0) continue;
    await store.append(`m${draw(n + 1)}`, 0, [], { kind: 'correct', scores: [drawn(), drawn()], winner: null, judged: [] });
  }
}

test.each([1, 2, 3])('after matches, corrections and an erasure (seed %i)', async (seed) => {
  const database = temporaryDatabase();
  await addPlayers(database, ...PLAYERS);
  await playSome(database, seed, 60);
  expect(kept(database.orm)).toEqual(summed(database.orm));
  await database.write(() => erasePlayer(database.orm, 'cy'));
  expect(kept(database.orm)).toEqual(summed(database.orm));
  expect(Object.keys(kept(database.orm)).some((key) => key.endsWith('cy'))).toBe(false);
});

test('a database that had results before there was a board', async () => {
  const [played, path] = [join(temporaryFolder(), 'last-ack.db'), join(temporaryFolder(), 'last-ack.db')];
  const database = temporaryDatabase(played);
  await addPlayers(database, ...PLAYERS);
  await playSome(database, 4, 60);
  copyRows(played, temporaryDatabase(path, migrationsBefore('0009_leaderboard')).orm);
  const { orm } = temporaryDatabase(path);
  expect(Object.keys(summed(orm)).length).toBeGreaterThan(30);
  expect(kept(orm)).toEqual(summed(orm));
});

/** Into a database of an older version: of each row what it has a column for. */
function copyRows(from: string, { $client }: Orm): void {
  $client.prepare('ATTACH ? AS newer').run(from);
  for (const table of ['players', 'matches', 'results']) {
    const columns = ($client.pragma(`main.table_info(${table})`) as { readonly name: string }[]).map(({ name }) => name).join();
    $client.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM newer.${table}`);
  }
}

/** The project's, up to that one. */
function migrationsBefore(tag: string): string {
  const folder = join(temporaryFolder(), 'migrations');
  cpSync(fileURLToPath(new URL('../../db/migrations', import.meta.url)), folder, { recursive: true });
  const file = join(folder, 'meta/_journal.json');
  const journal: { readonly entries: readonly { readonly tag: string }[] } = JSON.parse(readFileSync(file, 'utf8'));
  const entries = journal.entries.slice(
    0,
    journal.entries.findIndex((entry) => entry.tag === tag),
  );
  writeFileSync(file, JSON.stringify({ ...journal, entries }));
  return folder;
}
