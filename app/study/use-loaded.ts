'use client';

import { useEffect, useState } from 'react';

const RETRY_AFTER_MS = 5_000;

/**
 * What `load`, the same function at each rendering, brings. Null until it is there; what is there stays until another has come; what could
 * not be had is asked for again.
 */
export function useLoaded<T>(load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<T | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const attempt = () =>
      load().then(
        (next) => isGone || setLoaded(() => next),
        () => {
          if (!isGone) timer = setTimeout(attempt, RETRY_AFTER_MS);
        },
      );
    void attempt();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [load]);
  return loaded;
}
