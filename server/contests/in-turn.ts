/** What is done to one session is done one after the other: an instructor has a phone and a laptop. */
export type InTurn = <T>(contestId: string, work: () => Promise<T>) => Promise<T>;

export function createInTurn(): InTurn {
  const last = new Map<string, Promise<unknown>>();
  return (contestId, work) => {
    const done = (last.get(contestId) ?? Promise.resolve()).then(work);
    const settled: Promise<unknown> = done.catch(() => undefined).then(() => last.get(contestId) === settled && last.delete(contestId));
    last.set(contestId, settled);
    return done;
  };
}
