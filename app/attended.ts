/** Which class session this browser’s student is in, for every page: it says so, and goes to the match when a round calls. */
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { OwnContestAnswer } from '#protocol/api.ts';
import { ask } from './api.ts';
import { createStore, useStore } from './store.ts';

/** The host is asked again after so long where it could not be reached. */
const RETRY_AFTER_MS = 5_000;

/** Null where there is none. One that is over stays: its last word is worth a look. */
export const attended = createStore<string | null>(null);
/** The match of a round that has begun and that its student has not been to. */
export const called = createStore<string | null>(null);

export function useAttended(): string | null {
  return useStore(attended);
}

let isAsked = false;

/** Once a page: the host knows it on every device. What watches the session is fetched by those alone who are in one. */
async function attendAgain(): Promise<void> {
  if (isAsked) return;
  isAsked = true;
  const reply = await ask<OwnContestAnswer>('GET', 'me/contest');
  if (!reply.ok) return void setTimeout(askAgain, RETRY_AFTER_MS);
  const { contestId } = reply.data;
  if (contestId === null || attended.get() !== null) return;
  const attendance = await import('./attendance.ts').catch(() => null);
  if (attended.get() === null) attendance?.attend(contestId);
}

function askAgain(): void {
  isAsked = false;
  void attendAgain();
}

/** For every page, once. */
export function useCall(): void {
  const router = useRouter();
  const matchId = useStore(called);
  useEffect(() => void attendAgain(), []);
  useEffect(() => {
    if (matchId) router.push(`/match/${matchId}`);
  }, [matchId, router]);
}
