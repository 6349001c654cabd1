/** Who is signed in as an instructor in this browser. */
import { useEffect } from 'react';
import type { InstructorAccount, InstructorAnswer } from '#protocol/instructors.ts';
import { ask, type Reply } from './api.ts';
import { createStore, useStore } from './store.ts';

const instructor = createStore<Reply<InstructorAccount> | null>(null);
let isAsked = false;

async function enter(): Promise<void> {
  if (isAsked) return;
  isAsked = true;
  const reply = await ask<InstructorAnswer>('GET', 'instructor');
  isAsked = reply.ok;
  instructor.set(reply.ok ? { ok: true, data: reply.data.account } : reply);
}

/** Null until the host has answered. */
export function useInstructor(): Reply<InstructorAccount> | null {
  useEffect(() => void enter(), []);
  return useStore(instructor);
}

/** As `ask`; where the session is over, the page is told so, and asks to sign in. */
export async function askAsInstructor<T>(...request: Parameters<typeof ask>): Promise<Reply<T>> {
  const reply = await ask<T>(...request);
  if (!reply.ok && reply.trouble === 'not-an-instructor') {
    isAsked = false;
    instructor.set(reply);
  }
  return reply;
}

/** For `useRead`. */
export function readAsInstructor<T>(path: string): Promise<Reply<T>> {
  return askAsInstructor<T>('GET', path);
}

/** The whole page begins anew: its link to the host still speaks for whoever was signed in before. */
export function beginAnew(path?: string): void {
  if (path === undefined) window.location.reload();
  else window.location.assign(path);
}
