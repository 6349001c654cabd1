'use client';
import type { DuelProps } from './duel-props.ts';
import { Board } from './match/board.tsx';
import { MatchOver } from './match-over/match-over.tsx';
import { Notices } from './pages/notices.tsx';

/**
 * A match in play and after it, for its players and for those who watch. In play it takes what the window has left under
 * the bars above it; the bar on top holds the `Scoreline`.
 */
export function Duel(props: DuelProps) {
  const { view, notice } = props;
  if (!view.ended) return <Board {...props} />;
  return (
    <>
      <MatchOver {...props} />
      <Notices>{notice}</Notices>
    </>
  );
}
