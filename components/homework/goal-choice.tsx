import { useTranslations } from 'next-intl';
import { Choice } from '#components/pages/choice.tsx';
import { Select } from '#components/pages/select.tsx';
import { type HomeworkDraft, USUAL_GOAL } from './draft.ts';

const PERCENTS = [60, 70, 80, 90, 100] as const;
const MOVES = [20, 30, 40, 50, 80] as const;

export type DraftProps = { readonly draft: HomeworkDraft; readonly onChange: (draft: HomeworkDraft) => void };

/** Each task once, or as many moves as it takes. */
export function GoalChoice({ draft, onChange }: DraftProps) {
  const t = useTranslations('class-homework.form');
  const { goal } = draft;
  return (
    <>
      <Choice
        legend={t('what')}
        options={(['each', 'goal'] as const).map((value) => ({ value, label: t(value), note: t(`${value}Note`) }))}
        value={goal ? 'goal' : 'each'}
        onChoose={(kind) => onChange({ ...draft, goal: kind === 'goal' ? USUAL_GOAL : null })}
        className="sm:grid-cols-2"
      />
      {goal ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label={t('percent')}
            options={PERCENTS.map((percent) => ({ value: String(percent), label: t('percentOf', { percent }) }))}
            value={String(goal.percent)}
            onChoose={(percent) => onChange({ ...draft, goal: { ...goal, percent: Number(percent) } })}
          />
          <Select
            label={t('moves')}
            options={MOVES.map((moves) => ({ value: String(moves), label: t('movesOf', { moves }) }))}
            value={String(goal.moves)}
            onChoose={(moves) => onChange({ ...draft, goal: { ...goal, moves: Number(moves) } })}
          />
        </div>
      ) : null}
    </>
  );
}
