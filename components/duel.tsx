'use client';
import type { DuelProps } from './duel-props.ts';

/** A match in play and after it, for its players and for spectators. Fills the height that it is given. */
export function Duel({ view }: DuelProps) {
  return <div data-match={view.matchId} />;
}
