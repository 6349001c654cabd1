'use client';
import { useTranslations } from 'next-intl';
import { pointsOf, weakRulesOf, type Judged } from '#game/practice/judged.ts';
import type { Role } from '#game/tcp/vocabulary.ts';
import { LadderDownload } from '#components/ladder/download.tsx';
import type { Moment } from '#components/ladder/moments.ts';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Figures } from '#components/pages/figures.tsx';
import { Misconception } from '#components/verdict/misconception.tsx';
import { Over, Part } from './over.tsx';
import type { PracticeProps } from './practice-props.ts';
import { TakeBack } from './take-back.tsx';
import { WeakRules } from './weak-rules.tsx';

type PracticeOverProps = PracticeProps & { readonly moments: readonly Moment[]; readonly names: Readonly<Record<Role, string>> };

/** What came of it, what to look at again, and the ways on. */
export function PracticeOver(props: PracticeOverProps) {
  const { practice, scenarioNameAtEnd, ruleText, ruleName, againHref, otherHref, moments, names, onStep } = props;
  const t = useTranslations('practice.over');
  const { judged } = practice;
  const showed = [...new Set(judged.flatMap(({ misconception }) => misconception ?? []))];
  return (
    <Over title={t('title')} text={t('scenario', { scenario: scenarioNameAtEnd })}>
      {judged.length === 0 ? <p>{t('none')}</p> : <Counts judged={judged} />}
      {judged.length > 0 && <WeakRules ids={weakRulesOf(judged)} none={t('noneWeak')} ruleText={ruleText} ruleName={ruleName} />}
      {showed.length > 0 && (
        <Part title={t('mistakes')}>
          {showed.map((id) => (
            <Misconception key={id} id={id} />
          ))}
        </Part>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <ButtonLink look="main" href={againHref}>
          {t('again')}
        </ButtonLink>
        <ButtonLink look="quiet" href={otherHref}>
          {t('other')}
        </ButtonLink>
        <LadderDownload moments={moments} names={names} hideStates={false} title={scenarioNameAtEnd} fileName="last-ack-practice">
          {t('ladder')}
        </LadderDownload>
        <TakeBack practice={practice} onTakeBack={(turn) => onStep({ type: 'take-back', turn })} />
      </div>
    </Over>
  );
}

function Counts({ judged }: { readonly judged: readonly Judged[] }) {
  const t = useTranslations('practice.over');
  const ofKind = (kind: Judged['kind']) => judged.filter((one) => one.kind === kind);
  const share = (some: readonly Judged[]) => t('ofCount', { right: some.filter(({ right }) => right).length, count: some.length });
  const calls = ofKind('call');
  return (
    <Figures
      figures={[
        { term: t('points'), value: pointsOf(judged) },
        { term: t('moves'), value: share(ofKind('move')) },
        ...(calls.length > 0 ? [{ term: t('calls'), value: share(calls) }] : []),
      ]}
    />
  );
}
