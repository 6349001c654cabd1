import type { ReactNode } from 'react';

type MainProps = {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly children?: ReactNode;
  /** A page of one column of text or one task. */
  readonly narrow?: boolean;
  /** A page with a picture that needs the room. */
  readonly wide?: boolean;
};

/** What stands under the bar of a page: its one heading, and its content. */
export function Main({ title, intro, children, narrow = false, wide = false }: MainProps) {
  return (
    <main
      className={`mx-auto flex w-full flex-1 flex-col gap-6 px-4 py-6 sm:px-6 sm:py-10 ${narrow ? 'max-w-2xl' : wide ? 'max-w-7xl' : 'max-w-5xl'}`}
    >
      <div className="flex flex-col gap-2">
        <h1 className="text-2xl font-bold tracking-tight text-balance wrap-anywhere sm:text-3xl">{title}</h1>
        {intro ? <div className="max-w-prose text-muted">{intro}</div> : null}
      </div>
      {children}
    </main>
  );
}
