/** How much a link may say: a bucket that fills with time. A person in a match needs a few messages a turn. */
const BUCKET = 40;
const PER_SECOND = 10;

export type Credits = {
  /** Takes one; false where there is none. */
  take(): boolean;
};

export function createCredits(now: () => number): Credits {
  let left = BUCKET;
  let at = now();
  return {
    take() {
      const instant = now();
      left = Math.min(BUCKET, left + ((instant - at) / 1_000) * PER_SECOND);
      at = instant;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
