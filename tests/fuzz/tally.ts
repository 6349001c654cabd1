/** What came back, counted; and what must not have come back, with the message that brought it. */
export type Failure = { readonly door: string; readonly what: string; readonly message: string };
export type Tally = {
  count(door: string, what: string): void;
  fail(door: string, what: string, message: string): void;
  readonly counts: ReadonlyMap<string, number>;
  readonly failures: readonly Failure[];
};

/** So many are kept of each kind. */
const KEPT = 5;

export function newTally(): Tally {
  const counts = new Map<string, number>();
  const failures: Failure[] = [];
  const count = (door: string, what: string) => void counts.set(`${door}: ${what}`, (counts.get(`${door}: ${what}`) ?? 0) + 1);
  return {
    count,
    fail(door, what, message) {
      count(door, `FAILED: ${what}`);
      if (failures.filter((one) => one.door === door && one.what === what).length >= KEPT) return;
      failures.push({ door, what, message });
      process.stderr.write(`${door}: ${what}\n  ${message.slice(0, 500)}\n`);
    },
    counts,
    failures,
  };
}
