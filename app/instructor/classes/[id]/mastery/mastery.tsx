'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Edge } from '#components/duel-props.ts';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Trouble } from '#components/pages/trouble.tsx';
import { MasteryReport } from '#components/reports/mastery-report.tsx';
import type { Behind } from '#components/reports/report-props.ts';
import type { MasteryAnswer } from '#protocol/reports.ts';
import { readAsInstructor } from '../../../../instructor-session.ts';
import type { MisconceptionNames } from '../../../../misconception-names.ts';
import { useRead } from '../../../../read.ts';
import type { RuleNames } from '../../../../rule-texts.ts';
import { TurnsCard } from './turns-card.tsx';

type MasteryProps = {
  readonly classId: string;
  readonly edges: readonly Edge[];
  readonly ruleNames: RuleNames;
  readonly misconceptionNames: MisconceptionNames;
  readonly mostTurns: number;
};

export function Mastery({ classId, edges, ruleNames, misconceptionNames, mostTurns }: MasteryProps) {
  const t = useTranslations('reports.mastery');
  const [behind, setBehind] = useState<Behind | null>(null);
  const path = `classes/${encodeURIComponent(classId)}/mastery`;
  const [person, setPerson] = useState<string | null>(null);
  const [reply] = useRead<MasteryAnswer>(`${path}${person === null ? '' : `?${new URLSearchParams({ person })}`}`, readAsInstructor);
  return (
    <>
      <ButtonLink look="quiet" href={`/instructor/classes/${classId}`} className="w-auto! self-start">
        {t('back')}
      </ButtonLink>
      {reply ? null : <p className="text-muted">{t('loading')}</p>}
      <Trouble trouble={reply && !reply.ok ? reply.trouble : null} />
      {behind ? (
        <TurnsCard key={JSON.stringify(behind.query)} path={path} most={mostTurns} behind={behind} onClose={() => setBehind(null)} />
      ) : null}
      {reply?.ok ? (
        <MasteryReport
          answer={reply.data}
          person={person}
          onPerson={setPerson}
          edges={edges}
          ruleName={(id) => ruleNames[id]}
          misconceptionName={(id) => misconceptionNames[id]}
          onBehind={setBehind}
        />
      ) : null}
    </>
  );
}
