import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import type { View } from '#game/match/view.ts';

/** Goes on to the rematch when both agree while one looks; not when one comes back later to a match that had one. */
export function useRematch({ rematch, matchId }: View): void {
  const router = useRouter();
  const seenWithout = useRef<string | null>(null);
  useEffect(() => {
    if (rematch.matchId === null) seenWithout.current = matchId;
    else if (seenWithout.current === matchId) router.push(`/match/${rematch.matchId}`);
  }, [rematch.matchId, matchId, router]);
}
