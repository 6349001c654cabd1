import { useTranslations } from 'next-intl';
import { SKIPS, type Damage, type Skip } from '#game/capture/vocabulary.ts';

type SkippedProps = { readonly skipped: Readonly<Partial<Record<Skip, number>>> };
type CaptureFaultsProps = { readonly capture: SkippedProps & { readonly damage: Damage | null } };

/** Where a file is damaged, and what of it was passed over. */
export function CaptureFaults({ capture: { damage, skipped } }: CaptureFaultsProps) {
  return (
    <>
      {damage && <DamageNotice {...damage} />}
      <Skipped skipped={skipped} />
    </>
  );
}

function DamageNotice({ damage, frame, byte }: Damage) {
  const t = useTranslations('captures.damage');
  return (
    <div role="alert" className="rounded-xl border border-amber-faint bg-amber-soft px-4 py-3 text-amber">
      <p className="font-bold">{t('title')}</p>
      <p>{t('where', { frame, byte, what: t(damage) })}</p>
    </div>
  );
}

function Skipped({ skipped }: SkippedProps) {
  const t = useTranslations('captures.skipped');
  const reasons = SKIPS.filter((reason) => skipped[reason]);
  if (reasons.length === 0) return null;
  const count = reasons.reduce((sum, reason) => sum + (skipped[reason] ?? 0), 0);
  return (
    <details className="text-sm text-muted">
      <summary className="min-h-7 cursor-pointer">{t('title', { count })}</summary>
      <ul className="list-disc pl-6">
        {reasons.map((reason) => (
          <li key={reason}>{t(reason, { count: skipped[reason] ?? 0 })}</li>
        ))}
      </ul>
    </details>
  );
}
