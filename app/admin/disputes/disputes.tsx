'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { DisputeList } from '#components/admin/dispute-list.tsx';
import { Button } from '#components/button.tsx';
import { Card } from '#components/pages/card.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';
import type { Decided, DisputesAnswer, WaitingDispute } from '#protocol/admin.ts';
import { askAsInstructor, readAsInstructor } from '../../instructor-session.ts';
import { useRead } from '../../read.ts';
import type { ScenarioNames } from '../../scenario-names.ts';

type DisputesProps = { readonly scenarioNames: ScenarioNames };

export function Disputes({ scenarioNames }: DisputesProps) {
  const [reply] = useRead<DisputesAnswer>('admin/disputes', readAsInstructor);
  if (!reply) return null;
  return reply.ok ? <Pages first={reply.data} scenarioNames={scenarioNames} /> : <Trouble trouble={reply.trouble} />;
}

function Pages({ first, scenarioNames }: DisputesProps & { readonly first: DisputesAnswer }) {
  const t = useTranslations('admin.disputes');
  const [{ disputes, waiting }, setShown] = useState(first);
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);

  async function readOn() {
    const last = disputes.at(-1);
    const reply = await readAsInstructor<DisputesAnswer>(`admin/disputes${last ? `?before=${last.cursor}` : ''}`);
    setTrouble(reply.ok ? null : reply.trouble);
    if (reply.ok) setShown({ disputes: [...disputes, ...reply.data.disputes], waiting: reply.data.waiting });
  }

  async function decide({ cursor, matchId, turn }: WaitingDispute, decision: Decided) {
    const reply = await askAsInstructor('POST', 'admin/disputes', { matchId, turn, decision });
    setTrouble(reply.ok ? null : reply.trouble);
    if (reply.ok) setShown((now) => ({ disputes: now.disputes.filter((one) => one.cursor !== cursor), waiting: now.waiting - 1 }));
  }

  return (
    <Card title={t('title')} text={t('text')}>
      <p role="status" className={waiting === 0 ? 'text-muted' : 'font-semibold'}>
        {waiting === 0 ? t('none') : t('waiting', { count: waiting })}
      </p>
      <Trouble trouble={trouble} />
      <DisputeList disputes={disputes} scenarioName={(id) => scenarioNames[id] ?? id} onDecide={decide} />
      {disputes.length < waiting ? (
        <Button look="quiet" className="self-center" onClick={readOn}>
          {t('more')}
        </Button>
      ) : null}
    </Card>
  );
}
