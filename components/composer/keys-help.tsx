import { useTranslations } from 'next-intl';
import { useLetterKeys } from './letter-keys.ts';

/** The keys of the composer, and the switch for those that are single letters. */
export function KeysHelp({ hasNumbers, hasData }: { readonly hasNumbers: boolean; readonly hasData: boolean }) {
  const t = useTranslations('duel.composer.keys');
  const [isOn, setOn] = useLetterKeys();
  const rows: readonly (readonly [string, string])[] = [
    ['S A F R', t('flags')],
    ['N', t('nothing')],
    ...(hasData ? [['D', t('data')] as const] : []),
    ...(hasNumbers ? [['Q K', t('numbers')] as const] : []),
    ['G ← ↑ → ↓', t('states')],
    ['Enter', t('seal')],
  ];
  return (
    <details className="text-xs text-muted pointer-coarse:hidden">
      <summary className="min-h-6 cursor-pointer py-1">{t('title')}</summary>
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
        {rows.map(([keys, does]) => (
          <div key={keys} className="contents">
            <dt className="font-mono font-semibold text-ink">{keys}</dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="mt-2 flex min-h-6 items-center gap-2">
        <input type="checkbox" checked={isOn} onChange={(event) => setOn(event.target.checked)} />
        {t('letters')}
      </label>
    </details>
  );
}
