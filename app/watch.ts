/** A match as its viewer may see it, kept up to date: a view on arrival, events after. */
import { useEffect, useMemo } from 'react';
import { foldView, type View } from '#game/match/view.ts';
import type { HostEvents, Results } from '#protocol/commands.ts';
import type { Fault } from '#protocol/faults.ts';
import { keepAsking } from './asking.ts';
import { onHostEvent, send } from './link.ts';
import { type Store, useStore } from './store.ts';
import { createWatches } from './watches.ts';

export type Message = Parameters<HostEvents['event']>[0];

export type Watched = {
  readonly view: View | null;
  /** Milliseconds to add to this browser's clock to have the host's. */
  readonly ahead: number;
  readonly fault: Fault | null;
};

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

function startWatching(matchId: string, store: Store<Watched>): () => void {
  let ahead: number | null = null;
  /** Messages that came while the view was on its way. */
  let early: Message[] | null = null;

  function begin(answer: Results['watch']): void {
    const missed = early ?? [];
    early = null;
    ahead = later(ahead, answer.now);
    store.set({ view: answer.view, ahead, fault: null });
    for (const message of missed) take(message);
  }

  function refused(fault: Fault): void {
    early = null;
    store.set({ ...store.get(), fault });
  }

  function take(message: Message): void {
    if (message.matchId !== matchId) return;
    const { view } = store.get();
    if (early || !view) return void early?.push(message);
    ahead = later(ahead, message.now);
    const next = advance(view, message);
    if (next) store.set({ view: next, ahead, fault: null });
    else asking.ask();
  }

  const offEvent = onHostEvent('event', take);
  const asking = keepAsking(
    () => {
      early = [];
      return send({ type: 'watch', matchId });
    },
    begin,
    refused,
  );
  return () => {
    asking.end();
    offEvent();
    void send({ type: 'unwatch', matchId });
  };
}

const watchOf = createWatches(NOTHING, startWatching);

export function useMatch(matchId: string): Watched {
  const { store, hold } = useMemo(() => watchOf(matchId), [matchId]);
  useEffect(hold, [hold]);
  return useStore(store);
}
