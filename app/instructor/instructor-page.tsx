'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, startTransition, useEffect, useState } from 'react';
import { InstructorBar } from '#components/instructor/instructor-bar.tsx';
import { SignInForm } from '#components/instructor/sign-in-form.tsx';
import { Main } from '#components/pages/main.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';
import type { InstructorAccount, InstructorAnswer } from '#protocol/instructors.ts';
import { ask } from '../api.ts';
import { beginAnew, useInstructor } from '../instructor-session.ts';
import { PageHeader } from '../page-header.tsx';

export type InstructorPageProps = {
  readonly forAdmins?: boolean;
  /** What stands above, where that hangs on nothing: it is there before anything is asked. Otherwise the children bring it along. */
  readonly title?: string;
  readonly intro?: string;
  readonly children: ReactNode;
};

/**
 * A page of instructors, or of administrators: who is not signed in finds the form for it in its place. What instructors have begins before the host has
 * said who one is, and asks for itself; what administrators have does not.
 */
export function InstructorPage({ forAdmins = false, title, intro, children }: InstructorPageProps) {
  const reply = useInstructor();
  const here = usePathname();
  const isAwake = useAwake();
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);
  if (reply && !reply.ok) return <SignedOut trouble={reply.trouble === 'not-an-instructor' ? null : reply.trouble} />;
  const account = reply?.data ?? null;
  const content = forAdmins ? <ForAdmins account={account}>{children}</ForAdmins> : isAwake && children;
  return (
    <>
      <PageHeader>
        <InstructorBar account={account} here={here} onSignOut={async () => setTrouble(await signOut())} />
      </PageHeader>
      <div className="px-4 sm:px-6">
        <Trouble trouble={trouble} />
      </div>
      {title === undefined ? (
        content
      ) : (
        <Main title={title} intro={intro}>
          {content}
        </Main>
      )}
    </>
  );
}

export function SignedOut({ trouble = null }: { readonly trouble?: TroubleCode | null }) {
  const t = useTranslations('instructor');
  return (
    <>
      <PageHeader />
      <Main title={t('signInTitle')} intro={t('signInText')} narrow>
        <Trouble trouble={trouble} />
        <SignInForm onSignIn={signIn} />
      </Main>
    </>
  );
}

/** From when on what somebody does in the page is heard: a form that stood there before would forget what was typed. */
function useAwake(): boolean {
  const [isAwake, setAwake] = useState(false);
  useEffect(() => startTransition(() => setAwake(true)), []);
  return isAwake;
}

function ForAdmins({ account, children }: { readonly account: InstructorAccount | null; readonly children: ReactNode }) {
  if (!account) return null;
  if (account.role === 'admin') return children;
  return <Trouble trouble="not-an-admin" />;
}

async function signIn(email: string, password: string): Promise<TroubleCode | null> {
  const reply = await ask<InstructorAnswer>('POST', 'auth/sign-in', { email: email.trim(), password });
  if (!reply.ok) return reply.trouble;
  beginAnew();
  return null;
}

async function signOut(): Promise<TroubleCode | null> {
  const reply = await ask('POST', 'auth/sign-out');
  if (!reply.ok) return reply.trouble;
  beginAnew('/instructor');
  return null;
}
