/** Points, their formula and what they add up to. The help page is drawn from the same numbers. */
import type { Points, PredictionVerdict, RightAnswer, Side, Verdict } from './vocabulary.ts';

export const POINTS = {
  /** Segment and state both right. One of the two is worth a third. */
  move: 90,
  /** "Nothing, stay where you are" earns less, unless it is one of the answers that most people miss. */
  nothingStay: 30,
  /** A right prediction of the other's move, as a share of the move. */
  predictionShare: 1 / 3,
  oneOfTwoShare: 1 / 3,
  /** For each right move in a row before this one, up to `streakCap` of them. */
  streakStep: 5,
  streakCap: 4,
  /** For an answer at once; falls evenly to nothing at the end of the turn. None in untimed play. */
  speed: 9,
} as const;

export type Score = {
  readonly points: number;
  /** Right moves in a row, up to now. */
  readonly streak: number;
  /** Moves asked of this player (not of a bot in the seat), and those with segment and state both right. */
  readonly moves: number;
  readonly rightMoves: number;
  readonly predictions: number;
  readonly rightPredictions: number;
};

export const NO_SCORE: Score = { points: 0, streak: 0, moves: 0, rightMoves: 0, predictions: 0, rightPredictions: 0 };
export const NO_POINTS: Points = { base: 0, streak: 0, speed: 0, total: 0 };

/** What was judged, as far as points hang on it. `timeLeft` is the share of the turn that was left, 0 to 1; null where speed earns nothing. */
export type Judged = {
  readonly segmentRight: boolean;
  readonly stateRight: boolean;
  readonly worth: number;
  readonly streak: number;
  readonly timeLeft: number | null;
};

/** What a move is worth when all of it is right. `stays`: the right answer sends nothing and leaves the state as it was. */
export function worthOf(answer: Pick<RightAnswer, 'segment'>, stays: boolean, isHard: boolean): number {
  return answer.segment === null && stays && !isHard ? POINTS.nothingStay : POINTS.move;
}

export function pointsForMove({ segmentRight, stateRight, worth, streak, timeLeft }: Judged): Points {
  if (!segmentRight && !stateRight) return NO_POINTS;
  if (!segmentRight || !stateRight) return total(Math.round(worth * POINTS.oneOfTwoShare), 0, 0);
  return total(worth, pointsForStreak(streak), Math.round(POINTS.speed * clampShare(timeLeft ?? 0)));
}

/** `streak`: right ones in a row before this one. */
export function pointsForStreak(streak: number): number {
  return Math.min(streak, POINTS.streakCap) * POINTS.streakStep;
}

/** `worth` is that of the move that was predicted. */
export function pointsForPrediction(isRight: boolean, worth: number): Points {
  return isRight ? total(Math.round(worth * POINTS.predictionShare), 0, 0) : NO_POINTS;
}

function total(base: number, streak: number, speed: number): Points {
  return { base, streak, speed, total: base + streak + speed };
}

function clampShare(share: number): number {
  return Math.max(0, Math.min(1, share));
}

/** The score after one more verdict. What a bot answered, or nobody while the player was away, counts for nobody; a missed turn counts as asked. */
export function addPoints(score: Score, verdict: Verdict | PredictionVerdict): Score {
  if (verdict.by !== 'player') return score;
  const { streak, moves, rightMoves, predictions, rightPredictions } = score;
  const points = score.points + verdict.points.total;
  if (verdict.kind === 'prediction') {
    return { points, streak, moves, rightMoves, predictions: predictions + 1, rightPredictions: rightPredictions + Number(verdict.right) };
  }
  const right = verdict.segmentRight && verdict.stateRight;
  return {
    points,
    streak: right ? streak + 1 : 0,
    moves: moves + 1,
    rightMoves: rightMoves + Number(right),
    predictions,
    rightPredictions,
  };
}

/** Who has more points; null where nobody has. */
export function leaderOf([{ points: a }, { points: b }]: readonly [Score, Score]): Side | null {
  return a === b ? null : a > b ? 0 : 1;
}

type Pair = readonly [Verdict | PredictionVerdict, Verdict | PredictionVerdict];

/**
 * Verdicts of turns in a row, one after the other, counted from the beginning: the bonus of each right move is that of the streak before it. So
 * a turn that is left out of `pairs` counts as one that was never asked.
 */
export function countAnew(pairs: readonly Pair[]): { readonly pairs: readonly Pair[]; readonly scores: readonly [Score, Score] } {
  let scores: readonly [Score, Score] = [NO_SCORE, NO_SCORE];
  const counted = pairs.map((pair): Pair => {
    const anew = (side: Side) => withStreak(pair[side], scores[side].streak);
    const verdicts = [anew(0), anew(1)] as const;
    scores = [addPoints(scores[0], verdicts[0]), addPoints(scores[1], verdicts[1])];
    return verdicts;
  });
  return { pairs: counted, scores };
}

function withStreak(verdict: Verdict | PredictionVerdict, streak: number): Verdict | PredictionVerdict {
  if (verdict.kind === 'prediction' || !verdict.segmentRight || !verdict.stateRight) return verdict;
  return { ...verdict, points: total(verdict.points.base, pointsForStreak(streak), verdict.points.speed) };
}

/** Share of moves that were right, 0 to 1; null before the first. */
export function accuracyOf(score: Score): number | null {
  return score.moves === 0 ? null : score.rightMoves / score.moves;
}
