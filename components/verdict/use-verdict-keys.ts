'use client';
import { type RefObject, useEffect, useRef } from 'react';
import { useKeys } from '#components/use-keys.ts';

/** A key that was meant for the move must not close the verdict that answers it. */
const SETTLE_MS = 700;

/** The heading of a verdict takes the focus, and Enter goes on; where `onEnter` is null it does not. */
export function useVerdictKeys(onEnter: (() => void) | null): RefObject<HTMLHeadingElement | null> {
  const title = useRef<HTMLHeadingElement>(null);
  const shownAt = useRef(0);
  useEffect(() => {
    shownAt.current = performance.now();
    title.current?.focus({ preventScroll: true });
  }, []);
  useKeys((event) => {
    if (event.key !== 'Enter' || !onEnter || performance.now() - shownAt.current < SETTLE_MS) return;
    event.preventDefault();
    onEnter();
  });
  return title;
}
