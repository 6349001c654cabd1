/** A session as it is taken away: what was played, with the names of the roster, and each scenario summed up. */
import type { ExportedStudent, SessionExport } from '#protocol/exports.ts';
import type { SessionRecord } from '#db/session-record.ts';
import { summariseScenarios } from './scenarios.ts';

/** Somebody on a class's roster. */
export type RosterEntry = {
  readonly studentId: string;
  readonly name: string;
  readonly email: string | null;
  readonly number: string | null;
};

export function makeSessionExport({ contest, entrants, results, turns }: SessionRecord, roster: readonly RosterEntry[]): SessionExport {
  const { id, settings, createdAt, endedAt } = contest;
  const known = new Map(roster.map((entry) => [entry.studentId, entry]));
  return {
    contestId: id,
    title: settings.title,
    createdAt,
    endedAt,
    students: entrants.filter(({ isBot }) => !isBot).map((entrant) => toStudent(entrant, known)),
    results,
    turns,
    scenarios: summariseScenarios(turns),
  };
}

type Entrant = SessionRecord['entrants'][number];

function toStudent({ number, name, studentId }: Entrant, known: ReadonlyMap<string, RosterEntry>): ExportedStudent {
  const entry = studentId === null ? undefined : known.get(studentId);
  return {
    number,
    nickname: name,
    realName: entry?.name ?? null,
    studentNumber: entry?.number ?? null,
    email: entry?.email ?? null,
  };
}
