/** How a match ended, as the viewer is told. */
import type { View } from '#game/match/view.ts';

export type OutcomeKind = 'youWon' | 'youLost' | 'won' | 'draw' | 'youResigned' | 'resigned' | 'abandoned' | 'stopped';

/** `name`: the winner, or whoever resigned. Null while the match is open. */
export function outcomeOf({ ended, viewer, parties }: View): { readonly kind: OutcomeKind; readonly name: string } | null {
  if (!ended) return null;
  const nameOf = (side: 0 | 1 | null) => (side === null ? '' : parties[side].name);
  if (ended.reason === 'resigned') return { kind: ended.by === viewer ? 'youResigned' : 'resigned', name: nameOf(ended.by) };
  if (ended.reason === 'stopped') return { kind: 'stopped', name: '' };
  if (ended.reason === 'abandoned') return { kind: 'abandoned', name: nameOf(ended.by) };
  if (ended.winner === null) return { kind: 'draw', name: '' };
  if (viewer === 'spectator') return { kind: 'won', name: nameOf(ended.winner) };
  return { kind: ended.winner === viewer ? 'youWon' : 'youLost', name: nameOf(ended.winner) };
}
