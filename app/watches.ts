/** What is watched, by key: one watch for all who look at the same thing. */
import { createLease } from './lease.ts';
import { createStore, type Store } from './store.ts';

export type Watch<T> = { readonly store: Store<T>; readonly hold: () => () => void };

/** `start` begins to watch, and gives back how to end it. */
export function createWatches<T>(nothing: T, start: (key: string, store: Store<T>) => () => void): (key: string) => Watch<T> {
  const watches = new Map<string, Watch<T>>();
  return (key) => {
    const known = watches.get(key);
    if (known) return known;
    const store = createStore(nothing);
    const made = { store, hold: createLease(() => start(key, store)) };
    watches.set(key, made);
    return made;
  };
}
