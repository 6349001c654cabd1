/** What a wire may do to what it carries. Shares are of one. */
export type Faults = {
  /** Of the messages of a link, each way. One that is late is overtaken by those behind it. */
  readonly lost: number;
  readonly doubled: number;
  readonly late: number;
  /** How late at most, the second copy of a doubled one too. */
  readonly lateMs: number;
  /** Of requests over HTTP: done, but the answer does not come. They are doubled and late as messages are. */
  readonly unanswered: number;
  /** How often something happens to the links themselves, and to which share of them. */
  readonly everyMs: number;
  readonly cut: number;
  /** Open at both ends, and nothing comes through any more. */
  readonly halfOpen: number;
  /** Nothing is read for so long, then all at once. */
  readonly stalled: number;
  readonly stallMs: number;
};

export const FAITHFUL: Faults = {
  ...{ lost: 0, doubled: 0, late: 0, lateMs: 0, unanswered: 0 },
  ...{ everyMs: 10_000, cut: 0, halfOpen: 0, stalled: 0, stallMs: 0 },
};

/** `hurry`: how many times as fast as in earnest, for tests that must not last. */
export function allFaults(hurry = 1): Faults {
  return {
    ...{ lost: 0.02, doubled: 0.03, late: 0.1, lateMs: 2_000 / hurry, unanswered: 0.03 },
    ...{ everyMs: 10_000 / hurry, cut: 0.3, halfOpen: 0.05, stalled: 0.1, stallMs: 6_000 / hurry },
  };
}

export const COUNTED = ['carried', 'lost', 'doubled', 'late', 'requests', 'unanswered', 'links', 'cut', 'halfOpen', 'stalled'] as const;
export type Tally = Record<(typeof COUNTED)[number], number>;

export function newTally(): Tally {
  return Object.fromEntries(COUNTED.map((name) => [name, 0])) as Tally;
}
