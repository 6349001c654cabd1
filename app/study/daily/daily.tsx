'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { DailyBoard } from '#components/papers/daily-board.tsx';
import { DailyCard } from '#components/papers/daily-card.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';
import type { DailyAnswer } from '#protocol/study.ts';
import { newId } from '../../outbox.ts';
import { useRead } from '../../read.ts';
import { useMe } from '../../session.ts';
import { beginPaper } from '../begin-paper.ts';
import { StudyTrouble } from '../notices.tsx';

/** Today's challenge and its board. Who comes back to the page may come back on another day. */
export function Daily() {
  const t = useTranslations('papers');
  const [reply, readAgain] = useRead<DailyAnswer>('study/daily');
  const me = useMe();
  const router = useRouter();
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);
  useEffect(() => {
    const shownAgain = () => document.visibilityState === 'visible' && readAgain();
    document.addEventListener('visibilitychange', shownAgain);
    return () => document.removeEventListener('visibilitychange', shownAgain);
  }, [readAgain]);
  if (!reply) return <p className="text-muted">{t('loading')}</p>;
  if (!reply.ok) return <StudyTrouble trouble={reply.trouble} onRetry={readAgain} />;
  const start = async () => {
    const begun = await beginPaper({ id: newId(), kind: 'daily', topics: [] });
    if (begun.ok) router.push(`/study/papers/${begun.paperId}`);
    else setTrouble(begun.trouble);
  };
  return (
    <>
      <DailyCard daily={reply.data} name={me?.ok ? me.data.name : ''} onStart={() => void start()} />
      <Trouble trouble={trouble} />
      <DailyBoard rows={reply.data.rows} />
    </>
  );
}
