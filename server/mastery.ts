/** What a class has mastered, rolled up from its cells. */
import { groupBy } from '#game/contest/group-by.ts';
import type { Tally } from '#game/contest/vocabulary.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import { STATES } from '#game/tcp/vocabulary.ts';
import type { MasteredRule, MasteryAnswer, MasteryPerson, MasteryTurn, ShownMisconception } from '#protocol/reports.ts';
import {
  type ClassPerson,
  type MasteryCell,
  readClassPeople,
  readClassSessions,
  readMasteryCells,
  type StoredMasteryTurn,
} from '#db/mastery.ts';
import type { Database } from '#db/open.ts';
import { oneByOne } from './one-by-one.ts';

/** The real name of a student of a roster; null where there is no such student any more. */
export type RealNameOf = (studentId: string) => string | null;

/** `person`: about that one alone; null is everybody. */
export async function readMastery(
  database: Database,
  classId: string,
  person: string | null,
  realNameOf: RealNameOf,
): Promise<MasteryAnswer> {
  const sessions = readClassSessions(database, classId);
  const cells = (await oneByOne(sessions, ({ id }) => readMasteryCells(database, id))).flat();
  const about = person === null ? cells : cells.filter(({ personId }) => personId === person);
  const byState = groupBy(about, ({ state }) => state);
  return {
    sessions: sessions.map(({ id, settings, createdAt }) => ({
      contestId: id,
      title: settings.title,
      createdAt,
    })),
    people: peopleOf(cells, readClassPeople(database, classId), realNameOf),
    states: STATES.flatMap((state) => (byState.has(state) ? [{ state, ...tallyOf(byState.get(state) ?? []) }] : [])),
    rules: rulesOf(about),
    misconceptions: misconceptionsOf(about),
  };
}

function peopleOf(cells: readonly MasteryCell[], people: readonly ClassPerson[], realNameOf: RealNameOf): readonly MasteryPerson[] {
  const byPerson = groupBy(cells, ({ personId }) => personId);
  return people.flatMap(({ personId, studentId, name }) => {
    const own = byPerson.get(personId);
    return own ? [{ personId, name, realName: nameOf(studentId, realNameOf), ...tallyOf(own), hardest: hardestOf(own) }] : [];
  });
}

function hardestOf(cells: readonly MasteryCell[]): RuleId | null {
  const wrong = rulesOf(cells).filter(({ asked, right }) => right < asked);
  const [hardest] = wrong.sort((a, b) => b.asked - b.right - (a.asked - a.right));
  return hardest?.rule ?? null;
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

function rulesOf(cells: readonly MasteryCell[]): MasteredRule[] {
  return [...groupBy(cells, ({ rule }) => rule)]
    .map(([rule, own]) => ({
      rule,
      ...tallyOf(own),
      bySession: [...groupBy(own, ({ contestId }) => contestId)].map(([contestId, some]) => ({ contestId, ...tallyOf(some) })),
    }))
    .sort((a, b) => a.right / a.asked - b.right / b.asked || b.asked - a.asked || (a.rule < b.rule ? -1 : 1));
}

function misconceptionsOf(cells: readonly MasteryCell[]): readonly ShownMisconception[] {
  const byRule = groupBy(cells, ({ rule }) => rule);
  return [...groupBy(cells, ({ misconception }) => misconception)]
    .flatMap(([misconception, own]) => {
      if (misconception === null) return [];
      const rules = [...new Set(own.map(({ rule }) => rule))];
      const asked = rules.reduce((sum, rule) => sum + sumOf(byRule.get(rule) ?? [], 'asked'), 0);
      return [{ misconception, shown: sumOf(own, 'asked'), asked, people: new Set(own.map(({ personId }) => personId)).size }];
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
