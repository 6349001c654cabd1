/** The ids of what was done lately. */
export type Repeats = { has(id: string): boolean; add(id: string): void };

/** A command is sent again within seconds, and a link says ten a second at most. */
const KEPT = 100;

export function createRepeats(): Repeats {
  const ids = new Set<string>();
  return {
    has: (id) => ids.has(id),
    add(id) {
      ids.add(id);
      const [oldest] = ids;
      if (ids.size > KEPT && oldest !== undefined) ids.delete(oldest);
    },
  };
}
