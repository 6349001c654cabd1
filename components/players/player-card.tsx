'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { ROLE_STYLE } from '#components/role-style.ts';
import { Avatar } from './avatar.tsx';
import { Pips } from './pips.tsx';
import type { Player } from './player.ts';
import { StatusBadge } from './status-badge.tsx';
import { Variables } from './variables.tsx';

type PlayerCardProps = { readonly player: Player; readonly hostNow: () => number };

export function PlayerCard({ player, hostNow }: PlayerCardProps) {
  const t = useTranslations('duel.players');
  const format = useFormatter();
  const { name, role, isMe, bot, score, status, end } = player;
  return (
    <section aria-label={name} className={`card space-y-3 border-t-4 p-4 ${role === 'client' ? 'border-t-client' : 'border-t-server'}`}>
      <div className="flex items-center gap-2.5">
        <Avatar name={name} role={role} />
        <div className="min-w-0">
          <p className="flex gap-1.5 font-semibold">
            <span className="truncate">{name}</span> {isMe && <span className="shrink-0 font-normal text-muted">{t('you')}</span>}
          </p>
          <p className={`text-xs font-bold tracking-wide uppercase ${ROLE_STYLE[role].text}`}>{t(`roles.${role}`)}</p>
        </div>
      </div>
      <p className="text-4xl font-bold tracking-tight tabular-nums">
        {format.number(score.points)} <span className="sr-only">{t('points')}</span>
      </p>
      <Pips pips={player.pips} />
      <p className="flex min-h-5 flex-wrap gap-1.5">
        {score.streak > 1 && (
          <span className="rounded-full bg-good-soft px-2.5 py-0.5 text-xs font-semibold text-good">
            {t('streak', { count: score.streak })}
          </span>
        )}
        {status && <StatusBadge status={status} graceUntil={player.graceUntil} hostNow={hostNow} />}
        {bot && <span className="rounded-full bg-sunken px-2.5 py-0.5 text-xs font-semibold text-muted">{t(`bots.${bot}`)}</span>}
      </p>
      {end && <Variables end={end} />}
    </section>
  );
}
