'use client';
import { useEffect, useRef } from 'react';

/** Takes the focus when a turn opens, unless somebody is elsewhere: a screen reader reads what happened, and the keys are the composer's. */
export function TurnHeading({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h2 ref={heading} tabIndex={-1} className="sr-only">
      {text}
    </h2>
  );
}
