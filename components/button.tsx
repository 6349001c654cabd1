import type { ButtonHTMLAttributes } from 'react';

export const LOOKS = {
  /** The one thing to do next. */
  main: 'min-h-12 w-full rounded-xl bg-ink px-4 py-2 text-base font-semibold text-card hover:bg-ink/90 aria-disabled:cursor-not-allowed aria-disabled:bg-sunken aria-disabled:text-muted',
  quiet: 'min-h-11 rounded-lg border border-line bg-card px-3 py-2 text-sm font-medium text-ink hover:border-ink disabled:opacity-60',
  danger: 'min-h-11 rounded-lg bg-bad px-4 py-2 text-sm font-semibold text-card hover:bg-bad/90',
  text: 'min-h-11 rounded-md px-1 text-sm font-medium whitespace-nowrap text-muted underline decoration-line-strong underline-offset-4 hover:text-ink',
} as const;

export function Button({ look, className = '', ...rest }: ButtonHTMLAttributes<HTMLButtonElement> & { readonly look: keyof typeof LOOKS }) {
  return <button type="button" className={`${LOOKS[look]} ${className}`} {...rest} />;
}

export function KeyHint({ children }: { readonly children: string }) {
  return (
    <kbd className="rounded border border-current/30 px-1.5 py-0.5 font-mono text-xs font-medium pointer-coarse:hidden">{children}</kbd>
  );
}
