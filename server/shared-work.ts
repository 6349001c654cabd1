/** Work that several ask for at the same moment, done once. */

/** What `work` brings, or what the work that is under way for the same key will bring. */
export type SharedWork = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function createSharedWork(): SharedWork {
  const underWay = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>) => {
    const known = underWay.get(key);
    if (known) return known as Promise<T>;
    const begun = work().finally(() => underWay.delete(key));
    underWay.set(key, begun);
    return begun;
  };
}
