/** A match as its viewer may see it, kept up to date: a view on arrival, events after. */
import { useEffect, useMemo } from 'react';
import { advanceView, type View } from '#game/match/view.ts';
import type { Results } from '#protocol/commands.ts';
import type { Fault } from '#protocol/faults.ts';
import type { EventsMessage } from '#protocol/packed-events.ts';
import { keepAsking } from './asking.ts';
import { hearHostClock } from './clock.ts';
import { onHostEvent, send } from './link.ts';
import { type Store, useStore } from './store.ts';
import { createWatches } from './watches.ts';

export type Watched = { readonly view: View | null; readonly fault: Fault | null };

const NOTHING: Watched = { view: null, fault: null };

function startWatching(matchId: string, store: Store<Watched>, before: Promise<unknown>): () => Promise<unknown> {
  /** Messages that came while the view was on its way. */
  let early: EventsMessage[] | null = null;

  function begin(answer: Results['watch']): void {
    const missed = early ?? [];
    early = null;
    hearHostClock(answer.now);
    store.set({ view: answer.view, fault: null });
    for (const message of missed) take(message);
  }

  function refused(fault: Fault): void {
    early = null;
    store.set({ ...store.get(), fault });
  }

  function take(message: EventsMessage): void {
    if (message.matchId !== matchId) return;
    const { view } = store.get();
    if (early || !view) return void early?.push(message);
    const next = advanceView(view, message);
    if (!next) return void asking.ask();
    if (next === view) return;
    store.set({ view: next, fault: null });
    asking.heard();
  }

  const offEvent = onHostEvent('events', take);
  const asking = keepAsking(
    async () => {
      early = [];
      await before;
      return send({ type: 'watch', matchId });
    },
    begin,
    refused,
  );
  return () => {
    asking.end();
    offEvent();
    return send({ type: 'unwatch', matchId });
  };
}

/** A match, and a way to keep it watched. */
export const watchOfMatch = createWatches(NOTHING, startWatching);

export function useMatch(matchId: string): Watched {
  const { store, hold } = useMemo(() => watchOfMatch(matchId), [matchId]);
  useEffect(hold, [hold]);
  return useStore(store);
}
