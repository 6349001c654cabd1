import { useTranslations } from 'next-intl';
import type { End } from '#game/match/vocabulary.ts';

/** RFC 9293 §3.3.1. They mean nothing before there is a connection. */
export function Variables({ end, className = 'space-y-0.5' }: { readonly end: End; readonly className?: string }) {
  const t = useTranslations('duel.players');
  const isSet = end.state !== 'CLOSED' && end.state !== 'LISTEN';
  const rows = [
    ['SND.UNA', end.sndUna],
    ['SND.NXT', end.sndNxt],
    ['RCV.NXT', end.state === 'SYN_SENT' ? null : end.rcvNxt],
  ] as const;
  return (
    <dl aria-label={t('variables')} className={`font-mono text-sm ${className}`}>
      {rows.map(([label, value]) => (
        <div key={label} className="flex justify-between gap-2">
          <dt className="text-muted">{label}</dt>
          <dd className="font-semibold">{isSet && value !== null ? value : '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
