'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { AccountLinkForm, type Filled } from '#components/instructor/account-link-form.tsx';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Main } from '#components/pages/main.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';
import type { AccountLinkAnswer } from '#protocol/instructors.ts';
import { ask, type Reply } from '../../api.ts';
import { beginAnew } from '../../instructor-session.ts';

export function AccountLink({ secret }: { readonly secret: string }) {
  const t = useTranslations('account-link');
  const path = `account-links/${encodeURIComponent(secret)}`;
  const [reply, setReply] = useState<Reply<AccountLinkAnswer> | null>(null);
  useEffect(() => {
    void ask<AccountLinkAnswer>('GET', path).then(setReply);
  }, [path]);

  async function fill(filled: Filled): Promise<TroubleCode | null> {
    const used = await ask('POST', path, filled);
    if (!used.ok) return used.trouble;
    beginAnew('/instructor');
    return null;
  }

  if (!reply) return <Main title={t('title')} narrow />;
  if (!reply.ok) return <Over trouble={reply.trouble} />;
  const { kind } = reply.data;
  return (
    <Main title={t(`titles.${kind}`)} intro={t(`texts.${kind}`)} narrow>
      <AccountLinkForm link={reply.data} onFill={fill} />
    </Main>
  );
}

function Over({ trouble }: { readonly trouble: TroubleCode }) {
  const t = useTranslations('account-link');
  return (
    <Main title={t('title')} narrow>
      <Trouble trouble={trouble} />
      <ButtonLink look="quiet" href="/instructor" className="self-start">
        {t('signIn')}
      </ButtonLink>
    </Main>
  );
}
