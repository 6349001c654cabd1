/** What a test file stands on, begun before its first test and ended after its last. Called at the top of the file. */
import { afterAll, beforeAll } from 'vitest';
import { type Host, startHost } from './host.ts';
import { openStore, type Store } from './store.ts';

/** Nothing of it is there before the first hook that comes after. */
export function withHost(environment: Readonly<Record<string, string>> = {}): Host {
  const host = {} as Host;
  beforeAll(async () => void Object.assign(host, await startHost(environment)));
  afterAll(() => host.dispose());
  return host;
}

/** The store of that host. */
export function withStore(host: Host): Store {
  const store = {} as Store;
  beforeAll(() => void Object.assign(store, openStore(host.dataDir)));
  afterAll(() => store.close());
  return store;
}
