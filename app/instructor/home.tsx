'use client';

import { useTranslations } from 'next-intl';
import { ChangePassword } from '#components/instructor/change-password.tsx';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Card } from '#components/pages/card.tsx';
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
      <FirstSteps />
      <ChangePassword onChange={changePassword} />
    </Main>
  );
}

/** What an account is for: whoever has just made one lands here. */
function FirstSteps() {
  const t = useTranslations('instructor');
  return (
    <Card title={t('startTitle')} text={t('startText')}>
      <ButtonLink look="main" href="/instructor/sessions/new">
        {t('startSession')}
      </ButtonLink>
      <ButtonLink look="quiet" href="/instructor/classes" className="self-start">
        {t('startClass')}
      </ButtonLink>
    </Card>
  );
}

async function changePassword(current: string, next: string): Promise<TroubleCode | null> {
  const reply = await askAsInstructor('POST', 'auth/change-password', { current, next });
  return reply.ok ? null : reply.trouble;
}
