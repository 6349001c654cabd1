import { useFormatter, useTranslations } from 'next-intl';
import type { Tally } from '#game/contest/vocabulary.ts';

/** How many of those asked were right: as a bar, in per cent and in numbers. */
export function Share({ asked, right }: Tally) {
  const t = useTranslations('reports');
  const format = useFormatter();
  const share = right / Math.max(1, asked);
  return (
    <div className="flex items-center gap-3">
      <div aria-hidden="true" className="h-2 min-w-12 flex-1 overflow-hidden rounded-full bg-bad-faint">
        <div className="h-full bg-good" style={{ width: `${100 * share}%` }} />
      </div>
      <span className="w-10 text-right font-semibold tabular-nums">
        {format.number(share, { style: 'percent', maximumFractionDigits: 0 })}
      </span>
      <span className="w-16 text-right text-sm text-muted tabular-nums">{t('tally', { right, asked })}</span>
    </div>
  );
}
