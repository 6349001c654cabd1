/** Whether an entrant can be paired: who is here, or was until lately. */
export type Reach = {
  isReachable(playerId: string): boolean;
  /** A player has come, or the last link of one is gone. */
  changed(playerId: string): void;
};

/** Who has been away for longer than a phone's nap is not paired. */
const REACHABLE_MS = 120_000;

export function createReach(isHere: (playerId: string) => boolean, now: () => number): Reach {
  /** Of those who left lately, the longest gone first. Before the start of the host everybody may have been here. */
  const goneAt = new Map<string, number>();
  const startedAt = now();
  const isLately = (instant: number) => now() - instant < REACHABLE_MS;

  function forgetOld(): void {
    for (const [playerId, instant] of goneAt) {
      if (isLately(instant)) return;
      goneAt.delete(playerId);
    }
  }

  return {
    isReachable: (playerId) => isHere(playerId) || isLately(goneAt.get(playerId) ?? startedAt),
    changed(playerId) {
      goneAt.delete(playerId);
      if (!isHere(playerId)) goneAt.set(playerId, now());
      forgetOld();
    },
  };
}
