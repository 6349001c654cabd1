/** Homework: what an instructor sets, how a student comes, and the matches that come of it. */
import { randomInt } from 'node:crypto';
import { drawFreshScenario, scenarioOf } from '#game/scenarios/catalogue.ts';
import type { HomeworkTask, MyHomeworkAnswer, NewHomework, TaskRow, Work } from '#protocol/homework.ts';
import type { Homework, HomeworkStore, HomeworkTry } from '#db/homework.ts';
import type { StudentStore } from '#db/students.ts';
import { readPersonalCode } from '../classes/personal-code.ts';
import type { Guesser, Guesses } from '../guesses.ts';
import { makeMatchRecord } from '../match-record.ts';
import type { Matches } from '../matches.ts';
import type { Refusable } from '../meeting.ts';
import { grade } from './grade.ts';
import { makeKey, random } from '../chance.ts';

export type Homeworks = {
  /** Faults: `no-such-scenario`, `due-date-over`. */
  set(classId: string, wish: NewHomework): Promise<Refusable<{ readonly made: Homework }>>;
  /** What the player sees of it; null where there is none. */
  viewOf(key: string, playerId: string): MyHomeworkAnswer | null;
  /** The player is the student with that code from now on. Faults: `no-such-homework`, `bad-personal-code`, `too-many-tries`. */
  claim(asker: Guesser, key: string, personal: string): Promise<Refusable<object>>;
  /** The open match of the task, or a new one. Faults: `no-such-homework`, `not-in-class`, `bad-message` where there is no such task. */
  play(playerId: string, key: string, task: number): Promise<Refusable<{ readonly matchId: string }>>;
};

export type HomeworksNeeds = {
  readonly store: HomeworkStore;
  readonly students: StudentStore;
  readonly matches: Matches;
  readonly nameOf: (playerId: string) => Promise<string | null>;
  readonly guesses: Guesses;
  readonly date: () => number;
};

const refused = <F extends string>(fault: F) => ({ ok: false, fault }) as const;

export function createHomeworks({ store, students, matches, nameOf, guesses, date }: HomeworksNeeds): Homeworks {
  async function set(classId: string, { title, dueAt, tasks: wanted, goal }: NewHomework) {
    if (dueAt <= date()) return refused('due-date-over');
    if (wanted.some(({ scenario }) => scenario !== null && !scenarioOf(scenario))) return refused('no-such-scenario');
    const tasks = wanted.reduce(drawInto, []);
    const made: Homework = { id: makeKey(), classId, key: makeKey(), title, dueAt, tasks, goal, createdAt: date() };
    await store.add(made);
    return { ok: true, made } as const;
  }

  function viewOf(key: string, playerId: string): MyHomeworkAnswer | null {
    const homework = store.byKey(key);
    if (!homework) return null;
    const { title, dueAt, goal, classId } = homework;
    const studentId = students.idOfPlayer(classId, playerId);
    const mine = studentId === null ? null : mineOf(homework, store.tries(homework, studentId), playerId, date());
    return { title, dueAt, goal, now: date(), mine };
  }

  async function claim(asker: Guesser, key: string, personal: string): Promise<Refusable<object>> {
    const homework = store.byKey(key);
    if (!homework) return refused('no-such-homework');
    if (guesses.areSpent(asker.playerId)) return refused('too-many-tries');
    const studentId = students.idOfCode(homework.classId, readPersonalCode(personal));
    if (studentId === null) return guesses.wrong(asker, 'bad-personal-code');
    await students.linkPlayer(studentId, asker.playerId);
    return { ok: true };
  }

  async function play(playerId: string, key: string, task: number): Promise<Refusable<{ matchId: string }>> {
    const homework = store.byKey(key);
    if (!homework) return refused('no-such-homework');
    const studentId = students.idOfPlayer(homework.classId, playerId);
    if (studentId === null) return refused('not-in-class');
    const wanted = homework.tasks[task];
    if (!wanted) return refused('bad-message');
    const open = openOf(store.tries(homework, studentId), task, playerId);
    if (open !== null) return { ok: true, matchId: open };
    const matchId = makeKey();
    await store.addTry({ matchId, homeworkId: homework.id, studentId, task });
    await make(matchId, wanted, playerId);
    return { ok: true, matchId };
  }

  /** Untimed, against the bot that sits beside the odd one out in class. */
  async function make(matchId: string, { scenario: id, level }: HomeworkTask, playerId: string): Promise<void> {
    const scenario = scenarioOf(id);
    if (!scenario) throw new Error(`no scenario ${id}`);
    const settings = { level, turnSeconds: null, speedPoints: false, scenario: id, kind: 'homework' } as const;
    const student = { playerId, name: (await nameOf(playerId)) ?? '?', bot: null };
    const parties = [student, { playerId: null, name: 'Bot', bot: 'skilled' }] as const;
    await matches.create(
      makeMatchRecord({ matchId, settings, scenario, parties, seed: randomInt(2 ** 31), numbers: null, startedAt: date() }),
    );
  }

  return { set, viewOf, claim, play };
}

/** The host draws once, for all students; the same one twice only where there is no other. */
function drawInto(tasks: readonly HomeworkTask[], { scenario, level }: NewHomework['tasks'][number]): readonly HomeworkTask[] {
  if (scenario !== null) return [...tasks, { scenario, level }];
  const had = tasks.map((task) => task.scenario);
  return [...tasks, { scenario: drawFreshScenario(level, had, random).id, level }];
}

/** Another phone's match is not this one's to go on with. */
function openOf(tries: readonly HomeworkTry[], task: number, playerId: string): string | null {
  return tries.find((one) => one.task === task && one.playerId === playerId && one.endedAt === null)?.matchId ?? null;
}

function mineOf(homework: Homework, tries: readonly HomeworkTry[], playerId: string, now: number): MyHomeworkAnswer['mine'] {
  const { tasks, ...work } = grade(homework, tries, now);
  const rowOf = ({ scenario, level }: HomeworkTask, task: number): TaskRow => {
    const own = tasks[task] as Work;
    const isTold = level === 1 || own.state === 'done';
    return { ...own, level, scenario: isTold ? scenario : null, matchId: openOf(tries, task, playerId) };
  };
  return { ...work, tasks: homework.tasks.map(rowOf) };
}
