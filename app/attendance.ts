/** The class session that this browser’s student is in: a round calls them from whichever page they are on. */
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { calledMatchOf } from '#components/session/situation.ts';
import { watchOf } from './contest.ts';
import { matchThatWaits } from './link.ts';
import { createStore, useStore } from './store.ts';

/** Kept for every tab: a phone throws a tab away and makes it anew. */
const KEY = 'last_ack_session';

/** Null where there is none, or it is over. */
const attended = createStore<string | null>(null);
/** The match of a round that has begun and that its student has not been to. */
const called = createStore<string | null>(null);
/** Whoever leaves a match is not called to it again. */
let lastCalled: string | null = null;
let release: (() => void) | null = null;

/** Keeps the session watched from now on. */
export function attend(contestId: string): void {
  if (attended.get() === contestId) return;
  release?.();
  keep(contestId);
  const { store, hold } = watchOf({ viewer: 'student', contestId });
  const heed = () => {
    const { view, fault } = store.get();
    if (fault === 'no-such-session' || fault === 'no-such-entrant' || view?.phase === 'over') return leave();
    if (view?.viewer === 'student') call(calledMatchOf(view));
  };
  const letGo = hold();
  const unsubscribe = store.subscribe(heed);
  release = () => {
    unsubscribe();
    letGo();
  };
  heed();
}

function leave(): void {
  release?.();
  release = null;
  keep(null);
}

function keep(contestId: string | null): void {
  attended.set(contestId);
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

function call(matchId: string | null): void {
  if (matchId === null || matchId === lastCalled) return;
  lastCalled = matchId;
  called.set(matchId);
}

/** A match that the student is in already, or has been. */
export function answerCall(matchId: string): void {
  lastCalled = matchId;
  if (called.get() === matchId) called.set(null);
  if (matchThatWaits.get() === matchId) matchThatWaits.set(null);
}

/** The session; null where there is none. */
export function useAttended(): string | null {
  return useStore(attended);
}

/** For every page, once: goes to the match when a round of the session begins. */
export function useCall(): void {
  const router = useRouter();
  const matchId = useStore(called);
  useEffect(() => {
    const contestId = remembered();
    if (contestId) attend(contestId);
  }, []);
  useEffect(() => {
    if (matchId) router.push(`/match/${matchId}`);
  }, [matchId, router]);
}
