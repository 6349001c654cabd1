/** Who this browser is to the host: a guest is made on the first visit, and the cookie keeps it. */
import { useEffect } from 'react';
import type { Me, MeAnswer } from '#protocol/api.ts';
import { ask, type Reply } from './api.ts';
import { createStore, useStore } from './store.ts';

const me = createStore<Reply<Me> | null>(null);
let asking: Promise<Reply<Me>> | null = null;

/** Asked once; a trouble is asked about again. */
export function ensureGuest(): Promise<Reply<Me>> {
  asking ??= enter();
  return asking;
}

async function enter(): Promise<Reply<Me>> {
  const reply = playerIn(await ask<MeAnswer>('POST', 'session'));
  if (!reply.ok) asking = null;
  me.set(reply);
  return reply;
}

/** For when the host says that it does not know this browser any more. */
export function forgetGuest(): void {
  asking = null;
}

export async function rename(name: string): Promise<Reply<Me>> {
  const reply = playerIn(await ask<MeAnswer>('PATCH', 'me', { name }));
  if (reply.ok) me.set(reply);
  return reply;
}

function playerIn(reply: Reply<MeAnswer>): Reply<Me> {
  if (!reply.ok) return reply;
  return reply.data.player ? { ok: true, data: reply.data.player } : { ok: false, trouble: 'not-signed-in' };
}

/** Null until the host has answered. */
export function useMe(): Reply<Me> | null {
  useEffect(() => void ensureGuest(), []);
  return useStore(me);
}
