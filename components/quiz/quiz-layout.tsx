import type { ReactNode } from 'react';

type QuizLayoutProps = { readonly asked: ReactNode; readonly children: ReactNode };

/** What is asked and what is answered: one below the other on a phone, side by side on a wide window. */
export function QuizLayout({ asked, children }: QuizLayoutProps) {
  return (
    <main className="mx-auto grid w-full max-w-5xl flex-1 grid-cols-[minmax(0,1fr)] content-start gap-4 px-4 pt-4 sm:px-6 lg:grid-cols-2 lg:gap-8 lg:pt-8">
      {asked}
      <div className="flex min-w-0 flex-col gap-4 pb-4">{children}</div>
    </main>
  );
}
