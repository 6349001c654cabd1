'use client';

import { useTranslations } from 'next-intl';
import { ChangePassword } from '#components/instructor/change-password.tsx';
import { Main } from '#components/pages/main.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import { askAsInstructor, useInstructor } from '../instructor-session.ts';

export function Home() {
  const t = useTranslations('instructor');
  const reply = useInstructor();
  if (!reply?.ok) return null;
  const { name, email } = reply.data;
  return (
    <Main title={t('welcome', { name })} intro={t('signedInAs', { email })} narrow>
      <ChangePassword onChange={changePassword} />
    </Main>
  );
}

async function changePassword(current: string, next: string): Promise<TroubleCode | null> {
  const reply = await askAsInstructor('POST', 'auth/change-password', { current, next });
  return reply.ok ? null : reply.trouble;
}
