/** A match as its viewer may see it, kept up to date: a view on arrival, events after. */
import { useEffect, useMemo } from 'react';
import { foldView, type View } from '#game/match/view.ts';
import type { HostEvents } from '#protocol/commands.ts';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import { createLease } from './lease.ts';
import { onEachConnection, onHostEvent, send } from './link.ts';
import { createStore, type Store, useStore } from './store.ts';

export type Message = Parameters<HostEvents['event']>[0];

export type Watched = {
  readonly view: View | null;
  /** Milliseconds to add to this browser's clock to have the host's. */
  readonly ahead: number;
  readonly fault: Fault | null;
};

const RETRY_AFTER_MS = 2_000;
const NOTHING: Watched = { view: null, ahead: 0, fault: null };

/** The view after a message, which may be older than the view; null where one in between is missing. */
export function advance(view: View, message: Message): View | null {
  if (message.version <= view.version) return view;
  return message.version === view.version + 1 ? foldView(view, message.event) : null;
}

/** Of several estimates the largest is the best: a message is never early. */
function later(ahead: number | null, now: number): number {
  return Math.max(ahead ?? Number.NEGATIVE_INFINITY, now - Date.now());
}

/** Of the host's condition or of haste, not of the match: the same question may be answered in a moment. */
function isPassing(fault: Fault): boolean {
  return FAULTS[fault] === 429 || FAULTS[fault] === 503;
}

function startWatching(matchId: string, store: Store<Watched>): () => void {
  let ahead: number | null = null;
  let asked = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  /** Messages that came while the view was on its way. */
  let early: Message[] | null = null;

  async function ask(): Promise<void> {
    clearTimeout(retry);
    asked += 1;
    const mine = asked;
    early = [];
    const answer = await send({ type: 'watch', matchId });
    if (mine !== asked) return;
    const missed = early ?? [];
    early = null;
    if (!answer.ok) return refused(answer.fault);
    ahead = later(ahead, answer.now);
    store.set({ view: answer.view, ahead, fault: null });
    for (const message of missed) take(message);
  }

  function refused(fault: Fault): void {
    store.set({ ...store.get(), fault });
    if (isPassing(fault)) retry = setTimeout(ask, RETRY_AFTER_MS);
  }

  function take(message: Message): void {
    if (message.matchId !== matchId) return;
    const { view } = store.get();
    if (early || !view) return void early?.push(message);
    ahead = later(ahead, message.now);
    const next = advance(view, message);
    if (next) store.set({ view: next, ahead, fault: null });
    else void ask();
  }

  const offEvent = onHostEvent('event', take);
  const offConnect = onEachConnection(() => void ask());
  return () => {
    asked += 1;
    clearTimeout(retry);
    offEvent();
    offConnect();
    void send({ type: 'unwatch', matchId });
  };
}

const watches = new Map<string, { readonly store: Store<Watched>; readonly hold: () => () => void }>();

function watchOf(matchId: string) {
  const known = watches.get(matchId);
  if (known) return known;
  const store = createStore(NOTHING);
  const made = { store, hold: createLease(() => startWatching(matchId, store)) };
  watches.set(matchId, made);
  return made;
}

export function useMatch(matchId: string): Watched {
  const { store, hold } = useMemo(() => watchOf(matchId), [matchId]);
  useEffect(hold, [hold]);
  return useStore(store);
}
