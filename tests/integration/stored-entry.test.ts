/** Matches that an older version stored: rows as it wrote them, read by this one. */
import { expect, test } from 'vitest';
import { beginMatch, evolveAll } from '#game/match/match.ts';
import type { Verdict } from '#game/match/vocabulary.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import { matches, moves } from '#db/schema.ts';
import type { Database } from '#db/open.ts';
import type { StoredEntry, StoredSettings } from '#db/stored-entry.ts';
import { answers, begin, does, playOn } from '../unit/match/games.ts';
import { proposal } from '../unit/match/situations.ts';
import { addPlayers, record } from './samples.ts';
import { temporaryDatabase } from './temporary.ts';

async function storeWith(entries: readonly StoredEntry[]): Promise<ReturnType<typeof createMatchStore>> {
  const database = temporaryDatabase();
  await addPlayers(database, 'ada', 'bob');
  const store = createMatchStore(database);
  await store.create(record('m1'));
  await write(database, entries);
  return store;
}

function write(database: Database, entries: readonly StoredEntry[]): Promise<void> {
  return database.write(() => {
    for (const [n, entry] of entries.entries())
      database.orm
        .insert(moves)
        .values({ matchId: 'm1', version: n + 1, commandId: null, at: 1_000, entry })
        .run();
  });
}

/** As it was written before verdicts named misconceptions. */
const CLOSED = {
  type: 'closed',
  turn: 0,
  verdicts: [
    { kind: 'prediction', chosen: null, by: 'nobody', right: false, points: { base: 0, streak: 0, speed: 0, total: 0 } },
    {
      kind: 'move',
      at: 'server',
      chosen: { segment: { flags: ['SYN'], data: false, seq: null, ack: null }, state: 'LISTEN' },
      by: 'player',
      segmentRight: false,
      stateRight: true,
      took: 0,
      answers: [{ segment: null, state: 'LISTEN', rules: ['closed-open-passive'] }],
      spelling: null,
      ghost: null,
      points: { base: 30, streak: 0, speed: 0, total: 30 },
    },
  ],
  outcomes: [{ at: 'server', segment: null, state: 'LISTEN', lost: false }],
  until: null,
} as const satisfies StoredEntry;

test('a verdict that names no misconception reads as one that shows none', async () => {
  const loaded = await (await storeWith([CLOSED])).load('m1');
  const [entry] = loaded?.entries ?? [];
  const [prediction, move] = CLOSED.verdicts;
  expect(entry).toEqual({ ...CLOSED, verdicts: [prediction, { ...move, misconception: null }] });
});

test('such a match is folded to its end as it was, and the verdict of then is not judged anew', async () => {
  const game = playOn(does(begin(), answers(0), answers(1, proposal('SYN > LISTEN'))));
  const verdictOf = (match: typeof game.match) => match.view.turns[0]?.closed?.verdicts[1] as Verdict;
  expect(verdictOf(game.match).misconception).toBe('listener-calls');

  const store = await storeWith(game.stored.map(({ entry }) => withoutMisconceptions(entry)));
  const entries = (await store.load('m1'))?.entries ?? [];
  const match = evolveAll(
    beginMatch(game.match.record),
    entries.map((entry) => ({ entry, at: 1_000 })),
  );
  expect(match.view.ended).toEqual(game.match.view.ended);
  expect(match.view.scores).toEqual(game.match.view.scores);
  expect(verdictOf(match)).toEqual({ ...verdictOf(game.match), misconception: null });
});

function withoutMisconceptions(entry: StoredEntry): StoredEntry {
  return JSON.parse(JSON.stringify(entry, (key, value) => (key === 'misconception' ? undefined : value)));
}

test('the settings of a match from before speed points could be switched off have them', async () => {
  const database = temporaryDatabase();
  await addPlayers(database, 'ada', 'bob');
  const store = createMatchStore(database);
  await store.create(record('m1'));
  const { speedPoints: _later, ...stored } = record('m1').settings;
  await database.write(() =>
    database.orm
      .update(matches)
      .set({ settings: stored satisfies StoredSettings })
      .run(),
  );
  expect((await store.load('m1'))?.record.settings).toEqual({ ...stored, speedPoints: true });
});
