'use client';
import { useTranslations } from 'next-intl';
import { secondsUntil, useNow } from '#components/use-now.ts';
import type { Status } from './status.ts';

const LOOK: Readonly<Record<Status, { readonly sign: string; readonly className: string }>> = {
  thinking: { sign: '…', className: 'bg-sunken text-muted' },
  sealed: { sign: '●', className: 'bg-amber-soft text-amber' },
  reading: { sign: '…', className: 'bg-sunken text-muted' },
  ready: { sign: '✓', className: 'bg-good-soft text-good' },
  away: { sign: '!', className: 'bg-bad-soft text-bad' },
  left: { sign: '!', className: 'bg-bad-soft text-bad' },
  bot: { sign: '⚙', className: 'bg-sunken text-ink' },
};

type StatusBadgeProps = { readonly status: Status; readonly graceUntil: number | null; readonly hostNow: () => number };

export function StatusBadge({ status, graceUntil, hostNow }: StatusBadgeProps) {
  const t = useTranslations('duel.players.status');
  const now = useNow(hostNow, graceUntil !== null, 500);
  const { sign, className } = LOOK[status];
  return (
    <span className={`inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 text-xs font-semibold whitespace-nowrap ${className}`}>
      <span aria-hidden="true">{sign}</span>
      {t(status)}
      {graceUntil !== null && ` · ${t('seconds', { seconds: secondsUntil(graceUntil, now) })}`}
    </span>
  );
}
