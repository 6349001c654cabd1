/** Answers that are not read anew for everybody who asks: a class looks at them at the same moment. */

/** The answer for a key: the last one where that is fresh, else what `read` brings. Keys have to be few. */
export type Fresh<T> = (key: string, read: () => Promise<T>) => Promise<T>;

/** `freshMs`: how long an answer is, in milliseconds. */
export function createFresh<T>(freshMs: number, now: () => number): Fresh<T> {
  const kept = new Map<string, { readonly at: number; readonly answer: Promise<T> }>();
  return (key, read) => {
    const known = kept.get(key);
    // A clock that is set back must not keep an answer for an hour.
    if (known && Math.abs(now() - known.at) < freshMs) return known.answer;
    const answer = read();
    kept.set(key, { at: now(), answer });
    return answer;
  };
}
