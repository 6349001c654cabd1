/** What this browser keeps, under a key each: it outlasts a reload, and needs no connection. */

/** For what a browser does not keep that keeps nothing, or is full: it lasts as long as the page. */
const unkept = new Map<string, string>();

/** Null where nothing is kept, or nothing that reads: another page, or somebody's hand, may have written it. */
export function readKept(key: string): unknown {
  try {
    return JSON.parse(unkept.get(key) ?? localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

/** Null forgets it. */
export function keep(key: string, value: unknown): void {
  unkept.delete(key);
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch {
    unkept.set(key, JSON.stringify(value));
  }
}
