'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Role } from '#game/tcp/vocabulary.ts';
import type { DuelProps } from '#components/duel-props.ts';
import { Ladder } from '#components/ladder/ladder.tsx';
import { momentsOf } from '#components/ladder/moments.ts';
import { PANEL } from '#components/panel.ts';
import { PlayerCard } from '#components/players/player-card.tsx';
import { PlayerHead } from '#components/players/player-head.tsx';
import { type Player, playerOf } from '#components/players/player.ts';
import { PresenceBanner } from '#components/players/presence-banner.tsx';
import { LastTurn } from '#components/verdict/last-turn.tsx';
import styles from '#components/full-height.module.css';
import { Desk } from './desk.tsx';
import { InstructorBanner } from './instructor-banner.tsx';
import { MatchMenu } from './match-menu.tsx';
import { hidesStates, namesByRole, otherSide, sidesByRole, situationOf, turnsOfLeg } from './situation.ts';

/**
 * Players, ladder and desk: three columns, or one below the other with the ladder staying in view. There the desk is as high as what the
 * ladder leaves, so that the menu below it is out of sight and does not come and go.
 */
export function Board(props: DuelProps) {
  const { view, hostNow, ruleText, on, notice } = props;
  const t = useTranslations('duel');
  const { turn, me } = situationOf(view);
  const leg = turn?.leg ?? 0;
  const [client, server] = sidesByRole(leg).map((side) => playerOf(view, side, leg)) as [Player, Player];
  const players: Readonly<Record<Role, Player>> = { client, server };
  const lastTurn = view.turns.findLast((one) => one.closed && one !== turn);
  const menu = me === null ? null : <MatchMenu other={view.parties[otherSide(me)]} on={on} />;
  return (
    <main className={`flex min-h-0 flex-1 flex-col ${styles.fullHeight}`}>
      <h1 className="sr-only">{t('title', { client: client.name, server: server.name })}</h1>
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] content-start lg:grid-cols-[13rem_minmax(0,1fr)_24rem] lg:content-stretch lg:gap-4 lg:p-4 min-[88rem]:grid-cols-[14.75rem_minmax(0,1fr)_27.25rem] min-[88rem]:gap-5 min-[88rem]:p-5">
        <aside className="hidden min-h-0 flex-col gap-4 lg:flex">
          <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto *:shrink-0">
            <PlayerCard player={client} hostNow={hostNow} />
            <PlayerCard player={server} hostNow={hostNow} />
            {lastTurn && <LastTurn turn={lastTurn} ruleText={ruleText} />}
          </div>
          {menu}
        </aside>
        <div
          className={`sticky top-0 z-20 flex h-[36dvh] min-h-52 flex-col border-b border-line lg:relative lg:h-auto lg:min-h-0 lg:overflow-hidden ${PANEL}`}
        >
          <Banners players={[client, server]} {...props}>
            {notice}
          </Banners>
          <Ladder
            moments={momentsOf(turnsOfLeg(view, leg))}
            names={namesByRole(view, leg)}
            hideStates={hidesStates(view, turn)}
            heads={headsOf(players, hostNow)}
          />
        </div>
        <div className={`flex min-h-[64dvh] flex-col lg:min-h-0 lg:overflow-hidden ${PANEL}`}>
          <Desk {...props} />
        </div>
        {menu && <div className="px-4 py-2 lg:hidden">{menu}</div>}
      </div>
    </main>
  );
}

function headsOf({ client, server }: Readonly<Record<Role, Player>>, hostNow: () => number) {
  return { client: <PlayerHead player={client} hostNow={hostNow} />, server: <PlayerHead player={server} hostNow={hostNow} /> };
}

type BannersProps = Pick<DuelProps, 'view' | 'hostNow'> & { readonly players: readonly Player[]; readonly children: ReactNode };

/**
 * They lie over the oldest of the ladder, so that nothing moves when one comes. Of the players, everybody but oneself: somebody who is
 * away cannot read that they are.
 */
function Banners({ players, view, hostNow, children }: BannersProps) {
  return (
    <div className="pointer-events-none absolute inset-x-3 top-16 z-10 flex flex-col items-center gap-2 lg:top-11">
      <div className="flex flex-col items-center gap-2 empty:hidden *:[[role=alert]]:rounded-xl *:[[role=alert]]:border *:[[role=alert]]:border-bad-faint *:[[role=alert]]:bg-bad-soft *:[[role=alert]]:px-4 *:[[role=alert]]:py-2">
        {children}
      </div>
      <InstructorBanner view={view} />
      {players
        .filter(({ isMe }) => !isMe)
        .map(({ side, name, graceUntil }) => (
          <PresenceBanner key={side} name={name} presence={view.presence[side]} graceUntil={graceUntil} hostNow={hostNow} />
        ))}
    </div>
  );
}
