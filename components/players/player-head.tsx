'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { ROLE_STYLE } from '#components/role-style.ts';
import type { Player } from './player.ts';
import { StatusBadge } from './status-badge.tsx';

/** A player above a lifeline, where there is no room for a card: name, role, points, what they do. */
export function PlayerHead({ player, hostNow }: { readonly player: Player; readonly hostNow: () => number }) {
  const t = useTranslations('duel.players');
  const format = useFormatter();
  const { name, role, isMe, score, status } = player;
  const align = role === 'client' ? 'items-start' : 'items-end text-right';
  return (
    <div className={`flex min-w-0 flex-col gap-0.5 sm:items-center sm:text-center ${align}`}>
      <p className={`flex max-w-full gap-1 text-sm font-bold ${ROLE_STYLE[role].text}`}>
        <span className="truncate">{name}</span>
        <span className="shrink-0">
          {isMe && `${t('inBrackets', { what: t('you') })} `}· {t(`roles.${role}`)}
        </span>
      </p>
      <p className={`flex flex-wrap items-center gap-1.5 ${role === 'client' ? '' : 'flex-row-reverse'}`}>
        <span className="font-bold tabular-nums">
          {format.number(score.points)} <span className="sr-only">{t('points')}</span>
        </span>
        {status && <StatusBadge status={status} graceUntil={player.graceUntil} hostNow={hostNow} />}
      </p>
    </div>
  );
}
