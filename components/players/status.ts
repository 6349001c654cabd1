/** What a player is doing right now, as far as the other one may know. */
import type { View } from '#game/match/view.ts';
import type { Side } from '#game/match/vocabulary.ts';

export type Status = 'thinking' | 'sealed' | 'reading' | 'ready' | 'away' | 'left' | 'bot';

/** Null before the first turn, after the last, and while the match is paused. */
export function statusOf(view: View, side: Side): Status | null {
  const turn = view.turns.at(-1);
  if (view.ended || !turn) return null;
  const presence = view.presence[side];
  if (presence !== 'here') return presence;
  if (view.halted) return null;
  if (turn.closed) return turn.ready[side] ? 'ready' : 'reading';
  return turn.sealed[side] ? 'sealed' : 'thinking';
}
