'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Invited, OwnInvitation } from '#components/pages/invitation.tsx';
import { Main } from '#components/pages/main.tsx';
import { Trouble, useTroubleText } from '#components/pages/trouble.tsx';
import type { InvitationAnswer } from '#protocol/api.ts';
import { useCommand } from '../../command.ts';
import { onEachConnection, onHostEvent } from '../../link.ts';
import { useRead } from '../../read.ts';
import type { ScenarioNames } from '../../scenario-names.ts';

type InvitationProps = { readonly code: string; readonly scenarioNames: ScenarioNames };

/** The word that somebody has accepted may be lost. */
const ASK_EVERY_MS = 20_000;

function every(ms: number, callback: () => void): () => void {
  const timer = setInterval(callback, ms);
  return () => clearInterval(timer);
}

/** The same page for the one who invites and the one who is invited. */
export function Invitation({ code, scenarioNames }: InvitationProps) {
  const t = useTranslations('invite');
  const textOf = useTroubleText();
  const router = useRouter();
  const [reply, again] = useRead<InvitationAnswer>(`invitations/${encodeURIComponent(code)}`);
  const matchId = reply?.ok ? reply.data.matchId : null;
  const isNowhere = reply?.ok === false && reply.trouble === 'no-such-invitation';
  useEffect(() => onHostEvent('matched', again), [again]);
  useEffect(() => onEachConnection(again), [again]);
  useEffect(() => (isNowhere ? undefined : every(ASK_EVERY_MS, again)), [isNowhere, again]);
  useEffect(() => {
    if (matchId) router.replace(`/match/${matchId}`);
  }, [matchId, router]);

  if (!reply || matchId) return <Main title={t('pageTitle')} narrow />;
  if (!reply.ok) return <NotOpen title={t('pageTitle')} text={textOf(reply.trouble)} />;
  const invitation = reply.data;
  if (invitation.state === 'used') return <NotOpen title={t('usedTitle')} text={t('usedText')} />;
  if (invitation.state === 'cancelled') return <NotOpen title={t('cancelledTitle')} text={t('cancelledText')} />;
  return invitation.mine ? (
    <Mine invitation={invitation} />
  ) : (
    <Theirs invitation={invitation} scenarioName={invitation.scenario && (scenarioNames[invitation.scenario] ?? invitation.scenario)} />
  );
}

function Mine({ invitation }: { readonly invitation: InvitationAnswer }) {
  const t = useTranslations('invite');
  const router = useRouter();
  const { busy, trouble, run } = useCommand();
  const { code } = invitation;
  return (
    <Main title={t('title')}>
      <OwnInvitation
        invitation={invitation}
        url={`${window.location.origin}/invite/${code}`}
        busy={busy}
        onCancel={() => run({ type: 'invite-cancel', code }, () => router.push('/'))}
      />
      <Trouble trouble={trouble} />
    </Main>
  );
}

function Theirs({ invitation, scenarioName }: { readonly invitation: InvitationAnswer; readonly scenarioName: string | null }) {
  const t = useTranslations('invite');
  const router = useRouter();
  const { busy, trouble, run } = useCommand();
  const accept = () => run({ type: 'invite-accept', code: invitation.code }, ({ matchId }) => router.replace(`/match/${matchId}`));
  return (
    <Main title={t('fromTitle', { name: invitation.from })} narrow>
      <Invited invitation={invitation} scenarioName={scenarioName} busy={busy} onAccept={accept} />
      <Trouble trouble={trouble} />
    </Main>
  );
}

function NotOpen({ title, text }: { readonly title: string; readonly text: ReactNode }) {
  const t = useTranslations('invite');
  return (
    <Main title={title} narrow>
      <p>{text}</p>
      <ButtonLink look="quiet" href="/" className="self-start">
        {t('home')}
      </ButtonLink>
    </Main>
  );
}
