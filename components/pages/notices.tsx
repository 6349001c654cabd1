import type { ReactNode } from 'react';

/** Lies over the foot of a page, so that nothing moves when something is to be told. */
export function Notices({ children }: { readonly children: ReactNode }) {
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-0 z-20 flex flex-col items-center gap-2 p-3">
      {children}
    </div>
  );
}
