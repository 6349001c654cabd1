'use client';
import { useEffect, useRef } from 'react';

/** Calls `onKey` for keys that nothing else takes: not while somebody writes text, holds a modifier or looks at a dialog. */
export function useKeys(onKey: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKey);
  useEffect(() => {
    latest.current = onKey;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!isTaken(event)) latest.current(event);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target instanceof Element ? event.target : null;
  const takers = takersOf(event.key);
  return target?.closest(takers) != null;
}

/** What has a use of its own for a key. `data-scrolls` marks a region that the keys scroll. */
function takersOf(key: string): string {
  const writing = 'textarea, select, dialog, [contenteditable]';
  if (key === 'Enter') return `${writing}, button, a, summary`;
  if (key === 'ArrowUp' || key === 'ArrowDown' || key === 'Home' || key === 'End') return `${writing}, [data-scrolls]`;
  return key === 'ArrowLeft' || key === 'ArrowRight' ? `${writing}, input` : writing;
}
