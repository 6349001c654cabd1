/** How often something may happen for each address: a bucket a key, which fills with time. */
export type Allowance = {
  /** Takes one; false where there is none left. */
  take(key: string): boolean;
};

type Bucket = { left: number; at: number };

/** How many keys are kept before full buckets are thrown out; then twice as many as are left. */
const MANY = 10_000;

export function createAllowance(burst: number, perSecond: number, now: () => number): Allowance {
  const buckets = new Map<string, Bucket>();
  let limit = MANY;

  function filled({ left, at }: Bucket): number {
    return Math.min(burst, left + ((now() - at) / 1_000) * perSecond);
  }

  function forgetFull(): void {
    for (const [key, bucket] of buckets) if (filled(bucket) >= burst) buckets.delete(key);
    limit = Math.max(MANY, 2 * buckets.size);
  }

  return {
    take(key) {
      const left = filled(buckets.get(key) ?? { left: burst, at: now() });
      if (left < 1) return false;
      if (buckets.size >= limit) forgetFull();
      buckets.set(key, { left: left - 1, at: now() });
      return true;
    },
  };
}
