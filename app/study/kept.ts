/** What this browser keeps of self-study, each under a name and for one player. */
import * as browser from '../kept.ts';

/** Another number where what is kept has another shape than before. */
const PREFIX = 'last-ack-study-1';

export function readKept<T>(name: string, playerId: string): T | null {
  return browser.readKept(keyOf(name, playerId)) as T | null;
}

/** Null forgets it. */
export function keep(name: string, playerId: string, value: unknown): void {
  browser.keep(keyOf(name, playerId), value);
}

function keyOf(name: string, playerId: string): string {
  return `${PREFIX}:${name}:${playerId}`;
}
