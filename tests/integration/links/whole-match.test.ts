/** Two links play a match from the invitation to the end; what they saw is what SQLite has. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { matches, moves, results } from '#db/schema.ts';
import { readEntry } from '#db/stored-entry.ts';
import type { Entry, Side } from '#game/match/vocabulary.ts';
import { addPoints, NO_SCORE } from '#game/match/scoring.ts';
import { newDuel, openTurn, playBoth, storedMatch } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { newPlayer } from './player.ts';

function rowsOf({ database }: TestHost, matchId: string) {
  return database.orm.select().from(moves).where(eq(moves.matchId, matchId)).orderBy(moves.version).all();
}

function summed(entries: readonly Entry[], side: Side) {
  return entries.reduce((score, entry) => (entry.type === 'closed' ? addPoints(score, entry.verdicts[side]) : score), NO_SCORE);
}

test.each([
  ['three-way-handshake', 1],
  ['simultaneous-close', 2],
  ['lost-last-ack', 3],
] as const)('%s at level %i', async (scenario, level) => {
  const host = await startHost();
  const duel = await newDuel(host, { scenario, level });
  await playBoth(host, duel, (view) => openTurn(view)?.leg === 1);
  const halfway = rowsOf(host, duel.matchId);
  const [one, other] = await playBoth(host, duel, undefined, (turn) => turn % 3 > 0);
  const rows = rowsOf(host, duel.matchId);

  // Append-only: one row a version, each as it was when it was written.
  expect(rows.map(({ version }) => version)).toEqual(rows.map((_, n) => n + 1));
  expect(rows.slice(0, halfway.length)).toEqual(halfway);
  const commands = rows.flatMap(({ commandId }) => commandId ?? []);
  expect(new Set(commands).size).toBe(commands.length);
  expect(rows.filter(({ entry }) => entry.type === 'sealed').every(({ commandId }) => commandId !== null)).toBe(true);

  const [row] = host.database.orm.select().from(matches).where(eq(matches.id, duel.matchId)).all();
  expect(row).toMatchObject({ phase: 'over', scenario, level, kind: 'invited', player0: duel.seats[0].link.guest.playerId });
  const finished = host.database.orm.select().from(results).where(eq(results.matchId, duel.matchId)).all();
  for (const side of [0, 1] as const) {
    const {
      points,
      moves: asked,
      rightMoves,
      predictions,
      rightPredictions,
    } = summed(
      rows.map(({ entry }) => readEntry(entry)),
      side,
    );
    const { playerId } = duel.seats[side].link.guest;
    const expected = { side, playerId, points, moves: asked, rightMoves, predictions, rightPredictions, ranked: true };
    expect(finished.find((result) => result.side === side)).toMatchObject(expected);
    expect(one?.scores[side]).toMatchObject({ points, moves: asked, rightMoves });
  }
  expect(one?.ended).toEqual(other?.ended);
  expect(one?.version).toBe(rows.length);
});

test('whoever watches sees the same match, each without the other’s secrets', async () => {
  const host = await startHost();
  const duel = await newDuel(host, { level: 2, scenario: 'half-close' });
  const stranger = await newPlayer(host);
  const watched = await stranger.watch(duel.matchId);
  await playBoth(host, duel);
  await watched.until(({ ended }) => ended !== null);
  const { view } = await storedMatch(host, duel.matchId);
  for (const { seen } of [...duel.seats, { seen: watched }]) {
    expect(seen.view().scores).toEqual(view.scores);
    expect(seen.view().turns.map(({ closed }) => closed)).toEqual(view.turns.map(({ closed }) => closed));
    expect(seen.view().settings.scenario).toBe('half-close');
  }
  const told = watched.messages.map(({ event }) => event);
  expect(told.filter(({ type }) => type === 'sealed')).toEqual([]);
  expect(told.flatMap((event) => (event.type === 'opened' ? Object.values(event.ends) : [])).every((end) => end === null)).toBe(true);
});

test('a view on arrival is the view of one who was there from the beginning', async () => {
  const host = await startHost();
  const duel = await newDuel(host, { level: 3, scenario: 'simultaneous-open' });
  await playBoth(host, duel, (view) => view.turns.length === 6);
  for (const { link, seen } of duel.seats) {
    const { view } = await link.get({ type: 'watch', matchId: duel.matchId });
    expect(view).toEqual(seen.view());
    expect(view.settings.scenario).toBeNull();
  }
});
