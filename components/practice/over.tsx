'use client';
import { type ReactNode, useEffect, useRef } from 'react';

type OverProps = { readonly title: string; readonly text: string; readonly children: ReactNode };

/** What stands on the desk when all is over. Its heading takes the focus. */
export function Over({ title, text, children }: OverProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section aria-label={title} className="min-h-0 flex-1 space-y-5 p-4 lg:overflow-y-auto lg:p-5">
      <div>
        <h2 ref={heading} tabIndex={-1} className="text-xl font-bold outline-none">
          {title}
        </h2>
        <p className="text-sm text-muted">{text}</p>
      </div>
      {children}
    </section>
  );
}

export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="space-y-2 text-sm leading-relaxed">
      <h3 className="text-base font-bold">{title}</h3>
      {children}
    </div>
  );
}
