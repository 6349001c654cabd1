'use client';

import { useTranslations } from 'next-intl';
import { Trouble } from '#components/pages/trouble.tsx';
import { SessionList } from '#components/sessions/session-list.tsx';
import type { ContestsAnswer } from '#protocol/contest.ts';
import { readAsInstructor } from '../../instructor-session.ts';
import { useRead } from '../../read.ts';

export function MySessions() {
  const t = useTranslations('sessions');
  const [reply] = useRead<ContestsAnswer>('contests', readAsInstructor);
  if (!reply) return null;
  if (!reply.ok) return <Trouble trouble={reply.trouble} />;
  const { contests } = reply.data;
  return contests.length === 0 ? <p className="card p-8 text-center text-muted">{t('empty')}</p> : <SessionList sessions={contests} />;
}
