/** Homework that is being set, and what follows from one choice for another. */
import type { Level } from '#game/match/vocabulary.ts';
import type { NewHomework } from '#protocol/homework.ts';

type Task = NewHomework['tasks'][number];
/** `dueAt` null: the field is not filled in. */
export type HomeworkDraft = Omit<NewHomework, 'dueAt'> & { readonly dueAt: number | null };

const USUAL_TASK: Task = { scenario: null, level: 1 };
export const USUAL_GOAL = { percent: 80, moves: 30 } as const;

export function usualHomework(title: string, dueAt: number): HomeworkDraft {
  return { title, dueAt, tasks: [USUAL_TASK, USUAL_TASK, USUAL_TASK], goal: null };
}

/** Tasks at the end come and go; a new one is of the level of the last. */
export function withTaskCount(draft: HomeworkDraft, count: number): HomeworkDraft {
  const fresh: Task = { scenario: null, level: draft.tasks.at(-1)?.level ?? 1 };
  return { ...draft, tasks: Array.from({ length: count }, (_, n) => draft.tasks[n] ?? fresh) };
}

/** A scenario that is not played at the level is drawn. */
export function withTask(draft: HomeworkDraft, at: number, task: Task, levelOf: (scenario: string) => Level | undefined): HomeworkDraft {
  const fits = task.scenario !== null && (levelOf(task.scenario) ?? task.level) <= task.level;
  return { ...draft, tasks: draft.tasks.map((one, n) => (n === at ? { ...task, scenario: fits ? task.scenario : null } : one)) };
}
