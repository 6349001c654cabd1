import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import { STATES } from '#game/tcp/vocabulary.ts';
import { ArrowList } from './arrow-list.tsx';
import { hrefOfState } from './selection.ts';

/** The diagram as a list. */
export function StateList() {
  const t = useTranslations('learn');
  return (
    <details className="card p-5">
      <summary className="min-h-6 cursor-pointer font-bold">{t('listTitle')}</summary>
      <p className="mt-1 text-sm text-muted">{t('listText')}</p>
      <ul className="mt-3 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {STATES.map((state) => (
          <li key={state}>
            <Link
              href={hrefOfState(state)}
              scroll={false}
              prefetch={false}
              className="inline-block py-2 font-mono font-bold text-client underline underline-offset-2"
            >
              {state}
            </Link>
            <ArrowList arrows={DIAGRAM.filter(({ from }) => from === state)} end="to" label={`${state}: ${t('arrowsOut')}`} />
          </li>
        ))}
      </ul>
    </details>
  );
}
