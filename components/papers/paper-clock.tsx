'use client';
import { useTranslations } from 'next-intl';
import { clockText } from '#components/projector/clock-text.ts';
import { secondsUntil, useNow } from '#components/use-now.ts';

type PaperClockProps = { readonly endsAt: number; readonly hostNow: () => number };

/** When a screen reader is told, in seconds that are left. */
const SPOKEN = [300, 60, 10];
const FEW_SECONDS = 60;

/** How long a paper goes on. The last minute is told by a frame and a sign as well as by colour. */
export function PaperClock({ endsAt, hostNow }: PaperClockProps) {
  const t = useTranslations('papers');
  const seconds = secondsUntil(endsAt, useNow(hostNow, true));
  const isShort = seconds <= FEW_SECONDS;
  return (
    <>
      <span
        role="timer"
        aria-label={t('timeLeft', { time: clockText(seconds * 1_000) })}
        className={`shrink-0 rounded-full border px-3 py-1 font-mono text-sm font-bold tabular-nums ${isShort ? 'border-bad bg-bad-soft text-bad' : 'border-line bg-sunken'}`}
      >
        {isShort && '! '}
        {clockText(seconds * 1_000)}
      </span>
      <span aria-live="polite" className="sr-only">
        {SPOKEN.includes(seconds) && t('timeLeft', { time: clockText(seconds * 1_000) })}
      </span>
    </>
  );
}
