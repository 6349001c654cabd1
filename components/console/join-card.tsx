import { useFormatter, useTranslations } from 'next-intl';
import { Copyable } from '#components/pages/copyable.tsx';
import { QrCode } from '#components/pages/qr-code.tsx';
import { isHereAlone } from '#components/pages/here-alone.ts';
import type { InstructorView } from '#protocol/contest.ts';
import { ActButton } from './act.tsx';
import type { ConsoleProps } from './console-props.ts';

type JoinProps = Pick<ConsoleProps, 'view' | 'hostNow' | 'joinUrl'>;

/** How students get in, and who is kept from it. */
export function Join({ view, hostNow, joinUrl }: JoinProps) {
  const t = useTranslations('console.join');
  if (!view.code) return null;
  return (
    <div className="grid gap-5 sm:grid-cols-[11rem_1fr]">
      <div className="justify-self-center max-sm:w-44">
        <QrCode text={`${joinUrl}/${view.code}`} label={t('qr')} />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <p className="text-sm text-muted">{t('text')}</p>
        {isHereAlone(joinUrl) ? <p className="rounded-xl bg-amber-soft p-3 text-sm text-amber">{t('onlyHere')}</p> : null}
        <Copyable label={t('address')} text={joinUrl} />
        <p role="status" className="text-sm font-medium">
          {view.isLocked ? t('locked') : <Until at={view.codeUntil} hostNow={hostNow} />}
        </p>
        <Doors isLocked={view.isLocked} />
      </div>
    </div>
  );
}

function Doors({ isLocked }: Pick<InstructorView, 'isLocked'>) {
  const t = useTranslations('console.join');
  const ask = { title: t('newCodeAsk.title'), text: t('newCodeAsk.text'), yes: t('newCodeAsk.yes') };
  return (
    <div className="flex flex-wrap gap-2">
      <ActButton look="quiet" deed={{ do: isLocked ? 'unlock' : 'lock' }}>
        {isLocked ? t('unlock') : t('lock')}
      </ActButton>
      <ActButton look="quiet" deed={{ do: 'new-code' }} ask={ask}>
        {t('newCode')}
      </ActButton>
    </div>
  );
}

/** By the reader's own clock and zone: the view is fetched by the browser, never rendered on the host. */
function Until({ at, hostNow }: { readonly at: number; readonly hostNow: () => number }) {
  const t = useTranslations('console.join');
  const format = useFormatter();
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  if (at <= hostNow()) return t('expired');
  return t('until', { time: format.dateTime(new Date(at), { timeStyle: 'short', timeZone }) });
}
