/** One player as the cards and the heads of the ladder show them. */
import { roleOf, type View } from '#game/match/view.ts';
import type { BotStrength, End, Side } from '#game/match/vocabulary.ts';
import type { Score } from '#game/match/scoring.ts';
import type { Role } from '#game/tcp/vocabulary.ts';
import { lengthOfLeg, turnsOfLeg } from '#components/match/situation.ts';
import { type Pip, pipsOf } from './pips.ts';
import { type Status, statusOf } from './status.ts';

export type Player = {
  readonly side: Side;
  readonly name: string;
  readonly bot: BotStrength | null;
  readonly isMe: boolean;
  readonly role: Role;
  readonly score: Score;
  readonly pips: readonly Pip[];
  readonly status: Status | null;
  readonly graceUntil: number | null;
  /** Null where the viewer may not see it. */
  readonly end: End | null;
};

export function playerOf(view: View, side: Side, leg: 0 | 1): Player {
  const role = roleOf(side, leg);
  const { name, bot } = view.parties[side];
  return {
    side,
    name,
    bot,
    isMe: view.viewer === side,
    role,
    score: view.scores[side],
    pips: pipsOf(turnsOfLeg(view, leg), lengthOfLeg(view, leg), side),
    status: statusOf(view, side),
    graceUntil: view.halted ? null : view.graceUntil[side],
    end: view.turns.at(-1)?.ends[role] ?? null,
  };
}
