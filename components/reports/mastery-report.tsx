import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { Edge } from '#components/duel-props.ts';
import { Card } from '#components/pages/card.tsx';
import { Select } from '#components/pages/select.tsx';
import { HeatMap } from '#components/projector/heat-map.tsx';
import type { MasteryAnswer } from '#protocol/reports.ts';
import { MasteryMistakes } from './mastery-mistakes.tsx';
import { MasteryPeople } from './mastery-people.tsx';
import { MasteryRules } from './mastery-rules.tsx';
import type { MisconceptionName, OnBehind, RuleName } from './report-props.ts';

type MasteryReportProps = {
  readonly answer: MasteryAnswer;
  /** Whom it is about; null is everybody. */
  readonly person: string | null;
  readonly onPerson: (personId: string | null) => void;
  readonly edges: readonly Edge[];
  readonly ruleName: RuleName;
  readonly misconceptionName: MisconceptionName;
  readonly onBehind: OnBehind;
};

/** What a class has mastered, everybody together or one student alone. */
export function MasteryReport({ answer, person, onPerson, edges, ruleName, misconceptionName, onBehind }: MasteryReportProps) {
  const t = useTranslations('reports.mastery');
  const select = useRef<HTMLDivElement>(null);
  /** The rows of that student stand above the list of students. */
  const showAlone = (personId: string) => {
    onPerson(personId);
    select.current?.scrollIntoView({ block: 'start' });
  };
  const { rules, sessions, states, people, misconceptions } = answer;
  if (people.length === 0) return <p className="card p-8 text-center text-muted">{t('empty')}</p>;
  return (
    <>
      <div ref={select} className="scroll-mt-4">
        <WhoSelect people={people} person={person} onChoose={onPerson} />
      </div>
      <Card title={t('stateTitle')} text={t('stateText')}>
        <HeatMap heat={states} edges={edges} />
      </Card>
      <Card title={t('rulesTitle')} text={t('rulesText')}>
        <MasteryRules rules={rules} sessions={sessions} person={person} ruleName={ruleName} onBehind={onBehind} />
      </Card>
      <Card title={t('mistakesTitle')} text={t('mistakesText')}>
        <MasteryMistakes misconceptions={misconceptions} person={person} misconceptionName={misconceptionName} onBehind={onBehind} />
      </Card>
      {person === null ? (
        <Card title={t('peopleTitle')}>
          <MasteryPeople people={people} ruleName={ruleName} onChoose={showAlone} />
        </Card>
      ) : null}
    </>
  );
}

type WhoSelectProps = Pick<MasteryAnswer, 'people'> & {
  readonly person: string | null;
  readonly onChoose: (personId: string | null) => void;
};

function WhoSelect({ people, person, onChoose }: WhoSelectProps) {
  const t = useTranslations('reports');
  const options = people.map(({ personId, name, realName }) => ({ value: personId, label: realName ? `${realName} (${name})` : name }));
  return (
    <Select
      label={t('student')}
      options={[{ value: '', label: t('everybody') }, ...options]}
      value={person ?? ''}
      onChoose={(chosen) => onChoose(chosen || null)}
    />
  );
}
