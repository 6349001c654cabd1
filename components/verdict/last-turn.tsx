import { useTranslations } from 'next-intl';
import type { TurnView } from '#game/match/view.ts';
import type { RuleText } from '#components/duel-props.ts';
import { Misconception } from './misconception.tsx';
import { Rules } from './rules.tsx';

/** What was mistaken in the turn before this one and what decided it, to be read again. */
export function LastTurn({ turn, ruleText }: { readonly turn: TurnView; readonly ruleText: RuleText }) {
  const t = useTranslations('duel.verdict');
  const moves = turn.closed?.verdicts.filter((verdict) => verdict.kind === 'move') ?? [];
  const ids = new Set(moves.flatMap(({ answers, took }) => (answers[took] ?? answers[0])?.rules ?? []));
  const mistakes = new Set(moves.flatMap(({ misconception }) => misconception ?? []));
  if (ids.size === 0) return null;
  return (
    <section className="card min-h-28 shrink! overflow-y-auto p-4 text-sm leading-relaxed text-muted">
      <h2 className="mb-2 text-xs font-bold tracking-wider uppercase">{t('lastTurn')}</h2>
      <div className="mb-2 space-y-2 empty:hidden">
        {[...mistakes].map((id) => (
          <Misconception key={id} id={id} />
        ))}
      </div>
      <Rules ids={[...ids]} ruleText={ruleText} />
    </section>
  );
}
