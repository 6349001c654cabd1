/** Sessions and homework of a class beside each other, for each student of its roster (protocol/reports.ts). */
import { groupBy } from '#game/contest/group-by.ts';
import type { ClassResultsAnswer, ResultCell, ResultColumn } from '#protocol/reports.ts';
import { readSessionResults, type SessionResult } from '#db/class-results.ts';
import { createHomeworkStore, type Homework } from '#db/homework.ts';
import type { Database } from '#db/open.ts';
import type { Student } from '#db/students.ts';
import { resultsOf } from './homework/report.ts';
import { oneByOne } from './one-by-one.ts';

type Filled = { readonly column: ResultColumn; readonly cells: ReadonlyMap<string, ResultCell> };

export async function readClassResults(
  database: Database,
  classId: string,
  roster: readonly Student[],
  now: number,
): Promise<ClassResultsAnswer> {
  const store = createHomeworkStore(database);
  const sessions = [...groupBy(readSessionResults(database, classId), ({ contestId }) => contestId).values()].flatMap(ofSession);
  const homework = await oneByOne(store.ofClass(classId), (one) => ofHomework(one, resultsOf(store, one, roster, now)));
  const filled = [...sessions, ...homework].sort((a, b) => a.column.at - b.column.at);
  const students = roster.map(({ studentId, name, number }) => {
    return { studentId, name, number, cells: filled.map(({ cells }) => cells.get(studentId) ?? null) };
  });
  return { columns: filled.map(({ column }) => column), students };
}

function ofSession(played: readonly SessionResult[]): readonly Filled[] {
  const [first] = played;
  if (!first) return [];
  const { contestId: id, title, createdAt: at } = first;
  const cells = played.map(({ studentId, moves, rightMoves }) => [studentId, { state: 'done', isLate: false, moves, rightMoves }] as const);
  return [{ column: { kind: 'session', id, title, at }, cells: new Map(cells) }];
}

function ofHomework({ id, title, dueAt: at }: Homework, results: ReturnType<typeof resultsOf>): Filled {
  const cells = results.map(
    ({ studentId, state, isLate, moves, rightMoves }) => [studentId, { state, isLate, moves, rightMoves }] as const,
  );
  return { column: { kind: 'homework', id, title, at }, cells: new Map(cells) };
}
