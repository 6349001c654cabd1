'use client';

import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { InstructorBar } from '#components/instructor/instructor-bar.tsx';
import { SignInForm } from '#components/instructor/sign-in-form.tsx';
import { Main } from '#components/pages/main.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';
import type { InstructorAnswer } from '#protocol/instructors.ts';
import { ask } from '../api.ts';
import { beginAnew, useInstructor } from '../instructor-session.ts';
import { PageHeader } from '../page-header.tsx';

type InstructorPageProps = { readonly forAdmins: boolean; readonly children: ReactNode };

/** A page of instructors, or of administrators: who is not signed in finds the form for it in its place. */
export function InstructorPage({ forAdmins, children }: InstructorPageProps) {
  const reply = useInstructor();
  const here = usePathname();
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);
  if (!reply) return <Waiting />;
  if (!reply.ok) return <SignedOut trouble={reply.trouble === 'not-an-instructor' ? null : reply.trouble} />;
  const account = reply.data;
  return (
    <>
      <PageHeader>
        <InstructorBar account={account} here={here} onSignOut={async () => setTrouble(await signOut())} />
      </PageHeader>
      <div className="px-4 sm:px-6">
        <Trouble trouble={trouble} />
      </div>
      {forAdmins && account.role !== 'admin' ? <AdminsOnly /> : children}
    </>
  );
}

/** Without the links of players, which would be gone in a moment. */
function Waiting() {
  return (
    <PageHeader>
      <span />
    </PageHeader>
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

function AdminsOnly() {
  const t = useTranslations('instructor');
  return (
    <Main title={t('admin')} narrow>
      <Trouble trouble="not-an-admin" />
    </Main>
  );
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
