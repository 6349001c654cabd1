/** From matches as they are played to what a room found hard. */
import { expect, test } from 'vitest';
import { answeredMovesOf } from '#game/contest/answered-moves.ts';
import { hardestRules, hardestTurn, heatOf } from '#game/contest/hard.ts';
import { roleOf } from '#game/match/view.ts';
import { SIDES } from '#game/match/vocabulary.ts';
import { matchOfBots } from '../match/bot-matches.ts';

const matches = Array.from({ length: 12 }, (_, n) => ({ view: { ...matchOfBots(n).view, matchId: `match-${n}` } }));
const moves = matches.flatMap((match) => answeredMovesOf(match, SIDES));

test('every move that a score counts is there, and no prediction', () => {
  for (const match of matches) {
    for (const side of SIDES) {
      const own = answeredMovesOf(match, [side]);
      const { moves, rightMoves } = match.view.scores[side];
      expect([own.length, own.filter((move) => move.segmentRight && move.stateRight).length]).toEqual([moves, rightMoves]);
    }
  }
});

test('a move tells what was asked of the endpoint that the player held', () => {
  for (const match of matches) {
    for (const { turn, leg, side, state, event } of answeredMovesOf(match, SIDES)) {
      const asked = match.view.turns.find((one) => one.turn === turn);
      const role = roleOf(side, leg);
      expect([asked?.ends[role]?.state, asked?.asks.find(({ at }) => at === role)?.event]).toEqual([state, event]);
    }
  }
});

test('what is hard is made of them', () => {
  const heat = heatOf(moves);
  expect(heat.reduce((sum, { asked }) => sum + asked, 0)).toBe(moves.length);
  expect(hardestRules(moves).every(({ asked, right }) => right < asked)).toBe(true);
  const hardest = hardestTurn(moves);
  const shown = moves.find((move) => move.matchId === hardest?.matchId && move.turn === hardest.turn && move.side === hardest.side);
  expect(shown?.chosen).toEqual(hardest?.wrong.proposal);
});
