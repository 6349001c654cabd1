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
  /** For which the timer runs, where it is an instant. */
  let setFor: number | null = null;
  let isStopped = false;

  function unset(): void {
    clearTimeout(timer);
    setFor = null;
  }

  function setIn(milliseconds: number): void {
    unset();
    if (isStopped) return;
    timer = setTimeout(rings, Math.min(Math.max(0, milliseconds), LONGEST_MS));
    timer.unref();
  }

  function rings(): void {
    setFor = null;
    ring();
  }

  /** Most of what happens in a match leaves its next instant as it was. */
  function setAt(instant: number | null): void {
    if (instant === null) unset();
    else if (instant !== setFor) {
      setIn(instant - now());
      setFor = instant;
    }
  }

  function stop(): void {
    isStopped = true;
    unset();
  }

  return { setIn, setAt, stop };
}
