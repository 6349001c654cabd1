import { useTranslations } from 'next-intl';
import { isHereAlone } from '#components/pages/here-alone.ts';
import { QrCode } from '#components/pages/qr-code.tsx';
import { groupDigits } from '#components/session/session-code.ts';
import type { ProjectorView } from '#protocol/contest.ts';
import { addressOf } from './join-card.tsx';
import styles from './wall.module.css';

type LobbyProps = { readonly view: ProjectorView; readonly joinUrl: string };

/** How to come in, as large as it goes, and who has. */
export function Lobby({ view, joinUrl }: LobbyProps) {
  const t = useTranslations('projector');
  return (
    <div className="flex h-full min-h-0 flex-col gap-6">
      <header className="flex items-end justify-between gap-6">
        <h1 className="min-w-0 truncate text-4xl leading-tight font-bold tracking-tight">{view.title}</h1>
        <p className="shrink-0 text-2xl font-semibold text-muted">
          {t('level', { level: view.level })} · {t('rounds', { rounds: view.rounds })}
        </p>
      </header>
      <HowToJoin view={view} joinUrl={joinUrl} />
      <WhoIsHere view={view} />
    </div>
  );
}

function HowToJoin({ view: { code, isLocked, isRehearsal }, joinUrl }: LobbyProps) {
  const t = useTranslations('projector');
  if (code === null || isLocked || isRehearsal)
    return <p className="card px-8 py-10 text-center text-5xl font-bold text-muted">{t(isRehearsal ? 'rehearsal' : 'locked')}</p>;
  return (
    <section className="card flex shrink-0 items-center justify-between gap-8 py-5 pr-5 pl-9">
      <div className="flex min-w-0 flex-col gap-3">
        <p className="text-3xl wrap-anywhere">
          <span className="text-muted">{t('joinAt')}</span> <strong className="text-5xl">{addressOf(joinUrl)}</strong>
        </p>
        <p className="font-mono text-[12rem] [@media(aspect-ratio<3/2)]:text-[8.75rem] leading-none font-extrabold tracking-tight whitespace-nowrap">
          {groupDigits(code)}
        </p>
        <p className="text-2xl text-muted">{t('lobbyText')}</p>
        {isHereAlone(joinUrl) ? <p className="rounded-xl bg-amber-soft px-4 py-2 text-xl text-amber">{t('onlyHere')}</p> : null}
      </div>
      <div className="w-[25rem] [@media(aspect-ratio<3/2)]:w-88 shrink-0 [&_svg]:max-w-none">
        <QrCode text={`${joinUrl}/${code}`} label={t('qr')} />
      </div>
    </section>
  );
}

function WhoIsHere({ view: { entrants, newest } }: Pick<LobbyProps, 'view'>) {
  const t = useTranslations('projector');
  return (
    <section aria-labelledby="here" className="flex min-h-0 flex-1 flex-col gap-3">
      <h2 id="here" className="text-3xl font-bold">
        {t('here', { count: entrants })}
      </h2>
      <ul className="flex min-h-0 flex-1 flex-wrap mask-b-from-[calc(100%-2.5rem)] content-start gap-3 overflow-hidden">
        {newest.map((name) => (
          <li
            key={name}
            className={`max-w-[32rem] truncate rounded-2xl border border-line bg-card px-4 py-1.5 text-2xl font-semibold ${styles.arrive}`}
          >
            {name}
          </li>
        ))}
      </ul>
    </section>
  );
}
