'use client';
import { useEffect, useState } from 'react';

/** The host's time, read again and again as long as something counts down. */
export function useNow(hostNow: () => number, isCounting: boolean, everyMs = 250): number {
  const [now, setNow] = useState(hostNow);
  useEffect(() => {
    if (!isCounting) return;
    const timer = setInterval(() => setNow(hostNow()), everyMs);
    return () => clearInterval(timer);
  }, [hostNow, isCounting, everyMs]);
  return now;
}

/** Whole seconds until an instant, never negative. */
export function secondsUntil(instant: number, now: number): number {
  return Math.max(0, Math.ceil((instant - now) / 1000));
}
