/** One timer that is set anew: the earlier setting is forgotten. Once stopped it cannot be set any more. */
export type Alarm = {
  /** An instant of `now`; null sets none. */
  setAt(instant: number | null): void;
  setIn(milliseconds: number): void;
  stop(): void;
};

/** setTimeout takes 2^31 − 1 milliseconds at most. */
const LONGEST_MS = 2 ** 31 - 1;

export function createAlarm(now: () => number, ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const setIn = (milliseconds: number) => {
    clearTimeout(timer);
    if (isStopped) return;
    timer = setTimeout(ring, Math.min(Math.max(0, milliseconds), LONGEST_MS));
    timer.unref();
  };
  return {
    setIn,
    setAt: (instant) => (instant === null ? clearTimeout(timer) : setIn(instant - now())),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
