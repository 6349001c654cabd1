/** Answers that are read at most every few seconds: a class looks at them at the same moment. */

const FRESH_MS = 3_000;

/** The answer for a key: the last one where that is fresh, else what `read` brings. Keys have to be few. */
export type Fresh<T> = (key: string, read: () => Promise<T>) => Promise<T>;

export function createFresh<T>(now: () => number): Fresh<T> {
  const kept = new Map<string, { readonly at: number; readonly answer: Promise<T> }>();
  return (key, read) => {
    const known = kept.get(key);
    if (known && now() - known.at < FRESH_MS) return known.answer;
    const answer = read();
    kept.set(key, { at: now(), answer });
    return answer;
  };
}
