'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import { roleOf, sideOf, type TurnView } from '#game/match/view.ts';
import type { Prediction, Proposal, Side } from '#game/match/vocabulary.ts';
import { otherRole } from '#game/tcp/vocabulary.ts';
import { Composer } from '#components/composer/composer.tsx';
import type { DuelProps } from '#components/duel-props.ts';
import { VerdictCard } from '#components/verdict/verdict-card.tsx';
import { EventCard } from './event-card.tsx';
import { useEventWords } from './event-words.ts';
import { SealedCard } from './sealed-card.tsx';
import { TurnHeading } from './turn-heading.tsx';
import { askFor, numberInLeg, otherSide, ownState, situationOf } from './situation.ts';

/** Where a turn is read, answered and explained. */
export function Desk(props: DuelProps) {
  const { view } = props;
  const t = useTranslations('duel.desk');
  const { phase, turn, me } = situationOf(view);
  useTopOfPage(`${turn?.turn} ${phase} ${turn?.mine ? 'sealed' : 'open'}`);
  if (!turn) return <p className="p-5 text-muted">{t('opening')}</p>;
  if (phase === 'verdict') return <VerdictCard key={turn.turn} {...props} turn={turn} me={me} />;
  return (
    <>
      <Announcement key={turn.turn} {...props} turn={turn} me={me} />
      <Events {...props} turn={turn} me={me} />
      <Answer {...props} turn={turn} me={me} />
    </>
  );
}

/** On a phone one scrolls to the end of a question; what comes after it is read from its beginning. */
function useTopOfPage(what: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is what changes.
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [what]);
}

type TurnProps = DuelProps & { readonly turn: TurnView; readonly me: Side | null };

function Announcement({ view, turn, me }: TurnProps) {
  const t = useTranslations('duel.desk');
  const words = useEventWords();
  const ask = (me !== null && askFor(turn, me)) || turn.asks[0];
  const kind = me === null ? 'watch' : askFor(turn, me) ? 'move' : 'predict';
  const { title, code } = ask ? words(ask.event) : { title: '', code: '' };
  return <TurnHeading text={t('turn', { turn: numberInLeg(view, turn), kind, title, code })} />;
}

/** One's own event where one is asked, else what happened to the other; whoever watches sees all. A leg begins with the story. */
function Events({ view, turn, me, scenarioStory }: TurnProps) {
  const own = me === null ? null : askFor(turn, me);
  const asks = own ? [own] : turn.asks;
  return (
    <div className="space-y-2 p-4 pb-3 lg:px-5">
      {scenarioStory && numberInLeg(view, turn) === 1 && <p className="text-sm text-muted">{scenarioStory}</p>}
      {asks.map((ask) => (
        <EventCard
          key={ask.at}
          ask={ask}
          name={ask === own ? null : view.parties[sideOf(ask.at, turn.leg)].name}
          state={ask === own && me !== null ? ownState(turn, me) : null}
        />
      ))}
    </div>
  );
}

function Answer(props: TurnProps): ReactNode {
  const { view, turn, me, edges, on, hostNow, sending = false } = props;
  const t = useTranslations('duel.desk');
  if (me === null) return <p className="px-4 pb-4 text-sm text-muted lg:px-5">{t('watching')}</p>;
  const role = roleOf(me, turn.leg);
  const otherName = view.parties[otherSide(me)].name;
  if (turn.mine) {
    const mayReplace = view.settings.turnSeconds === null && !view.halted && !turn.sealed[otherSide(me)];
    return (
      <SealedCard
        key={turn.turn}
        answer={turn.mine}
        otherName={otherName}
        mayReplace={mayReplace}
        hostNow={hostNow}
        onReplaceIdle={on.replaceIdle}
      />
    );
  }
  const { level } = view.settings;
  const shared = { role, level, sending, halted: view.halted, edges: level < 3 ? edges : [] };
  const ask = askFor(turn, me);
  if (!ask) {
    const seal = (prediction: Prediction) => on.predict(turn.turn, role, prediction);
    return <Composer key={turn.turn} {...shared} role={otherRole(role)} mode="predict" whom={otherName} onSeal={seal} />;
  }
  const seal = (proposal: Proposal) => on.propose(turn.turn, role, proposal);
  return <Composer key={turn.turn} {...shared} mode="propose" here={ownState(turn, me)} offered={ask.offered} onSeal={seal} />;
}
