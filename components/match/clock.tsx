'use client';
import { useTranslations } from 'next-intl';
import { secondsUntil, useNow } from '#components/use-now.ts';

type ClockProps = {
  /** By the host's clock; null is untimed play. */
  readonly deadline: number | null;
  /** All the time that the turn has; null in untimed play. */
  readonly fullSeconds: number | null;
  readonly hostNow: () => number;
};

const RADIUS = 16;
const LENGTH = 2 * Math.PI * RADIUS;
/** When a screen reader is told: often enough to act, seldom enough not to talk over the question. */
const SPOKEN = [10, 5];

export function Clock({ deadline, fullSeconds, hostNow }: ClockProps) {
  const t = useTranslations('duel.clock');
  const now = useNow(hostNow, deadline !== null);
  if (deadline === null || fullSeconds === null) return null;
  const seconds = Math.min(secondsUntil(deadline, now), Math.ceil(fullSeconds));
  return (
    <span className="inline-flex">
      <span role="timer" aria-label={t('left', { seconds })} className="inline-flex">
        <Ring seconds={seconds} share={Math.max(0, Math.min(1, (deadline - now) / (fullSeconds * 1000)))} />
      </span>
      <span aria-live="polite" className="sr-only">
        {SPOKEN.includes(seconds) && t('left', { seconds })}
      </span>
    </span>
  );
}

/** The last seconds are told by a heavier ring, a fuller ground and larger figures, not by colour alone. */
function Ring({ seconds, share }: { readonly seconds: number; readonly share: number }) {
  const isShort = seconds <= 5;
  return (
    <svg viewBox="0 0 40 40" className="size-10" aria-hidden="true">
      <circle cx={20} cy={20} r={RADIUS} strokeWidth={4} className={`${isShort ? 'fill-bad-soft' : 'fill-card'} stroke-sunken`} />
      <circle
        cx={20}
        cy={20}
        r={RADIUS}
        strokeWidth={isShort ? 5.5 : 4}
        strokeDasharray={`${LENGTH * share} ${LENGTH}`}
        strokeLinecap="round"
        transform="rotate(-90 20 20)"
        className={`fill-none ${isShort ? 'stroke-bad' : 'stroke-client'}`}
      />
      <text
        x={20}
        y={20}
        textAnchor="middle"
        dominantBaseline="central"
        className={`font-mono font-bold tabular-nums ${isShort ? 'fill-bad text-[15px]' : 'fill-ink text-[13px]'}`}
      >
        {seconds}
      </text>
    </svg>
  );
}
