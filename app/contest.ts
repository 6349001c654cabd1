/** A class session as its viewer may see it, kept up to date: whole views, of which the newest counts. */
import { useEffect, useMemo } from 'react';
import type { HostEvents } from '#protocol/commands.ts';
import type { ContestView, ContestViewer } from '#protocol/contest.ts';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import { createLease } from './lease.ts';
import { onEachConnection, onHostEvent, send } from './link.ts';
import { createStore, type Store, useStore } from './store.ts';

export type ContestMessage = Parameters<HostEvents['contest']>[0];
export type ViewFor<V extends ContestViewer> = Extract<ContestView, { readonly viewer: V['viewer'] }>;

/** `now`: of the view, by the host's clock; `ahead`: milliseconds to add to this browser's clock to have the host's. */
export type WatchedContest<View extends ContestView = ContestView> = {
  readonly view: View | null;
  readonly now: number;
  readonly ahead: number;
  readonly fault: Fault | null;
};

const RETRY_AFTER_MS = 2_000;
const NOTHING: WatchedContest = { view: null, now: Number.NEGATIVE_INFINITY, ahead: Number.NEGATIVE_INFINITY, fault: null };

/** What is known after a message, which may have been overtaken. `mine` is this browser's clock. */
export function takeMessage(known: WatchedContest, { view, now }: ContestMessage, mine: number): WatchedContest {
  if (now < known.now) return known;
  return { view, now, ahead: Math.max(known.ahead, now - mine), fault: null };
}

/** Of the host's condition or of haste: the same question may be answered in a moment. */
function isPassing(fault: Fault): boolean {
  return FAULTS[fault] === 429 || FAULTS[fault] === 503;
}

function startWatching(as: ContestViewer, store: Store<WatchedContest>): () => void {
  let asked = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  store.set({ ...store.get(), fault: null });

  async function ask(): Promise<void> {
    clearTimeout(retry);
    asked += 1;
    const mine = asked;
    const answer = await send({ type: 'contest-watch', as });
    if (mine !== asked) return;
    if (answer.ok) return store.set(takeMessage(store.get(), answer, Date.now()));
    store.set({ ...store.get(), fault: answer.fault });
    if (isPassing(answer.fault)) retry = setTimeout(ask, RETRY_AFTER_MS);
  }

  /** One tab may watch one session as several: the instructor who looks at it as a student would. */
  function take(message: ContestMessage): void {
    const { view } = store.get();
    if (message.view.viewer !== as.viewer || message.view.contestId !== view?.contestId) return;
    store.set(takeMessage(store.get(), message, Date.now()));
  }

  const offEvent = onHostEvent('contest', take);
  const offConnect = onEachConnection(() => void ask());
  return () => {
    asked += 1;
    clearTimeout(retry);
    offEvent();
    offConnect();
    const contestId = store.get().view?.contestId;
    if (contestId) void send({ type: 'contest-unwatch', contestId });
  };
}

const watches = new Map<string, { readonly store: Store<WatchedContest>; readonly hold: () => () => void }>();

/** What is known of a session as this viewer, and a way to keep it watched. */
export function watchOf(as: ContestViewer) {
  const key = JSON.stringify(as);
  const known = watches.get(key);
  if (known) return known;
  const store = createStore(NOTHING);
  const made = { store, hold: createLease(() => startWatching(as, store)) };
  watches.set(key, made);
  return made;
}

export function useContest<V extends ContestViewer>(as: V): WatchedContest<ViewFor<V>> {
  const key = JSON.stringify(as);
  const { store, hold } = useMemo(() => watchOf(JSON.parse(key) as V), [key]);
  useEffect(hold, [hold]);
  // Only views for this viewer are taken in.
  return useStore(store) as WatchedContest<ViewFor<V>>;
}
