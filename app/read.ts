import { startTransition, useCallback, useEffect, useState } from 'react';
import { ask, type Reply } from './api.ts';
import { ensureGuest } from './session.ts';

type Read = <T>(path: string) => Promise<Reply<T>>;

/**
 * What the host answers to GET /api/`path`, and a way to ask again. Null until the first answer; an answer stays until the next.
 * `read`: how it is asked, the same function at each rendering.
 */
export function useRead<T>(path: string, read: Read = readAsGuest): readonly [Reply<T> | null, () => void] {
  const [reply, setReply] = useState<Reply<T> | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again.
  useEffect(() => {
    let isGone = false;
    // What comes of it may be a large table: it is drawn in pieces that a finger gets in between.
    void read<T>(path).then((next) => isGone || startTransition(() => setReply(next)));
    return () => {
      isGone = true;
    };
  }, [path, read, round]);
  return [reply, useCallback(() => setRound((before) => before + 1), [])];
}

/** What is one's own can only be told to somebody. */
export async function readAsGuest<T>(path: string): Promise<Reply<T>> {
  const guest = await ensureGuest();
  return guest.ok ? ask<T>('GET', path) : guest;
}
