/** Scenarios that were made in this browser, and are kept in it: what the machine makes and a practice plays. */
import type { OwnScenario } from '#components/machine/make-scenario.tsx';
import { createStore, useStore } from './store.ts';

const NAME = 'last-ack-scenarios';
const MOST = 50;
const store = createStore<readonly OwnScenario[]>([]);
let isKept = true;

/** Empty until they have been read: the host does not know them. */
export function useOwnScenarios(): readonly OwnScenario[] {
  return useStore(store);
}

/** What another page, or somebody's hand, has left there may be anything. */
export function readOwnScenarios(): void {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]');
    store.set(Array.isArray(kept) ? kept.filter(isScenario) : []);
  } catch {
    store.set([]);
  }
}

function isScenario(kept: unknown): kept is OwnScenario {
  if (typeof kept !== 'object' || kept === null || !('name' in kept) || !('address' in kept)) return false;
  return typeof kept.name === 'string' && typeof kept.address === 'string';
}

/** In the place of one that is called the same; the newest is first, and the oldest make way. */
export function saveOwnScenario(scenario: OwnScenario): void {
  keep([scenario, ...withoutNamed(scenario.name)].slice(0, MOST));
}

export function forgetOwnScenario(name: string): void {
  keep(withoutNamed(name));
}

function withoutNamed(name: string): readonly OwnScenario[] {
  if (isKept) readOwnScenarios();
  return store.get().filter((one) => one.name !== name);
}

/** In a browser that keeps nothing, or is full, they are there as long as the page is open. */
function keep(scenarios: readonly OwnScenario[]): void {
  try {
    localStorage.setItem(NAME, JSON.stringify(scenarios));
    isKept = true;
  } catch {
    isKept = false;
  }
  store.set(scenarios);
}
