'use client';
import type { ReplayProps } from './duel-props.ts';

/** A finished match, turn by turn. */
export function Replay({ view }: ReplayProps) {
  return <div data-match={view.matchId} />;
}
