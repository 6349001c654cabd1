import { useTranslations } from 'next-intl';
import type { TurnView } from '#game/match/view.ts';
import type { PredictionVerdict, Verdict } from '#game/match/vocabulary.ts';
import { ChosenText, RightAnswerText } from '#components/answer-text.tsx';
import { Code } from '#components/code.tsx';
import { useEventWords } from '#components/match/event-words.ts';
import { type Pip, pipOf } from '#components/players/pips.ts';
import { ROLE_STYLE } from '#components/role-style.ts';

/** Beside the word, so that the eye finds the row. */
const SIGNS: Readonly<Record<Pip, string>> = { right: '✓', half: '◐', wrong: '✕', missed: '–', uncounted: '⚙', open: '' };

export function MoveRow({ name, turn, verdict }: { readonly name: string; readonly turn: TurnView; readonly verdict: Verdict }) {
  const t = useTranslations('duel.over');
  const eventWords = useEventWords();
  const ask = turn.asks.find(({ at }) => at === verdict.at);
  const words = ask ? eventWords(ask.event) : { title: '', code: '' };
  const taken = verdict.answers[verdict.took];
  const isRight = verdict.segmentRight && verdict.stateRight;
  return (
    <div className="grid gap-x-4 gap-y-1 text-sm sm:grid-cols-2 lg:grid-cols-[1.3fr_1fr_1fr]">
      <p className="min-w-0 break-words">
        <strong className={ROLE_STYLE[verdict.at].text}>{name}</strong> · {words.title} <Code>{words.code}</Code>
      </p>
      <Chosen label={t('chosen')} verdict={verdict} />
      {taken && !isRight && (
        <p className="min-w-0">
          <span className="block text-xs text-muted">{t('right')}</span>
          <RightAnswerText answer={taken} />
        </p>
      )}
    </div>
  );
}

export function PredictionRow({ name, verdict }: { readonly name: string; readonly verdict: PredictionVerdict }) {
  const t = useTranslations('duel.over');
  return (
    <div className="text-sm lg:grid lg:grid-cols-[1.3fr_1fr_1fr] lg:gap-x-4">
      <div className="lg:col-start-2">
        <Chosen label={t('predicted', { name })} verdict={verdict} />
      </div>
    </div>
  );
}

function Chosen({ label, verdict }: { readonly label: string; readonly verdict: Verdict | PredictionVerdict }) {
  const t = useTranslations('duel.over');
  const pip = pipOf(verdict);
  return (
    <p className="min-w-0">
      <span className="block text-xs text-muted">
        {label} · <span aria-hidden="true">{SIGNS[pip]}</span> {t(`pips.${pip}`)}
      </span>
      {verdict.chosen && <ChosenText answer={verdict.chosen} />}
    </p>
  );
}
