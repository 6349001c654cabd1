'use client';
import { useTranslations } from 'next-intl';
import { pointsOf } from '#game/practice/judged.ts';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Figures } from '#components/pages/figures.tsx';
import { Misconception } from '#components/verdict/misconception.tsx';
import type { CatchProps } from './catch-props.ts';
import { Over, Part } from './over.tsx';

/** What was caught, and what was missed. */
export function CatchOver({ catching: { calls }, scenarioNameAtEnd, againHref, otherHref, practiceHref }: CatchProps) {
  const t = useTranslations('practice');
  const missed = [...new Set(calls.flatMap(({ right, truth }) => (right || truth === null ? [] : [truth])))];
  return (
    <Over title={t('over.title')} text={t('over.scenario', { scenario: scenarioNameAtEnd })}>
      {calls.length === 0 ? <p>{t('over.none')}</p> : <Counts calls={calls} />}
      {calls.length > 0 && (
        <Part title={t('catch.over.missed')}>
          {missed.length === 0 && <p>{t('catch.over.noneMissed')}</p>}
          {missed.map((id) => (
            <Misconception key={id} id={id} />
          ))}
        </Part>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <ButtonLink look="main" href={againHref}>
          {t('catch.over.again')}
        </ButtonLink>
        <ButtonLink look="quiet" href={otherHref}>
          {t('catch.over.other')}
        </ButtonLink>
        <ButtonLink look="quiet" href={practiceHref}>
          {t('catch.over.practice')}
        </ButtonLink>
      </div>
    </Over>
  );
}

function Counts({ calls }: { readonly calls: CatchProps['catching']['calls'] }) {
  const t = useTranslations('practice');
  const illegal = calls.filter(({ truth }) => truth !== null);
  const share = (some: typeof calls, of: typeof calls) => t('over.ofCount', { right: some.length, count: of.length });
  const right = calls.filter((one) => one.right);
  return (
    <Figures
      figures={[
        { term: t('over.points'), value: pointsOf(calls) },
        { term: t('catch.over.right'), value: share(right, calls) },
        {
          term: t('catch.over.caught'),
          value: share(
            illegal.filter((one) => one.right),
            illegal,
          ),
        },
        { term: t('catch.over.alarms'), value: calls.filter(({ truth, said }) => truth === null && said !== 'legal').length },
      ]}
    />
  );
}
