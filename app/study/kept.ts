/** What this browser keeps of self-study, each under a name and for one player: it outlasts a reload, and needs no connection. */

/** Another number where what is kept has another shape than before. */
const PREFIX = 'last-ack-study-1';
/** For what a browser does not keep that keeps nothing, or is full. */
const unkept = new Map<string, string>();

/** Null where nothing is kept, or nothing that can be read: a browser may have written half of it. */
export function readKept<T>(name: string, playerId: string): T | null {
  const key = keyOf(name, playerId);
  try {
    return JSON.parse(unkept.get(key) ?? readItem(key) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

/** Null forgets it. */
export function keep(name: string, playerId: string, value: unknown): void {
  const key = keyOf(name, playerId);
  unkept.delete(key);
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    unkept.set(key, JSON.stringify(value));
  }
}

function readItem(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keyOf(name: string, playerId: string): string {
  return `${PREFIX}:${name}:${playerId}`;
}
