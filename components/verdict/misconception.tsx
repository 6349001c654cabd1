import { useTranslations } from 'next-intl';
import type { MisconceptionId } from '#game/match/misconceptions.ts';

/** The mistake that a wrong answer shows, and what is so instead. */
export function Misconception({ id }: { readonly id: MisconceptionId }) {
  const t = useTranslations('misconceptions');
  return (
    <p className="border-l-4 border-bad-faint pl-3">
      <strong className="block font-semibold">{t(`${id}.name`)}</strong>
      {t(`${id}.text`)}
    </p>
  );
}
