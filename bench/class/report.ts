/** What the host's process says of itself. */
export type Kept = {
  readonly entrants: number;
  readonly openMatches: number;
  readonly matches: number;
  readonly results: number;
  /** Sealed by people, and moves of people that were judged. */
  readonly answers: number;
  readonly judged: number;
};

export type HostReport = {
  readonly cpuMs: number;
  /** The most since the report before. */
  readonly rssMiB: number;
  readonly loopP99Ms: number;
  readonly loopMaxMs: number;
  /** Warnings and errors so far. */
  readonly logged: number;
  readonly kept: Kept;
};
