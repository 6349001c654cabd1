/** The judged moves of one match, as the room's are put together. */
import type { Match } from '../match/match.ts';
import { roleOf, type TurnView } from '../match/view.ts';
import type { Side } from '../match/vocabulary.ts';
import type { AnsweredMove } from './vocabulary.ts';

type Turn = TurnView & { readonly voided?: boolean };

/** `seats`: those that entrants hold. Of an open match, the moves so far. */
export function answeredMovesOf({ view }: Pick<Match, 'view'>, seats: readonly Side[]): readonly AnsweredMove[] {
  return view.turns.flatMap((turn) => seats.flatMap((side) => answeredMove(view.matchId, turn, side) ?? []));
}

/** Null where the turn is open, or asked the side for a prediction. */
function answeredMove(matchId: string, { turn, leg, asks, ends, closed, voided = false }: Turn, side: Side): AnsweredMove | null {
  const verdict = closed?.verdicts[side];
  const event = asks.find(({ at }) => at === roleOf(side, leg))?.event;
  if (verdict?.kind !== 'move' || !event) return null;
  const { at, answers, chosen, segmentRight, stateRight, misconception, by } = verdict;
  const [canonical] = answers;
  const state = ends[at]?.state;
  if (!canonical || !state) throw new Error('a turn that does not tell what it asked');
  return { matchId, turn, leg, side, state, event, rules: canonical.rules, chosen, segmentRight, stateRight, misconception, by, voided };
}
