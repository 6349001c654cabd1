'use client';

import { useTranslations } from 'next-intl';
import { SessionList } from '#components/sessions/session-list.tsx';
import type { ContestsAnswer } from '#protocol/contest.ts';
import { useRead } from '../../read.ts';
import { InstructorTrouble } from './instructor-trouble.tsx';

export function MySessions() {
  const t = useTranslations('sessions');
  const [reply] = useRead<ContestsAnswer>('contests');
  if (!reply) return null;
  if (!reply.ok) return <InstructorTrouble trouble={reply.trouble} />;
  const { contests } = reply.data;
  return contests.length === 0 ? <p className="card p-8 text-center text-muted">{t('empty')}</p> : <SessionList sessions={contests} />;
}
