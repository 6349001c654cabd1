/** What a round found hard: the room's answers to the same turns, taken together. */
import { describe, expect, test } from 'vitest';
import { hardestRules, hardestTurn, heatOf } from '#game/contest/hard.ts';
import type { AnsweredMove } from '#game/contest/vocabulary.ts';
import type { Proposal } from '#game/match/vocabulary.ts';
import { randomFrom, shuffle } from '#game/scenarios/random.ts';
import type { Event } from '#game/tcp/vocabulary.ts';

const FIN: Event = { type: 'segment', segment: { flags: ['FIN', 'ACK'], seq: 300, ack: 101, len: 0 } };
const ACK_AND: Proposal = { segment: { flags: ['ACK'], data: false, seq: 101, ack: 301 }, state: 'CLOSE_WAIT' };
const NOTHING: Proposal = { segment: null, state: 'CLOSE_WAIT' };
const FIN_AND: Proposal = { segment: { flags: ['FIN', 'ACK'], data: false, seq: 101, ack: 301 }, state: 'LAST_ACK' };

/** Somebody's answer to a FIN in ESTABLISHED, right where nothing else is said. */
function move(changes: Partial<AnsweredMove> = {}): AnsweredMove {
  return {
    matchId: 'm1',
    turn: 3,
    leg: 0,
    side: 0,
    state: 'ESTABLISHED',
    event: FIN,
    rules: ['duplicate-ack', 'established-fin'],
    chosen: ACK_AND,
    segmentRight: true,
    stateRight: true,
    misconception: null,
    by: 'player',
    voided: false,
    ...changes,
  };
}

const wrong = (chosen: Proposal | null, changes: Partial<AnsweredMove> = {}) =>
  move({ chosen, segmentRight: false, stateRight: chosen?.state === 'CLOSE_WAIT', ...changes });

const times = (count: number, one: (n: number) => AnsweredMove) => Array.from({ length: count }, (_, n) => one(n));

describe('who is counted', () => {
  test.each<[string, Partial<AnsweredMove>]>([
    ['what a bot answered in a student’s seat', { by: 'bot' }],
    ['what nobody answered', { by: 'nobody', chosen: null }],
    ['a voided turn', { voided: true }],
  ])('not %s', (_, changes) => {
    const moves = [move(), wrong(NOTHING, changes)];
    expect(heatOf(moves)).toEqual([{ state: 'ESTABLISHED', asked: 1, right: 1 }]);
    expect(hardestRules(moves)).toEqual([]);
    expect(hardestTurn(moves)).toBeNull();
  });

  test('a turn that a student who was there let run out', () => {
    expect(heatOf([move(), wrong(null)])).toEqual([{ state: 'ESTABLISHED', asked: 2, right: 1 }]);
  });

  test('only segment and state together are right', () => {
    expect(heatOf([move({ stateRight: false }), move({ segmentRight: false }), move()])).toEqual([
      { state: 'ESTABLISHED', asked: 3, right: 1 },
    ]);
  });
});

test('states are told in the order of the RFC', () => {
  const states = ['TIME_WAIT', 'CLOSED', 'ESTABLISHED', 'LISTEN'] as const;
  expect(heatOf(states.map((state) => move({ state }))).map(({ state }) => state)).toEqual([
    'CLOSED',
    'LISTEN',
    'ESTABLISHED',
    'TIME_WAIT',
  ]);
});

describe('rules', () => {
  test('go by the last one that fired, in each state for itself', () => {
    const moves = [wrong(NOTHING), wrong(NOTHING), move(), wrong(NOTHING, { state: 'SYN_RCVD' })];
    expect(hardestRules(moves)).toEqual([
      { rule: 'established-fin', state: 'ESTABLISHED', asked: 3, right: 1 },
      { rule: 'established-fin', state: 'SYN_RCVD', asked: 1, right: 0 },
    ]);
  });

  test('the greater share of wrong answers is harder, but one wrong answer is not the hardest of all', () => {
    const moves = [
      ...times(10, () => wrong(NOTHING)),
      ...times(5, () => move()),
      ...times(10, () => wrong(NOTHING, { rules: ['no-ack'] })),
      wrong(NOTHING, { rules: ['closed-rst'], state: 'CLOSED' }),
    ];
    expect(hardestRules(moves).map(({ rule }) => rule)).toEqual(['no-ack', 'established-fin', 'closed-rst']);
  });
});

describe('the hardest turn', () => {
  test('is that of all pairs together, whatever their numbers and its place in the match', () => {
    const numbered = (n: number): Event => ({ type: 'segment', segment: { flags: ['FIN', 'ACK'], seq: 1_000 * n, ack: n, len: 0 } });
    const moves = [
      ...times(3, (n) => wrong(NOTHING, { matchId: `m${n}`, turn: 3 + n, event: numbered(n) })),
      ...times(4, (n) => move({ matchId: `n${n}` })),
      ...times(2, (n) => wrong(NOTHING, { matchId: `m${n}`, turn: 9, event: { type: 'close' }, rules: ['established-close'] })),
    ];
    expect(hardestTurn(moves)).toMatchObject({ asked: 7, right: 4, matchId: 'm0', turn: 3 });
  });

  test('shows the most frequent wrong answer in a match in which it was given', () => {
    const moves = [
      wrong(NOTHING, { matchId: 'm1' }),
      ...times(2, (n) => wrong(FIN_AND, { matchId: `m${n + 2}`, side: 1 })),
      ...times(3, (n) => wrong(null, { matchId: `m${n + 5}` })),
    ];
    expect(hardestTurn(moves)).toEqual({ asked: 6, right: 0, matchId: 'm2', turn: 3, side: 1, wrong: { proposal: FIN_AND, count: 2 } });
  });

  test('takes wrong numbers together that show the same mistake', () => {
    const acks = (ack: number, misconception: AnsweredMove['misconception'], matchId: string) =>
      wrong({ segment: { flags: ['ACK'], data: false, seq: 101, ack }, state: 'CLOSE_WAIT' }, { misconception, matchId });
    const moves = [acks(5, null, 'm1'), acks(300, 'fin-taken-for-an-ack', 'm2'), acks(900, 'fin-taken-for-an-ack', 'm3')];
    expect(hardestTurn(moves)).toMatchObject({ matchId: 'm2', wrong: { count: 2 } });
  });

  test('has no wrong answer to show where all let the time run out', () => {
    expect(hardestTurn([wrong(null), move({ matchId: 'm2' })])?.wrong).toEqual({ proposal: null, count: 1 });
  });

  test('keeps the legs apart: in the second one everybody has seen the answers of the first', () => {
    expect(hardestTurn([wrong(NOTHING), move({ leg: 1, turn: 12 })])).toMatchObject({ asked: 1, right: 0 });
  });

  test('keeps an arrival with data apart from one without', () => {
    const withData: Event = { type: 'segment', segment: { flags: ['FIN', 'ACK'], seq: 300, ack: 101, len: 10 } };
    expect(hardestTurn([wrong(NOTHING), move({ event: withData })])).toMatchObject({ asked: 1 });
  });

  test('is there for nobody where nobody was wrong', () => {
    expect(hardestTurn([])).toBeNull();
    expect(hardestTurn([move()])).toBeNull();
  });
});

test('the order in which the moves are read changes nothing', () => {
  const moves = [
    ...times(6, (n) => wrong(n % 2 ? NOTHING : FIN_AND, { matchId: `m${n}` })),
    ...times(6, (n) => wrong(NOTHING, { matchId: `m${n}`, state: 'FIN_WAIT_1', turn: 5, rules: ['no-ack'] })),
    ...times(4, (n) => move({ matchId: `m${n}`, state: 'FIN_WAIT_1', rules: ['duplicate-ack'] })),
  ];
  for (let seed = 0; seed < 50; seed++) {
    const other = shuffle(randomFrom(seed), moves);
    expect([hardestRules(other), hardestTurn(other), heatOf(other)]).toEqual([hardestRules(moves), hardestTurn(moves), heatOf(moves)]);
  }
});
