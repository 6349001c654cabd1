/** One mark for each turn of the leg: how the player's own answer of that turn was judged. */
import type { TurnView } from '#game/match/view.ts';
import type { PredictionVerdict, Side, Verdict } from '#game/match/vocabulary.ts';

export const PIPS = ['right', 'half', 'wrong', 'missed', 'uncounted', 'open'] as const;
export type Pip = (typeof PIPS)[number];

export function pipsOf(turns: readonly TurnView[], planned: number, side: Side): Pip[] {
  const pips = turns.map((turn): Pip => (turn.closed ? (turn.voided ? 'uncounted' : pipOf(turn.closed.verdicts[side])) : 'open'));
  return [...pips, ...Array<Pip>(Math.max(0, planned - pips.length)).fill('open')];
}

export function pipOf(verdict: Verdict | PredictionVerdict): Pip {
  if (verdict.by !== 'player') return 'uncounted';
  if (verdict.chosen === null) return 'missed';
  if (verdict.kind === 'prediction') return verdict.right ? 'right' : 'wrong';
  if (verdict.segmentRight && verdict.stateRight) return 'right';
  return verdict.segmentRight || verdict.stateRight ? 'half' : 'wrong';
}

export function countPips(pips: readonly Pip[]): Readonly<Record<Pip, number>> {
  const count = (pip: Pip) => pips.filter((one) => one === pip).length;
  return {
    right: count('right'),
    half: count('half'),
    wrong: count('wrong'),
    missed: count('missed'),
    uncounted: count('uncounted'),
    open: count('open'),
  };
}
