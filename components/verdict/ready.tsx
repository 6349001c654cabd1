'use client';
import { useTranslations } from 'next-intl';
import { Button, KeyHint } from '#components/button.tsx';
import { IdleOffer } from '#components/match/idle-offer.tsx';
import { otherSide } from '#components/match/situation.ts';
import { secondsUntil, useNow } from '#components/use-now.ts';
import type { VerdictCardProps } from './verdict-card.tsx';
import type { Side } from '#game/match/vocabulary.ts';

type ReadyProps = Pick<VerdictCardProps, 'view' | 'turn' | 'hostNow' | 'on'> & { readonly me: Side };

/** The way to the next turn, and when it opens by itself. */
export function Ready({ view, turn, me, hostNow, on }: ReadyProps) {
  const t = useTranslations('duel.verdict');
  const isReady = turn.ready[me];
  const isLocked = isReady || view.halted;
  const { name } = view.parties[otherSide(me)];
  const mayReplace = isReady && !view.halted && view.settings.turnSeconds === null;
  return (
    <div className="sticky bottom-0 z-10 border-t border-line bg-card px-4 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:border-0 lg:px-5 lg:pb-5">
      {!view.halted && <WhenNext turn={turn} isReady={isReady} name={name} hostNow={hostNow} />}
      <Button look="main" aria-disabled={isLocked} onClick={isLocked ? undefined : () => on.ready(turn.turn)}>
        <span className="flex items-center justify-center gap-2">
          {view.halted ? t('halted') : isReady ? t('waitingForOther', { name }) : t('ready')}
          {!isLocked && <KeyHint>Enter</KeyHint>}
        </span>
      </Button>
      {mayReplace && <IdleOffer name={name} hostNow={hostNow} onReplaceIdle={on.replaceIdle} />}
    </div>
  );
}

type WhenNextProps = Pick<ReadyProps, 'turn' | 'hostNow'> & { readonly isReady: boolean; readonly name: string };

function WhenNext({ turn, isReady, name, hostNow }: WhenNextProps) {
  const t = useTranslations('duel.verdict');
  const until = turn.closed?.until ?? null;
  const now = useNow(hostNow, until !== null, 500);
  const untimed = t(isReady ? 'untilReady' : 'takeYourTime', { name });
  return (
    <p className="mb-1.5 text-center text-xs text-muted tabular-nums">
      {until === null ? untimed : t('nextIn', { seconds: secondsUntil(until, now) })}
    </p>
  );
}
