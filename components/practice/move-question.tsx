'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { offeredBy } from '#game/match/judge.ts';
import type { Level, Proposal } from '#game/match/vocabulary.ts';
import type { Happening } from '#game/scenarios/play.ts';
import type { State } from '#game/tcp/vocabulary.ts';
import { Composer } from '#components/composer/composer.tsx';
import type { Edge } from '#components/duel-props.ts';
import { EventCard } from '#components/match/event-card.tsx';
import { useEventWords } from '#components/match/event-words.ts';
import { TurnHeading } from '#components/match/turn-heading.tsx';

type MoveQuestionProps = {
  /** Counted from 1. */
  readonly number: number;
  readonly ask: Happening;
  /** Null where it may not be known. */
  readonly here: State | null;
  readonly level: Level;
  readonly edges: readonly Edge[];
  readonly onAnswer: (proposal: Proposal) => void;
  /** Help, between what happened and the answer. */
  readonly children?: ReactNode;
};

/** What happened at one's own end, and the answer to it. */
export function MoveQuestion({ number, ask: { at, event }, here, level, edges, onAnswer, children }: MoveQuestionProps) {
  const t = useTranslations('duel.desk');
  const words = useEventWords()(event);
  const offered = offeredBy({ at, event });
  return (
    <>
      <TurnHeading text={t('turn', { turn: number, kind: 'move', ...words })} />
      <div className="space-y-2 p-4 pb-3 lg:px-5">
        <EventCard ask={{ at, event, offered }} name={null} state={here} />
        {children}
      </div>
      <Composer mode="propose" role={at} level={level} edges={edges} sending={false} here={here} offered={offered} onSeal={onAnswer} />
    </>
  );
}
