/** A class session as its viewer may see it, kept up to date: whole views, of which the newest counts. */
import { useEffect, useMemo } from 'react';
import type { HostEvents } from '#protocol/commands.ts';
import type { ContestView, ContestViewer } from '#protocol/contest.ts';
import type { Fault } from '#protocol/faults.ts';
import { keepAsking } from './asking.ts';
import { hearHostClock } from './clock.ts';
import { onEachConnection, onHostEvent, send } from './link.ts';
import { type Store, useStore } from './store.ts';
import { createWatches, type Watch } from './watches.ts';

export type ContestMessage = Parameters<HostEvents['contest']>[0];
export type ViewFor<V extends ContestViewer> = Extract<ContestView, { readonly viewer: V['viewer'] }>;

/** `now`: of the view, by the host's clock. */
export type WatchedContest<View extends ContestView = ContestView> = {
  readonly view: View | null;
  readonly now: number;
  readonly fault: Fault | null;
};

const NOTHING: WatchedContest = { view: null, now: Number.NEGATIVE_INFINITY, fault: null };

/** What is known after a message, which may have been overtaken. */
export function takeMessage(known: WatchedContest, { view, now }: ContestMessage): WatchedContest {
  return now < known.now ? known : { view, now, fault: null };
}

function startWatching(as: ContestViewer, store: Store<WatchedContest>, before: Promise<unknown>): () => Promise<unknown> {
  store.set({ ...store.get(), fault: null });

  /** One tab may watch one session as several: the instructor who looks at it as a student would. */
  function take(message: ContestMessage): void {
    const { view } = store.get();
    if (message.view.viewer !== as.viewer || message.view.contestId !== view?.contestId) return;
    store.set(takeMessage(store.get(), message));
    asking.heard();
  }

  function begin(answer: ContestMessage): void {
    hearHostClock(answer.now);
    store.set(takeMessage(store.get(), answer));
  }

  const offEvent = onHostEvent('contest', take);
  // Nothing overtakes from one link to the next, and a host that was started again may tell an earlier time.
  const offConnect = onEachConnection(() => store.set({ ...store.get(), now: NOTHING.now }));
  const asking = keepAsking(
    async () => {
      await before;
      return send({ type: 'contest-watch', as });
    },
    begin,
    (fault) => store.set({ ...store.get(), fault }),
  );
  return async () => {
    asking.end();
    offConnect();
    offEvent();
    const contestId = store.get().view?.contestId;
    if (contestId) await send({ type: 'contest-unwatch', contestId });
  };
}

const watchOfKey = createWatches(NOTHING, (key, store, before) => startWatching(JSON.parse(key) as ContestViewer, store, before));

/** What is known of a session as this viewer, and a way to keep it watched. */
export function watchOf(as: ContestViewer): Watch<WatchedContest> {
  return watchOfKey(JSON.stringify(as));
}

export function useContest<V extends ContestViewer>(as: V): WatchedContest<ViewFor<V>> {
  const key = JSON.stringify(as);
  const { store, hold } = useMemo(() => watchOfKey(key), [key]);
  useEffect(hold, [hold]);
  // Only views for this viewer are taken in.
  return useStore(store) as WatchedContest<ViewFor<V>>;
}
