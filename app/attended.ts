/** Which class session this browser’s student is in, for every page: it says so, and goes to the match when a round calls. */
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { createStore, useStore } from './store.ts';

/** Kept for every tab: a phone throws a tab away and makes it anew. */
const KEY = 'last_ack_session';

/** Null where there is none. One that is over stays until the page is loaded anew: its last word is worth a look. */
export const attended = createStore<string | null>(null);
/** The match of a round that has begun and that its student has not been to. */
export const called = createStore<string | null>(null);

/** Null forgets it. */
export function rememberSession(contestId: string | null): void {
  try {
    if (contestId === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, contestId);
  } catch {
    // A browser that keeps nothing knows of the session until the tab is closed.
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export function useAttended(): string | null {
  return useStore(attended);
}

/** What watches the session is fetched by those alone who are in one. */
async function attendAgain(contestId: string): Promise<void> {
  const attendance = await import('./attendance.ts').catch(() => null);
  attendance?.attend(contestId);
}

/** For every page, once. */
export function useCall(): void {
  const router = useRouter();
  const matchId = useStore(called);
  useEffect(() => {
    const contestId = remembered();
    if (contestId) void attendAgain(contestId);
  }, []);
  useEffect(() => {
    if (matchId) router.push(`/match/${matchId}`);
  }, [matchId, router]);
}
