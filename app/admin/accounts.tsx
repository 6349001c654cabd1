'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AccountList } from '#components/instructor/account-list.tsx';
import { InviteForm } from '#components/instructor/invite-form.tsx';
import { MadeLink } from '#components/instructor/made-link.tsx';
import { Card } from '#components/pages/card.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';
import type { InstructorRole, MadeLinkAnswer } from '#protocol/instructors.ts';
import type { Reply } from '../api.ts';
import { askAsInstructor, useInstructor } from '../instructor-session.ts';
import { useAccounts } from './use-accounts.ts';

/** A link that was just made, and where: there it is in sight, until something else is done. */
type Made = MadeLinkAnswer & { readonly by: 'invitation' | 'list' };

export function Accounts() {
  const t = useTranslations('admin');
  const me = useInstructor();
  const [reply, readAgain] = useAccounts();
  const [made, setMade] = useState<Made | null>(null);
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);

  async function run<T>(asked: Promise<Reply<T>>): Promise<Reply<T>> {
    setMade(null);
    const answer = await asked;
    await readAgain();
    return answer;
  }

  async function invite(email: string, role: InstructorRole): Promise<TroubleCode | null> {
    setTrouble(null);
    const answer = await run(askAsInstructor<MadeLinkAnswer>('POST', 'admin/accounts', { email: email.trim(), role }));
    if (answer.ok) setMade({ ...answer.data, by: 'invitation' });
    return answer.ok ? null : answer.trouble;
  }

  async function makeLink(id: string): Promise<void> {
    const answer = await run(askAsInstructor<MadeLinkAnswer>('POST', `admin/accounts/${id}/link`));
    if (answer.ok) setMade({ ...answer.data, by: 'list' });
    setTrouble(answer.ok ? null : answer.trouble);
  }

  async function change(method: 'PATCH' | 'DELETE', id: string, body?: unknown): Promise<void> {
    const answer = await run(askAsInstructor(method, `admin/accounts/${id}`, body));
    setTrouble(answer.ok ? null : answer.trouble);
  }

  return (
    <>
      <Card title={t('accounts')} text={t('accountsText')}>
        <Trouble trouble={trouble ?? (reply && !reply.ok ? reply.trouble : null)} />
        <AccountList
          accounts={reply?.ok ? reply.data.accounts : []}
          ownId={me?.ok ? me.data.id : ''}
          made={made?.by === 'list' ? made : null}
          onLink={({ id }) => void makeLink(id)}
          onChange={({ id }, asked) => void change('PATCH', id, asked)}
          onWithdraw={({ id }) => void change('DELETE', id)}
        />
      </Card>
      <Card title={t('inviteTitle')} text={t('inviteText')}>
        <InviteForm onInvite={invite} />
        {made?.by === 'invitation' ? <MadeLink made={made} /> : null}
      </Card>
    </>
  );
}
