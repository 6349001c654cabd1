/** Catch the mistake: two bots play a leg, not always legally, and one says of each move whether it is legal. A fold over what was said. */
import { mistakesAt, type Mistake } from '../match/mistakes.ts';
import { asProposal } from '../match/typical-mistakes.ts';
import type { MisconceptionId } from '../match/misconceptions.ts';
import { POINTS, pointsForStreak } from '../match/scoring.ts';
import type { Level, Proposal, Verdict } from '../match/vocabulary.ts';
import { answersAt, type Happening } from '../scenarios/play.ts';
import { drawOne, type Random } from '../scenarios/random.ts';
import type { Leg } from '../scenarios/script.ts';
import { reasonsFor } from './reasons.ts';
import { streakOf, type Judged } from './judged.ts';
import { askIn, chanceIn, firstTurn, rulesOf, turnAfter, withMove, type Turn } from './turns.ts';

type CatchSettings = {
  readonly level: Level;
  /** What the bots' luck is drawn from; a whole number. */
  readonly seed: number;
};

export type CatchStep =
  | { readonly type: 'legal' }
  | { readonly type: 'illegal'; readonly why: MisconceptionId }
  /** The verdict has been read. */
  | { readonly type: 'go-on' };

/** What was said of a move: that it is legal, or what speaks against it. */
export type Said = 'legal' | MisconceptionId;

export type CatchCall = Judged & {
  readonly said: Said;
  /** What the move shows; null where it is legal. */
  readonly truth: MisconceptionId | null;
};

export type Catching = {
  readonly settings: CatchSettings;
  /** The last move of the last one is the one that is asked about, or was last. */
  readonly turns: readonly Turn[];
  readonly phase: 'asked' | 'verdict' | 'over';
  /** What may be said against the move, in the order in which it is offered. */
  readonly reasons: readonly MisconceptionId[];
  readonly calls: readonly CatchCall[];
};

/** The share of moves that are illegal, where there is a mistake to be made. */
const ILLEGAL = 0.45;
/** How often a legal move is another of the answers that stand. */
const UNUSUAL = 0.25;

export function beginCatching(settings: CatchSettings, leg: Leg): Catching {
  return withTurn({ settings, turns: [], phase: 'over', reasons: [], calls: [] }, firstTurn(leg, 'client'));
}

/** A step that does not fit the phase changes nothing. */
export function takeCatchStep(catching: Catching, step: CatchStep): Catching {
  switch (step.type) {
    case 'legal':
      return catching.phase === 'asked' ? say(catching, 'legal') : catching;
    case 'illegal':
      return catching.phase === 'asked' && catching.reasons.includes(step.why) ? say(catching, step.why) : catching;
    case 'go-on':
      return catching.phase === 'verdict' ? toNextMove(catching) : catching;
    default:
      return step satisfies never;
  }
}

/** The move that is asked about, or was last. */
export function moveIn({ turns }: Catching): { readonly turn: Turn; readonly ask: Happening; readonly verdict: Verdict } {
  const turn = turns.at(-1);
  const verdict = turn?.verdicts.at(-1);
  const ask = turn?.asks[turn.verdicts.length - 1];
  if (!turn || !verdict || !ask) throw new Error('no move to be judged');
  return { turn, ask, verdict };
}

function withTurn(catching: Catching, turn: Turn | null): Catching {
  return turn ? move({ ...catching, turns: [...catching.turns, turn] }, turn) : { ...catching, phase: 'over' };
}

function toNextMove(catching: Catching): Catching {
  const { turn } = moveIn(catching);
  return askIn(turn) ? move(catching, turn) : withTurn(catching, turnAfter(turn, 'client'));
}

/** A bot moves, by a chance that hangs on the seed and the move alone. */
function move(catching: Catching, turn: Turn): Catching {
  const { level, seed } = catching.settings;
  const ask = askIn(turn);
  if (!ask) throw new Error('a turn that asks nothing more');
  const random = chanceIn(seed, turn);
  const possible = mistakesAt(turn.play, ask, level);
  const mistake = random() < ILLEGAL ? drawMistake(possible, random) : null;
  const moved = withMove(turn, mistake?.proposal ?? legalMove(turn, ask, level, random), level);
  const turns = [...catching.turns.slice(0, -1), moved];
  const verdict = moved.verdicts.at(-1);
  if (!verdict) throw new Error('a move without a verdict');
  return { ...catching, turns, phase: 'asked', reasons: reasonsFor(turn.play, ask, verdict, possible, random) };
}

/** Each known mistake as often, however many moves show it; null where none can be made. */
function drawMistake(possible: readonly Mistake[], random: Random): Mistake | null {
  if (possible.length === 0) return null;
  const shown = drawOne(random, [...new Set(possible.map(({ shows }) => shows[0]))]);
  return drawOne(
    random,
    possible.filter(({ shows }) => shows[0] === shown),
  );
}

function legalMove({ play }: Turn, ask: Happening, level: Level, random: Random): Proposal {
  const answers = answersAt(play, ask);
  const [canonical] = answers;
  if (!canonical) throw new Error('an event without an answer');
  return asProposal(random() < UNUSUAL ? drawOne(random, answers) : canonical, level);
}

function say(catching: Catching, said: Said): Catching {
  const { verdict } = moveIn(catching);
  const truth = truthOf(catching);
  const right = said === (truth ?? 'legal');
  const base = { kind: 'call', rules: rulesOf(verdict), right, hints: 0, misconception: null } as const;
  const points = pointsFor(said, truth, streakOf(catching.calls));
  return { ...catching, phase: 'verdict', calls: [...catching.calls, { ...base, said, truth, points }] };
}

/** What the move shows that is asked about, or was last; null where it is legal. */
export function truthOf(catching: Catching): MisconceptionId | null {
  return moveIn(catching).verdict.misconception;
}

/** A catch is worth a move, of which the reason is two thirds; that a legal move is legal, a little; a false alarm, nothing. */
function pointsFor(said: Said, truth: MisconceptionId | null, streak: number): number {
  const bonus = pointsForStreak(streak);
  if (truth === null) return said === 'legal' ? POINTS.nothingStay + bonus : 0;
  if (said === 'legal') return 0;
  return said === truth ? POINTS.move + bonus : Math.round(POINTS.move * POINTS.oneOfTwoShare);
}
