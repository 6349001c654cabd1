import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Mastery, StateMastery } from '#game/quiz/progress.ts';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { usePercent } from './use-percent.ts';
import type { PractiseHref } from './progress-props.ts';

type MasteryListProps = { readonly states: readonly StateMastery[]; readonly practiseHref: PractiseHref };

/** The numbers of the diagram, its arrows' too, state by state, each with a way to practise it. */
export function MasteryList({ states, practiseHref }: MasteryListProps) {
  const t = useTranslations('progress.mastery');
  return (
    <details>
      <summary className="min-h-11 cursor-pointer rounded-md py-2.5 text-sm font-medium">{t('list')}</summary>
      <ul className="grid gap-3 pt-2 md:grid-cols-2">
        {states.map((state) => (
          <StateItem key={state.state} {...state} href={practiseHref(state.cards)} />
        ))}
      </ul>
    </details>
  );
}

function StateItem({ state, arrows, href, ...mastery }: StateMastery & { readonly href: string }) {
  const t = useTranslations('progress.mastery');
  return (
    <li className="flex flex-col gap-1 rounded-xl bg-stripe px-3 py-2">
      <div className="flex items-center justify-between gap-2">
        <h3 className="font-mono text-sm font-bold">{state}</h3>
        <ButtonLink look="text" href={href} prefetch={false} aria-label={t('practiseState', { state })}>
          {t('practise')}
        </ButtonLink>
      </div>
      <ul className="flex flex-col gap-1 text-sm">
        <NumberItem name={t('allRules')} mastery={mastery} />
        {arrows.map((arrow) => (
          <NumberItem key={arrow.to} name={<Towards state={arrow.to} />} mastery={arrow} />
        ))}
      </ul>
    </li>
  );
}

function Towards({ state }: { readonly state: string }) {
  const t = useTranslations('progress.mastery');
  return (
    <span className="font-mono">
      <span aria-hidden="true">→ </span>
      <span className="sr-only">{t('to')}</span>
      {state}
    </span>
  );
}

function NumberItem({ name, mastery: { share, met, all } }: { readonly name: ReactNode; readonly mastery: Omit<Mastery, 'cards'> }) {
  const t = useTranslations('progress.mastery');
  const percent = usePercent();
  return (
    <li className="flex items-baseline gap-2">
      <span className="min-w-0 flex-1">{name}</span>
      <span className="text-muted tabular-nums">{t('met', { met, all })}</span>
      <span className="w-11 text-right font-semibold tabular-nums">{percent(share)}</span>
    </li>
  );
}
