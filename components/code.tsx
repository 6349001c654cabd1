import type { ReactNode } from 'react';

/** TCP's own words. */
export function Code({ children, className = '' }: { readonly children: ReactNode; readonly className?: string }) {
  return <code className={`font-mono text-[0.94em] font-semibold ${className}`}>{children}</code>;
}

/** For `t.rich`: the tag `<c>` in a message. */
export const CODE_TAG = { c: (chunks: ReactNode) => <Code>{chunks}</Code> };
export const STRONG_TAG = { b: (chunks: ReactNode) => <strong>{chunks}</strong> };
