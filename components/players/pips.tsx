import { useTranslations } from 'next-intl';
import { countPips, type Pip } from './pips.ts';

/** Told apart by shape too: full, half full, broken in the middle, an outline, a dashed outline, pale. */
const LOOK: Readonly<Record<Pip, string>> = {
  right: 'bg-good',
  half: 'border border-good bg-[linear-gradient(90deg,var(--color-good)_50%,transparent_50%)]',
  wrong: 'bg-[linear-gradient(90deg,var(--color-bad)_38%,transparent_38%_62%,var(--color-bad)_62%)]',
  missed: 'border-2 border-bad bg-card',
  uncounted: 'border border-dashed border-muted bg-card',
  open: 'bg-line',
};

export function Pips({ pips }: { readonly pips: readonly Pip[] }) {
  const t = useTranslations('duel.players');
  return (
    <div role="img" aria-label={t('pips', countPips(pips))} className="flex flex-wrap gap-1">
      {pips.map((pip, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pip is its turn's number.
        <span key={index} className={`h-2 min-w-2.5 max-w-4 flex-1 rounded-full ${LOOK[pip]}`} />
      ))}
    </div>
  );
}
