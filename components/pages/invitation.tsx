import { useTranslations } from 'next-intl';
import type { InvitationAnswer } from '#protocol/api.ts';
import { Button } from '#components/button.tsx';
import { Copyable } from './copyable.tsx';
import { isHereAlone } from './here-alone.ts';
import { QrCode } from './qr-code.tsx';

type OwnInvitationProps = {
  readonly invitation: InvitationAnswer;
  readonly url: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
};

/** For the one who invites. */
export function OwnInvitation({ invitation, url, busy, onCancel }: OwnInvitationProps) {
  const t = useTranslations('invite');
  return (
    <div className="card grid gap-6 p-5 sm:grid-cols-[15rem_1fr]">
      <div className="justify-self-center max-sm:w-60">
        <QrCode text={url} label={t('qr')} />
        <p className="text-center font-mono text-2xl font-bold tracking-widest">{invitation.code}</p>
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <p>{t('share')}</p>
        {isHereAlone(url) ? <p className="rounded-xl bg-amber-soft p-3 text-sm text-amber">{t('onlyHere')}</p> : null}
        <Copyable label={t('link')} text={url} copyLabel={t('copyLink')} />
        <p role="status" className="flex items-center gap-3 text-muted">
          <span aria-hidden="true" className="size-3 shrink-0 animate-pulse rounded-full bg-client" />
          {t('waiting')}
        </p>
        <Button look="quiet" disabled={busy} onClick={onCancel} className="mt-auto self-start">
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}

type InvitedProps = {
  readonly invitation: InvitationAnswer;
  readonly scenarioName: string | null;
  readonly busy: boolean;
  readonly onAccept: () => void;
};

/** For the one who is invited. */
export function Invited({ invitation, scenarioName, busy, onAccept }: InvitedProps) {
  const t = useTranslations('invite');
  return (
    <div className="card flex flex-col gap-5 p-5">
      <p>{t('fromText')}</p>
      <InvitationTerms invitation={invitation} scenarioName={scenarioName} />
      <Button look="main" disabled={busy} onClick={onAccept}>
        {t('accept')}
      </Button>
    </div>
  );
}

/** What will be played. */
export function InvitationTerms({ invitation, scenarioName }: Pick<InvitedProps, 'invitation' | 'scenarioName'>) {
  const t = useTranslations('invite');
  const levels = useTranslations('levels');
  const time = useTranslations('time');
  const { level, turnSeconds } = invitation;
  const rows = [
    [t('level'), `${levels('name', { level })}: ${levels(`note.${level}`)}`],
    [t('scenario'), scenarioName ?? t('drawn')],
    [time('label'), turnSeconds === null ? time('untimed') : time('seconds', { seconds: turnSeconds })],
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
      {rows.map(([term, text]) => (
        <div key={term} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd className="font-semibold">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
