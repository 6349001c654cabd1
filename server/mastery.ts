/** What a class has mastered, rolled up from its cells. */
import { groupBy } from '#game/contest/group-by.ts';
import type { Tally } from '#game/contest/vocabulary.ts';
import { STATES } from '#game/tcp/vocabulary.ts';
import type { MasteredRule, MasteryAnswer, MasteryTurn, ShownMisconception } from '#protocol/reports.ts';
import {
  type ClassPerson,
  type ClassSession,
  type MasteryCell,
  readClassPeople,
  readClassSessions,
  readMasteryCells,
  type StoredMasteryTurn,
} from '#db/mastery.ts';
import type { Database } from '#db/open.ts';

/** The real name of a student of a roster; null where there is no such student any more. */
export type RealNameOf = (studentId: string) => string | null;

export function readMastery(database: Database, classId: string, realNameOf: RealNameOf): MasteryAnswer {
  const cells = readMasteryCells(database, classId);
  const asked = new Set(cells.map(({ personId }) => personId));
  const people = readClassPeople(database, classId).filter(({ personId }) => asked.has(personId));
  return rollUp(cells, readClassSessions(database, classId), people, realNameOf);
}

export function rollUp(
  cells: readonly MasteryCell[],
  sessions: readonly ClassSession[],
  people: readonly ClassPerson[],
  realNameOf: RealNameOf,
): MasteryAnswer {
  const byState = groupBy(cells, ({ state }) => state);
  return {
    sessions: sessions.map(({ id, settings, createdAt }) => ({ contestId: id, title: settings.title, createdAt })),
    people: people.map(({ personId, studentId, name }) => ({ personId, name, realName: nameOf(studentId, realNameOf) })),
    states: STATES.flatMap((state) => (byState.has(state) ? [{ state, ...tallyOf(byState.get(state) ?? []) }] : [])),
    rules: rulesOf(cells),
    misconceptions: misconceptionsOf(cells),
  };
}

function nameOf(studentId: string | null, realNameOf: RealNameOf): string | null {
  return studentId === null ? null : realNameOf(studentId);
}

function tallyOf(cells: readonly MasteryCell[]): Tally {
  return { asked: sumOf(cells, 'asked'), right: sumOf(cells, 'right') };
}

function sumOf(cells: readonly MasteryCell[], what: 'asked' | 'right'): number {
  return cells.reduce((sum, cell) => sum + cell[what], 0);
}

function rulesOf(cells: readonly MasteryCell[]): readonly MasteredRule[] {
  return [...groupBy(cells, ({ rule }) => rule)]
    .map(([rule, own]) => ({
      rule,
      ...tallyOf(own),
      bySession: [...groupBy(own, ({ contestId }) => contestId)].map(([contestId, some]) => ({ contestId, ...tallyOf(some) })),
      byPerson: [...groupBy(own, ({ personId }) => personId)].flatMap(([personId, some]) =>
        personId === null ? [] : [{ personId, ...tallyOf(some) }],
      ),
    }))
    .sort((a, b) => a.right / a.asked - b.right / b.asked || b.asked - a.asked || (a.rule < b.rule ? -1 : 1));
}

function misconceptionsOf(cells: readonly MasteryCell[]): readonly ShownMisconception[] {
  return [...groupBy(cells, ({ misconception }) => misconception)]
    .flatMap(([misconception, own]) => {
      if (misconception === null) return [];
      const rules = new Set(own.map(({ rule }) => rule));
      const asked = sumOf(
        cells.filter(({ rule }) => rules.has(rule)),
        'asked',
      );
      const byPerson = [...groupBy(own, ({ personId }) => personId)].flatMap(([personId, some]) =>
        personId === null ? [] : [{ personId, shown: sumOf(some, 'asked') }],
      );
      return [{ misconception, shown: sumOf(own, 'asked'), asked, byPerson }];
    })
    .sort((a, b) => b.shown - a.shown || (a.misconception < b.misconception ? -1 : 1));
}

export function toMasteryTurn({ move, rule, name, studentId }: StoredMasteryTurn, realNameOf: RealNameOf): MasteryTurn {
  const { matchId, turn, side, at, seat, state, event, misconception, segmentRight, stateRight } = move;
  const { chosenSegment, chosenState, expectedSegment, expectedState } = move;
  return {
    matchId,
    turn,
    side,
    name,
    realName: nameOf(studentId, realNameOf),
    at,
    role: seat,
    state,
    event,
    rule,
    chosenSegment,
    chosenState,
    expectedSegment,
    expectedState,
    right: segmentRight && stateRight,
    misconception,
  };
}
