import type { ReactNode } from 'react';

/** What is pressed next stays in reach while the rest scrolls. */
export function StickyBar({ children }: { readonly children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-10 -mx-4 bg-paper px-4 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:mx-0 sm:px-0">
      {children}
    </div>
  );
}
