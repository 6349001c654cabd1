'use client';
import { useTranslations } from 'next-intl';
import type { Verdict } from '#game/match/vocabulary.ts';
import { openIn, type Call } from '#game/practice/practice.ts';
import { claimOf, stateAt, type Turn } from '#game/practice/turns.ts';
import type { Happening } from '#game/scenarios/play.ts';
import { Button } from '#components/button.tsx';
import { EventCard } from '#components/match/event-card.tsx';
import { Rules } from '#components/verdict/rules.tsx';
import { Claim } from './claim.tsx';
import { JudgedMove } from './judged-move.tsx';
import { useNames } from './names.ts';
import type { PracticeProps } from './practice-props.ts';
import { Reading } from './reading.tsx';

/** What the bot has moved, to be let pass or called illegal; then, what was said of it and why. */
export function BotsMove(props: PracticeProps) {
  const { practice } = props;
  const turn = openIn(practice);
  const verdict = turn.verdicts.at(-1);
  const ask = turn.asks[turn.verdicts.length - 1];
  if (!verdict || !ask) return null;
  if (practice.call) return <Called {...props} verdict={verdict} call={practice.call} />;
  return <Moved {...props} turn={turn} verdict={verdict} ask={ask} />;
}

type JudgedProps = PracticeProps & { readonly verdict: Verdict };

function Moved(props: JudgedProps & { readonly turn: Turn; readonly ask: Happening }) {
  const { practice, turn, verdict, ask, onStep } = props;
  const t = useTranslations('practice');
  const names = useNames(practice.settings.role);
  const claim = claimOf(turn, verdict);
  const isPerfect = practice.settings.strength === 'perfect';
  return (
    <Reading
      title={t('bot.title')}
      next={isPerfect ? t('board.next') : t('bot.pass')}
      onNext={() => onStep({ type: 'go-on' })}
      other={!isPerfect && <Objection onObject={() => onStep({ type: 'object' })} />}
    >
      <EventCard ask={{ ...ask, offered: 0 }} name={names[ask.at]} state={null} />
      {claim && <Claim label={t('bot.claims')} claim={claim} />}
      {isPerfect ? <Reasons {...props} /> : <p className="text-sm text-muted">{t('bot.ask')}</p>}
    </Reading>
  );
}

function Objection({ onObject }: { readonly onObject: () => void }) {
  const t = useTranslations('practice.bot');
  return (
    <Button look="quiet" onClick={onObject} className="text-base font-semibold">
      {t('illegal')}
    </Button>
  );
}

/** A bot that makes no mistakes says at once why it moves so. */
function Reasons({ verdict, ruleText }: JudgedProps) {
  const t = useTranslations('duel.verdict');
  return (
    <details className="text-sm leading-relaxed">
      <summary className="min-h-6 cursor-pointer text-xs font-bold tracking-wider text-muted uppercase">{t('why')}</summary>
      <Rules ids={verdict.answers[verdict.took]?.rules ?? []} ruleText={ruleText} />
    </details>
  );
}

function Called({ practice, edges, ruleText, onStep, verdict, call }: JudgedProps & { readonly call: Call }) {
  const t = useTranslations('practice');
  const names = useNames(practice.settings.role);
  const { points } = practice.judged.at(-1) ?? { points: 0 };
  const heading = (
    <>
      <span className={call === 'caught' ? 'text-good' : 'text-bad'}>
        {call === 'caught' ? '✓' : '✕'} {t(`bot.calls.${call}`)}
      </span>
      {call === 'caught' && <span className="text-right text-sm whitespace-nowrap tabular-nums">{t('board.points', { points })}</span>}
    </>
  );
  return (
    <Reading next={t('board.next')} onNext={() => onStep({ type: 'go-on' })}>
      <JudgedMove
        heading={heading}
        verdict={verdict}
        before={stateAt(openIn(practice), verdict.at)}
        names={names}
        reader={practice.settings.role}
        edges={practice.settings.level < 3 ? edges : []}
        ruleText={ruleText}
      />
    </Reading>
  );
}
