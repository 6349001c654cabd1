import { expect, test } from 'vitest';
import { hintFor } from '#components/pages/tutorial-hints.tsx';
import { emptyView, foldView, type View, type ViewEvent } from '#game/match/view.ts';
import type { Ask } from '#game/match/vocabulary.ts';

const empty = emptyView(
  {
    matchId: 'match',
    parties: [
      { playerId: 'me', name: 'Mei', bot: null },
      { playerId: null, name: 'Bot', bot: 'perfect' },
    ],
    legTurns: [4],
    settings: { level: 1, turnSeconds: null, speedPoints: true, scenario: 'tutorial', kind: 'tutorial' },
  },
  0,
);
const open = (turn: number, at: Ask['at']): ViewEvent => ({
  type: 'opened',
  turn,
  leg: 0,
  connection: 0,
  told: [],
  asks: [{ at, event: { type: 'open-active' }, offered: 0 }],
  ends: { client: null, server: null },
  deadline: null,
});
const sealed = (turn: number): ViewEvent => ({
  type: 'sealed',
  turn,
  side: 0,
  answer: { flags: ['SYN'], state: 'SYN_SENT' },
  ms: 1,
  by: 'player',
});
const prediction = {
  kind: 'prediction',
  chosen: null,
  by: 'nobody',
  right: false,
  points: { base: 0, streak: 0, speed: 0, total: 0 },
} as const;
const closed = (turn: number): ViewEvent => ({ type: 'closed', turn, verdicts: [prediction, prediction], outcomes: [], until: null });
const after = (...events: readonly ViewEvent[]): View => events.reduce(foldView, empty);

test('the first turn is explained in three steps, two of which are read', () => {
  const view = after(open(0, 'client'));
  expect([0, 1, 2, 3].map((read) => hintFor(view, read))).toEqual(['welcome', 'event', 'compose', 'compose']);
});

test('then the hints follow what happens', () => {
  expect(hintFor(after(open(0, 'client'), sealed(0)), 2)).toBe('sealed');
  expect(hintFor(after(open(0, 'client'), closed(0)), 2)).toBe('verdict');
  expect(hintFor(after(open(0, 'client'), closed(0), open(1, 'server')), 2)).toBe('predict');
  expect(hintFor(after(open(0, 'client'), closed(0), open(2, 'client')), 2)).toBe('again');
  expect(hintFor(after(open(0, 'client'), { type: 'ended', reason: 'played', by: null, winner: null }), 2)).toBe('end');
});

test('somebody who reads nothing is not stopped', () => {
  expect(hintFor(after(open(0, 'client'), sealed(0)), 0)).toBe('sealed');
});
