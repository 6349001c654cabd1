import { useTranslations } from 'next-intl';
import { sideOf, type TurnView, type View } from '#game/match/view.ts';
import type { PredictionVerdict, Verdict } from '#game/match/vocabulary.ts';
import { Code } from '#components/code.tsx';
import { useAnswerWords } from '#components/composer/proposal-words.tsx';
import { useEventWords } from '#components/match/event-words.ts';
import { pipOf } from '#components/players/pips.ts';
import { ROLE_STYLE } from '#components/role-style.ts';
import { segmentText } from '#components/segment-text.ts';
import { Dispute } from '#components/verdict/dispute.tsx';

type TurnTableProps = { readonly view: View; readonly onDispute: ((turn: number, comment: string) => void) | null };

/** Every move of the match: what happened, what was chosen, what was right. */
export function TurnTable({ view, onDispute }: TurnTableProps) {
  const t = useTranslations('duel.over');
  const legs = [...new Set(view.turns.map(({ leg }) => leg))];
  return legs.map((leg) => (
    <section key={leg} className="card p-4 sm:p-6" aria-label={t('leg', { leg: leg + 1 })}>
      <h2 className="mb-3 font-bold">{t('leg', { leg: leg + 1 })}</h2>
      <ol className="divide-y divide-line">
        {view.turns
          .filter((turn) => turn.leg === leg && turn.closed)
          .map((turn, index) => (
            <li key={turn.turn} className="grid gap-x-4 gap-y-2 py-3 sm:grid-cols-[2rem_1fr]">
              <span className="font-mono text-sm text-muted">{index + 1}</span>
              <div className="min-w-0 space-y-2">
                {movesOf(turn).map((verdict) => (
                  <Move key={verdict.at} view={view} turn={turn} verdict={verdict} />
                ))}
                {onDispute && <Dispute isDisputed={isDisputed(view, turn)} onDispute={(comment) => onDispute(turn.turn, comment)} />}
              </div>
            </li>
          ))}
      </ol>
    </section>
  ));
}

function isDisputed({ viewer }: View, turn: TurnView): boolean {
  return viewer !== 'spectator' && turn.disputedBy.includes(viewer);
}

function movesOf(turn: TurnView): Verdict[] {
  const verdicts: readonly (Verdict | PredictionVerdict)[] = turn.closed?.verdicts ?? [];
  return verdicts.filter((verdict) => verdict.kind === 'move');
}

function Move({ view, turn, verdict }: { readonly view: View; readonly turn: TurnView; readonly verdict: Verdict }) {
  const t = useTranslations('duel.over');
  const eventWords = useEventWords();
  const answerWords = useAnswerWords();
  const ask = turn.asks.find(({ at }) => at === verdict.at);
  const words = ask ? eventWords(ask.event) : { title: '', code: '' };
  const pip = pipOf(verdict);
  const { name } = view.parties[sideOf(verdict.at, turn.leg)];
  return (
    <div className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-2 lg:grid-cols-[1.3fr_1fr_1fr]">
      <p className="min-w-0 break-words">
        <strong className={ROLE_STYLE[verdict.at].text}>{name}</strong> · {words.title} <Code>{words.code}</Code>
      </p>
      <p className="min-w-0">
        <span className="block text-xs text-muted">
          {t('chosen')} · {t(`pips.${pip}`)}
        </span>
        <span aria-hidden="true">{SIGNS[pip]}</span>{' '}
        <Code className="break-words">{verdict.chosen ? `${answerWords(verdict.chosen)} → ${verdict.chosen.state}` : '–'}</Code>
      </p>
      {pip !== 'right' && <Right verdict={verdict} />}
    </div>
  );
}

const SIGNS = { right: '✓', half: '◐', wrong: '✕', missed: '–', uncounted: '⚙', open: '' } as const;

function Right({ verdict: { answers, took } }: { readonly verdict: Verdict }) {
  const t = useTranslations('duel.over');
  const words = useTranslations('duel.words');
  const taken = answers[took] ?? answers[0];
  if (!taken) return null;
  return (
    <p className="min-w-0">
      <span className="block text-xs text-muted">{t('right')}</span>
      <Code className="break-words">
        {taken.segment ? segmentText(taken.segment) : words('nothing')} → {taken.state}
      </Code>
    </p>
  );
}
