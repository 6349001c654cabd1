'use client';

import { useEffect, useState } from 'react';
import { type Kind, readKept } from './kept.ts';

/** The way back to what was begun and not ended; null where there is nothing. */
export function useBegun(kind: Kind): string | null {
  const [href, setHref] = useState<string | null>(null);
  useEffect(() => {
    const kept = readKept(kind);
    setHref(kept && !kept.isEnded && kept.steps.length > 0 ? kept.href : null);
  }, [kind]);
  return href;
}
