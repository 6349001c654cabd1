/** What an instructor does to matches that the host has, in play and over, and what of it is in the store. */
import { expect, onTestFinished, test } from 'vitest';
import { extend, goOn, halt, stop, voidTurn } from '#game/match/instruct.ts';
import { judgedMoves, results } from '#db/schema.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import type { Database } from '#db/open.ts';
import { createMatches, type Matches } from '#server/matches.ts';
import { openTurnOf } from '#game/match/match.ts';
import type { ViewEvent } from '#game/match/view.ts';
import type { LiveMatch } from '#server/live-match.ts';
import { answers, BOT, recordOf, isReady, TIMES, type Wish } from '../unit/match/games.ts';
import { addPlayers } from './samples.ts';
import { temporaryDatabase } from './temporary.ts';

type Running = { readonly matches: Matches; readonly published: readonly ViewEvent['type'][] };

function hostOn(database: Database): Running {
  const published: ViewEvent['type'][] = [];
  const matches = createMatches({
    changed: () => {},
    store: createMatchStore(database),
    times: TIMES,
    now: Date.now,
    date: Date.now,
    thinkMs: 0,
    publish: (_, __, eventsFor) => void published.push(...eventsFor('spectator').map(({ type }) => type)),
  });
  onTestFinished(matches.close);
  return { matches, published };
}

async function withMatch(wish: Wish = {}): Promise<Running & { readonly database: Database; readonly live: LiveMatch }> {
  const database = temporaryDatabase();
  await addPlayers(database, 'ada', 'bob');
  const running = hostOn(database);
  const record = { ...recordOf({ turnSeconds: null, kind: 'class', ...wish }), rulesVersion: '1', startedAt: 1 };
  await running.matches.create(record);
  const live = await running.matches.find('match');
  if (!live) throw new Error('no match');
  return { ...running, database, live };
}

const OK = { ok: true };
const read = ({ orm }: Database) => ({ results: orm.select().from(results).all(), moves: orm.select().from(judgedMoves).all() });

async function playToTheEnd(live: LiveMatch): Promise<void> {
  while (!live.current().view.ended) {
    const commands = openTurnOf(live.current()).closed ? [isReady(0), isReady(1)] : [answers(0), answers(1)];
    for (const command of commands) expect(await live.run(command)).toEqual(OK);
  }
}

test('a pause holds over a restart of the host, and ends when the instructor says so', async () => {
  const { matches, published, live, database } = await withMatch();
  expect(await matches.instruct('match', halt)).toEqual(OK);
  expect(await live.run(answers(0))).toEqual({ ok: false, fault: 'match-paused' });
  expect(published).toEqual(['opened', 'halted']);
  matches.close();

  const next = hostOn(database);
  await next.matches.resumeAll();
  const again = await next.matches.find('match');
  expect(await again?.run(answers(0))).toEqual({ ok: false, fault: 'match-paused' });
  expect(await next.matches.instruct('match', goOn)).toEqual(OK);
  expect(await again?.run(answers(0))).toEqual(OK);
});

test('the end by the instructor leaves results and rows of what was judged', async () => {
  const { matches, live, database } = await withMatch();
  for (const command of [answers(0), answers(1), isReady(0), isReady(1), answers(0)]) await live.run(command);
  expect(await matches.instruct('match', stop)).toEqual(OK);
  const { results: rows, moves } = read(database);
  expect(rows.map(({ playerId, kind, ranked }) => ({ playerId, kind, ranked }))).toEqual([
    { playerId: 'ada', kind: 'class', ranked: false },
    { playerId: 'bob', kind: 'class', ranked: false },
  ]);
  expect(moves.map(({ turn, scenario, voided }) => ({ turn, scenario, voided }))).toEqual([
    { turn: 0, scenario: 'three-way-handshake', voided: false },
  ]);
  expect(await createMatchStore(database).openMatches()).toEqual([]);
});

test('a turn that is voided long after the end corrects what the match has left', async () => {
  const { live, database } = await withMatch();
  await playToTheEnd(live);
  const before = read(database);
  expect(before.moves.length).toBe(before.results.reduce((sum, { moves }) => sum + moves, 0));

  const { matches, published } = hostOn(database);
  expect(await matches.instruct('match', (given) => voidTurn(given, 0))).toEqual(OK);
  expect(published).toEqual(['voided']);
  const after = read(database);
  const asked = before.moves.filter(({ turn }) => turn === 0);
  expect(after.moves.filter(({ voided }) => voided).map(({ turn, side }) => [turn, side])).toEqual(asked.map(({ side }) => [0, side]));
  for (const [n, row] of after.results.entries()) {
    const counting = after.moves.filter(({ side, voided }) => side === row.side && !voided);
    expect(row).toMatchObject({ moves: counting.length, endedAt: before.results[n]?.endedAt });
    expect(row.points).toBeLessThan(before.results[n]?.points ?? 0);
    expect(row.opponentPoints).toBe(after.results[1 - n]?.points);
  }
  expect(await matches.instruct('match', (given) => voidTurn(given, 0))).toEqual(OK);
  expect(read(database)).toEqual(after);
});

test('what cannot be done is refused', async () => {
  const { matches, live } = await withMatch();
  expect(await matches.instruct('nowhere', halt)).toEqual({ ok: false, fault: 'no-such-match' });
  expect(await matches.instruct('match', (given) => voidTurn(given, 0))).toEqual({ ok: false, fault: 'turn-not-open' });
  await live.run(stop);
  expect(await matches.instruct('match', (given) => extend(given, 1_000))).toEqual({ ok: false, fault: 'match-over' });
});

test('bots stand still while a match is paused, and go on with it', async () => {
  const { matches, live } = await withMatch({ parties: [BOT, BOT] });
  expect(await matches.instruct('match', halt)).toEqual(OK);
  const { version, ended } = live.current().view;
  expect(ended).toBeNull();
  expect(await matches.instruct('match', halt)).toEqual(OK);
  expect(live.current().view.version).toBe(version);
  expect(await matches.instruct('match', goOn)).toEqual(OK);
  await expect.poll(() => live.current().view.ended?.reason, { timeout: 10_000 }).toBe('played');
});

test('two bots play a match to its end, and it leaves no rows', async () => {
  const { live, database } = await withMatch({ parties: [BOT, BOT] });
  await expect.poll(() => live.current().view.ended?.reason, { timeout: 10_000 }).toBe('played');
  await expect.poll(() => createMatchStore(database).openMatches()).toEqual([]);
  expect(read(database)).toEqual({ results: [], moves: [] });
});
