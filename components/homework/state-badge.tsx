import { useTranslations } from 'next-intl';
import type { Work } from '#protocol/homework.ts';

const LOOKS = {
  'not-begun': 'bg-sunken text-muted',
  'in-progress': 'bg-client-soft text-client',
  done: 'bg-good-soft text-good',
} as const;

export function StateBadge({ state, isLate }: Pick<Work, 'state' | 'isLate'>) {
  const t = useTranslations('homework');
  const look = isLate ? (state === 'done' ? 'bg-amber-soft text-amber' : 'bg-bad-soft text-bad') : LOOKS[state];
  return (
    <span className={`inline-block whitespace-nowrap rounded-full px-3 py-1 text-sm font-semibold ${look}`}>
      {t(`${isLate ? 'lateStates' : 'states'}.${state}`)}
    </span>
  );
}
