import { useTranslations } from 'next-intl';
import { LEVELS, type Level } from '#game/match/vocabulary.ts';
import { Button } from '#components/button.tsx';
import { Select } from '#components/pages/select.tsx';
import type { ScenarioChoice } from '#components/sessions/setup-props.ts';
import { withTask, withTaskCount } from './draft.ts';
import type { DraftProps } from './goal-choice.tsx';

type TasksProps = DraftProps & { readonly most: number; readonly scenarios: readonly ScenarioChoice[] };

/** How many tasks, and what is played in each. */
export function Tasks({ draft, onChange, most, scenarios }: TasksProps) {
  return (
    <>
      <Count draft={draft} onChange={onChange} most={most} />
      <ol className="flex flex-col gap-4">
        {draft.tasks.map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a task is its number.
          <li key={at}>
            <Task at={at} draft={draft} onChange={onChange} scenarios={scenarios} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Count({ draft, onChange, most }: Omit<TasksProps, 'scenarios'>) {
  const t = useTranslations('class-homework.form');
  const count = draft.tasks.length;
  const step = (by: number) => onChange(withTaskCount(draft, count + by));
  return (
    <div className="flex items-center gap-3">
      <span className="text-sm font-semibold">{t('taskCount')}</span>
      <Button look="quiet" aria-label={t('fewer')} disabled={count <= 1} onClick={() => step(-1)} className="w-11 text-lg">
        −
      </Button>
      <output className="w-6 text-center text-lg font-bold tabular-nums">{count}</output>
      <Button look="quiet" aria-label={t('more')} disabled={count >= most} onClick={() => step(1)} className="w-11 text-lg">
        +
      </Button>
    </div>
  );
}

function Task({ at, draft, onChange, scenarios }: Omit<TasksProps, 'most'> & { readonly at: number }) {
  const t = useTranslations('class-homework.form');
  const levels = useTranslations('levels');
  const task = draft.tasks[at] ?? { scenario: null, level: 1 };
  const levelOf = (id: string) => scenarios.find((one) => one.id === id)?.level;
  const change = (part: Partial<typeof task>) => onChange(withTask(draft, at, { ...task, ...part }, levelOf));
  const offered = scenarios.filter(({ level }) => level <= task.level).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <fieldset className="grid min-w-0 gap-3 sm:grid-cols-[10rem_minmax(0,1fr)]">
      <legend className="mb-1 font-semibold">{t('task', { number: at + 1 })}</legend>
      <Select
        label={t('level')}
        options={LEVELS.map((level) => ({ value: String(level), label: levels('name', { level }) }))}
        value={String(task.level)}
        onChoose={(level) => change({ level: Number(level) as Level })}
      />
      <Select
        label={t('scenario')}
        options={[{ value: '', label: t('draw') }, ...offered]}
        value={task.scenario ?? ''}
        onChoose={(id) => change({ scenario: id || null })}
      />
    </fieldset>
  );
}
