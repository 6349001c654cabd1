/** What is watched, by key: one watch for all who look at the same thing. */
import { createLease } from './lease.ts';
import { createStore, type Store } from './store.ts';

export type Watch<T> = { readonly store: Store<T>; readonly hold: () => () => void };

/**
 * Begins to watch, and gives back how to end it, which resolves once the host has been told. What begins waits for `before`, the end of the watch
 * before it: an "unwatch" that is sent again must not come after the next "watch".
 */
export type StartWatching<T> = (key: string, store: Store<T>, before: Promise<unknown>) => () => Promise<unknown>;

export function createWatches<T>(nothing: T, start: StartWatching<T>): (key: string) => Watch<T> {
  const watches = new Map<string, Watch<T>>();

  function make(key: string): Watch<T> {
    const store = createStore(nothing);
    let ended: Promise<unknown> = Promise.resolve();
    const begin = () => {
      const end = start(key, store, ended);
      return () => {
        ended = end();
      };
    };
    return { store, hold: createLease(begin) };
  }

  return (key) => {
    const known = watches.get(key) ?? make(key);
    watches.set(key, known);
    return known;
  };
}
