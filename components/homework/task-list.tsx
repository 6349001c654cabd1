import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import { Card } from '#components/pages/card.tsx';
import type { TaskRow } from '#protocol/homework.ts';
import { StateBadge } from './state-badge.tsx';

type TaskListProps = {
  /** Whether each of them has to be done; with a goal none has. */
  readonly areDue: boolean;
  readonly tasks: readonly TaskRow[];
  readonly scenarioName: (id: string) => string;
  readonly isBusy: boolean;
  /** By number from 0. */
  readonly onPlay: (task: number) => void;
};

export function TaskList({ tasks, ...rest }: TaskListProps) {
  const t = useTranslations('homework');
  return (
    <Card title={t('tasks')}>
      <ol className="flex flex-col divide-y divide-line">
        {tasks.map((row, task) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a task is its number.
          <Item key={task} row={row} task={task} {...rest} />
        ))}
      </ol>
    </Card>
  );
}

type ItemProps = Omit<TaskListProps, 'tasks'> & { readonly row: TaskRow; readonly task: number };

function Item({ row, task, areDue, scenarioName, isBusy, onPlay }: ItemProps) {
  const t = useTranslations('homework');
  const { level, scenario, moves, rightMoves, tries } = row;
  const next = row.matchId !== null ? 'goOn' : tries > 0 ? 'again' : 'begin';
  const number = task + 1;
  const best = moves > 0 ? t('best', { right: rightMoves, moves }) : '';
  return (
    <li className="grid items-center gap-x-4 gap-y-3 py-4 first:pt-0 last:pb-0 sm:grid-cols-[minmax(0,1fr)_auto_9rem]">
      <div className="min-w-0">
        <p className="font-semibold wrap-anywhere">
          {t('task', { number })} · {scenario === null ? t('hidden') : scenarioName(scenario)}
        </p>
        <p className="text-sm text-muted">{[t('level', { level }), t('tries', { count: tries }), best].filter(Boolean).join(' · ')}</p>
      </div>
      <div>{areDue ? <StateBadge {...row} /> : null}</div>
      <Button look="quiet" aria-label={t(`${next}Task`, { number })} disabled={isBusy} onClick={() => onPlay(task)}>
        {t(next)}
      </Button>
    </li>
  );
}
