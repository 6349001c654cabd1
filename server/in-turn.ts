/** What is done to one thing, or by one player, is done one after the other: people have a phone and a laptop. */
export type InTurn = <T>(key: string, work: () => Promise<T>) => Promise<T>;

export function createInTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const done = (last.get(key) ?? Promise.resolve()).then(work);
    const settled: Promise<unknown> = done.catch(() => undefined).then(() => last.get(key) === settled && last.delete(key));
    last.set(key, settled);
    return done;
  };
}
