import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

type MarkProps = {
  readonly isRight: boolean;
  readonly label: string;
  readonly children: ReactNode;
};

/** An answer or one half of it, and whether it was right: by sign, by word and by colour. */
export function Mark({ isRight, label, children }: MarkProps) {
  const t = useTranslations('duel.verdict');
  return (
    <div className={`rounded-lg border px-3 py-2 text-sm ${isRight ? 'border-good/40 bg-good-soft' : 'border-bad/40 bg-bad-soft'}`}>
      <p className={`text-xs font-semibold ${isRight ? 'text-good' : 'text-bad'}`}>
        {isRight ? '✓' : '✕'} {label} · {t(isRight ? 'isRight' : 'isWrong')}
      </p>
      {children}
    </div>
  );
}
