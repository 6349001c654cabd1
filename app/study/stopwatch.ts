'use client';

import { useEffect, useRef } from 'react';

/** How long what is called `name` has been shown, in milliseconds. Null for what stood there already when the page came. */
export function useStopwatch(name: string): () => number | null {
  const first = useRef(name);
  const begun = useRef<number | null>(null);
  useEffect(() => {
    begun.current = name === first.current ? null : performance.now();
  }, [name]);
  return () => (begun.current === null ? null : performance.now() - begun.current);
}
