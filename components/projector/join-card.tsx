import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { QrCode } from '#components/pages/qr-code.tsx';
import { groupDigits } from '#components/session/session-code.ts';
import type { ProjectorView } from '#protocol/contest.ts';

type JoinCardProps = { readonly view: ProjectorView; readonly joinUrl: string };

/** For those who come late. There is none once the session is over. */
export function JoinCard({ view: { code, isLocked, isRehearsal }, joinUrl }: JoinCardProps) {
  const t = useTranslations('projector');
  if (isRehearsal) return <Instead>{t('rehearsal')}</Instead>;
  if (code === null) return null;
  if (isLocked) return <Instead>{t('locked')}</Instead>;
  return (
    <section className="card flex shrink-0 items-center justify-between gap-4 py-1.5 pr-2 pl-6">
      <div className="min-w-0">
        <p className="text-xl wrap-anywhere">
          <span className="text-muted">{t('joinAt')}</span> <strong>{addressOf(joinUrl)}</strong>
        </p>
        <p className="font-mono text-[4.75rem] leading-none [@media(aspect-ratio<3/2)]:text-[4.25rem] font-bold whitespace-nowrap">
          {groupDigits(code)}
        </p>
      </div>
      <div className="w-36 shrink-0">
        <QrCode text={`${joinUrl}/${code}`} label={t('qr')} />
      </div>
    </section>
  );
}

function Instead({ children }: { readonly children: ReactNode }) {
  return <p className="card shrink-0 px-6 py-3 text-2xl font-semibold text-muted">{children}</p>;
}

/** As one types it. */
export function addressOf(joinUrl: string): string {
  return joinUrl.replace(/^https?:\/\//, '');
}
