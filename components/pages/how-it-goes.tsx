import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

const STEPS = ['how1', 'how2', 'how3'] as const;

export function HowItGoes({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('home');
  return (
    <section aria-labelledby="how" className="flex flex-col gap-4">
      <h2 id="how" className="text-xl font-bold">
        {t('howTitle')}
      </h2>
      <ol className="grid gap-4 md:grid-cols-3">
        {STEPS.map((step, index) => (
          <li key={step} className="card flex gap-3 p-4">
            <span aria-hidden="true" className="font-mono text-2xl font-bold text-client">
              {index + 1}
            </span>
            {t(step)}
          </li>
        ))}
      </ol>
      {children}
    </section>
  );
}
