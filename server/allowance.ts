/**
 * How often something may happen for each key: a bucket that fills with time. All that is kept of a bucket is the instant at which it is full
 * again (the GCRA of ITU-T I.371, Annex A): one that is full is as good as none.
 */
import type { AllowanceStore } from '#db/allowances.ts';

export type Allowance = {
  /** Takes one, or so many; false, and none is taken, where there are not as many left. */
  take(key: string, many?: number): boolean;
  /** Whether there is one left. */
  has(key: string): boolean;
};

/** One that a restart does not fill. */
export type KeptAllowance = {
  /** Takes one; false where there is none left. It is on the disk once it resolves. */
  take(key: string): Promise<boolean>;
  /** Gives one back. */
  giveBack(key: string): Promise<void>;
};

/** How many keys are kept before full buckets are thrown out; then twice as many as are left. */
const MANY = 10_000;

/** Thirds of a second do not add up to a second. */
const ROUNDING_MS = 0.01;

/** When the bucket is full after so many were taken at `now`; null where there are not as many to take. */
function taken(fullAt: number, now: number, burst: number, perSecond: number, many = 1): number | null {
  const next = Math.max(fullAt, now) + (many * 1_000) / perSecond;
  return next - now > (burst * 1_000) / perSecond + ROUNDING_MS ? null : next;
}

export function createAllowance(burst: number, perSecond: number, now: () => number): Allowance {
  const buckets = new Map<string, number>();
  let limit = MANY;

  function forgetFull(): void {
    for (const [key, fullAt] of buckets) if (fullAt <= now()) buckets.delete(key);
    limit = Math.max(MANY, 2 * buckets.size);
  }

  return {
    has: (key) => taken(buckets.get(key) ?? 0, now(), burst, perSecond) !== null,
    take(key, many = 1) {
      const next = taken(buckets.get(key) ?? 0, now(), burst, perSecond, many);
      if (next === null) return false;
      if (buckets.size >= limit) forgetFull();
      buckets.set(key, next);
      return true;
    },
  };
}

/** `name` tells its keys from those of others in the same table. */
export function keepAllowance(store: AllowanceStore, name: string, burst: number, perSecond: number, now: () => number): KeptAllowance {
  const keyOf = (key: string) => `${name}:${key}`;
  return {
    async take(key) {
      let isTaken = false;
      await store.update(keyOf(key), (fullAt) => {
        const next = taken(fullAt ?? 0, now(), burst, perSecond);
        isTaken = next !== null;
        return next ?? fullAt;
      });
      return isTaken;
    },
    giveBack: (key) => store.update(keyOf(key), (fullAt) => fullAt && fullAt - 1_000 / perSecond),
  };
}
