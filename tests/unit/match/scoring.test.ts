/** The formula in numbers: what the help page says, written out by hand. */
import { describe, expect, test } from 'vitest';
import { accuracyOf, addPoints, NO_SCORE, POINTS, pointsForMove, pointsForPrediction, worthOf, type Score } from '#game/match/scoring.ts';
import type { By, PredictionVerdict, Verdict } from '#game/match/vocabulary.ts';

const ACK = { segment: { flags: ['ACK'], seq: 1, ack: 1, len: 0 } } as const;
const NOTHING = { segment: null };

test.each([
  ['a segment', ACK, false, false, 90],
  ['a segment that leaves the state', ACK, true, false, 90],
  ['nothing, and another state', NOTHING, false, false, 90],
  ['nothing, stay', NOTHING, true, false, 30],
  ['nothing, stay, where most people err', NOTHING, true, true, 90],
])('%s is worth %s', (_, answer, stays, isHard, worth) => {
  expect(worthOf(answer, stays, isHard)).toBe(worth);
});

describe('points for a move', () => {
  const right = { segmentRight: true, stateRight: true, worth: 90, streak: 0, timeLeft: null };
  test.each([
    ['both right', {}, { base: 90, streak: 0, speed: 0, total: 90 }],
    ['both right, worth 30', { worth: 30 }, { base: 30, streak: 0, speed: 0, total: 30 }],
    ['the segment alone', { stateRight: false }, { base: 30, streak: 0, speed: 0, total: 30 }],
    ['the state alone', { segmentRight: false }, { base: 30, streak: 0, speed: 0, total: 30 }],
    ['one of two, worth 30', { segmentRight: false, worth: 30 }, { base: 10, streak: 0, speed: 0, total: 10 }],
    ['neither', { segmentRight: false, stateRight: false }, { base: 0, streak: 0, speed: 0, total: 0 }],
    ['the second in a row', { streak: 1 }, { base: 90, streak: 5, speed: 0, total: 95 }],
    ['the fifth in a row', { streak: 4 }, { base: 90, streak: 20, speed: 0, total: 110 }],
    ['the tenth in a row', { streak: 9 }, { base: 90, streak: 20, speed: 0, total: 110 }],
    ['half right after a streak', { streak: 4, stateRight: false, timeLeft: 1 }, { base: 30, streak: 0, speed: 0, total: 30 }],
    [
      'wrong after a streak',
      { streak: 4, segmentRight: false, stateRight: false, timeLeft: 1 },
      { base: 0, streak: 0, speed: 0, total: 0 },
    ],
    ['at once', { timeLeft: 1 }, { base: 90, streak: 0, speed: 9, total: 99 }],
    ['half of the time left', { timeLeft: 0.5 }, { base: 90, streak: 0, speed: 5, total: 95 }],
    ['a third of the time left', { timeLeft: 1 / 3 }, { base: 90, streak: 0, speed: 3, total: 93 }],
    ['at the last moment', { timeLeft: 0 }, { base: 90, streak: 0, speed: 0, total: 90 }],
    ['within the allowance after it', { timeLeft: -0.02 }, { base: 90, streak: 0, speed: 0, total: 90 }],
    ['all of it', { streak: 9, timeLeft: 1 }, { base: 90, streak: 20, speed: 9, total: 119 }],
  ])('%s', (_, changes, points) => {
    expect(pointsForMove({ ...right, ...changes })).toEqual(points);
  });

  test('speed is worth less than a tenth of a right answer, and less than what one of two is worth', () => {
    expect(POINTS.speed * 10).toBeLessThanOrEqual(POINTS.move);
    expect(POINTS.speed).toBeLessThan(POINTS.move * POINTS.oneOfTwoShare);
  });
});

test.each([
  [true, 90, 30],
  [true, 30, 10],
  [false, 90, 0],
])('a prediction that is right: %s, of a move worth %i, has %i points', (isRight, worth, total) => {
  expect(pointsForPrediction(isRight, worth)).toEqual({ base: total, streak: 0, speed: 0, total });
});

describe('the score', () => {
  const score: Score = { points: 100, streak: 2, moves: 5, rightMoves: 4, predictions: 3, rightPredictions: 1 };
  const points = { base: 90, streak: 10, speed: 0, total: 100 };
  const nothing = { base: 0, streak: 0, speed: 0, total: 0 };

  function move(segmentRight: boolean, stateRight: boolean, by: By, total = points): Verdict {
    const said = { kind: 'move', at: 'client', chosen: null, took: 0, answers: [] } as const;
    return { ...said, spelling: null, ghost: null, misconception: null, by, segmentRight, stateRight, points: total };
  }
  function prediction(right: boolean, by: By): PredictionVerdict {
    return { kind: 'prediction', chosen: null, by, right, points: right ? { ...nothing, base: 30, total: 30 } : nothing };
  }

  test.each<[string, Verdict | PredictionVerdict, Partial<Score>]>([
    ['a right move', move(true, true, 'player'), { points: 200, streak: 3, moves: 6, rightMoves: 5 }],
    [
      'half a right move ends the streak',
      move(true, false, 'player', { ...nothing, base: 30, total: 30 }),
      { points: 130, streak: 0, moves: 6 },
    ],
    ['a wrong move, or a missed one', move(false, false, 'player', nothing), { streak: 0, moves: 6 }],
    ['a right prediction leaves the streak', prediction(true, 'player'), { points: 130, predictions: 4, rightPredictions: 2 }],
    ['a wrong prediction too', prediction(false, 'player'), { predictions: 4 }],
    ['what a stand-in answers scores for nobody', move(true, true, 'bot'), {}],
    ['nor does what it predicts', prediction(true, 'bot'), {}],
    ['a turn missed while away costs nothing', move(false, false, 'nobody', nothing), {}],
    ['nor does a prediction', prediction(false, 'nobody'), {}],
  ])('%s', (_, verdict, changes) => {
    expect(addPoints(score, verdict)).toEqual({ ...score, ...changes });
  });

  test('accuracy is the share of right moves; there is none before the first', () => {
    expect(accuracyOf(NO_SCORE)).toBeNull();
    expect(accuracyOf(score)).toBe(0.8);
  });
});
