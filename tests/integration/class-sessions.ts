/** Class sessions as the host leaves them in the store, without anybody playing them. */
import type { JudgedMove } from '#game/match/judged-moves.ts';
import type { Score } from '#game/match/scoring.ts';
import type { Settings } from '#game/match/vocabulary.ts';
import type { ContestSettings } from '#protocol/contest.ts';
import type { Database } from '#db/open.ts';
import { classes, students } from '#db/class-schema.ts';
import { contestPairs, contests, entrants } from '#db/contest-schema.ts';
import { instructors } from '#db/instructor-schema.ts';
import { players } from '#db/schema.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import { bot, finished, person, record, score, SETTINGS } from './samples.ts';

export type Attendant = { readonly playerId: string; readonly name?: string; readonly studentId?: string };
/** `sides`: entrants by number; null is a bot. */
export type PlayedPair = {
  readonly sides: readonly [number, number | null];
  readonly scores?: readonly [Partial<Score>, Partial<Score>];
  readonly judged?: readonly JudgedMove[];
  readonly endedAt?: number;
  readonly settings?: Partial<Settings>;
};
export type PlayedSession = {
  readonly id: string;
  readonly ownerId?: string;
  readonly classId?: string | null;
  readonly createdAt?: number;
  readonly came: readonly Attendant[];
  readonly pairs: readonly PlayedPair[];
};

const SET_UP: Omit<ContestSettings, 'title'> = {
  level: 1,
  rounds: [null],
  turnSeconds: null,
  speedPoints: false,
  pairing: 'lot',
  locale: 'en',
};

/** The pair n of a session is the match `${id}-${n}`, of round n + 1. */
export async function addSession(database: Database, { id, came, pairs, ...session }: PlayedSession): Promise<void> {
  const { ownerId = 'mei', classId = 'k1', createdAt = 1_000 } = session;
  const settings = { ...SET_UP, title: `Session ${id}` };
  const state = { phase: 'over', round: pairs.length, codeUntil: 0, isLocked: false, isPaused: false, isRehearsal: false } as const;
  const at = new Date(1_000);
  await database.write(() => {
    database.orm
      .insert(instructors)
      .values({ id: ownerId, email: `${ownerId}@example.edu`, name: ownerId, role: 'instructor', createdAt: at, updatedAt: at })
      .onConflictDoNothing()
      .run();
    for (const { playerId } of came)
      database.orm.insert(players).values({ id: playerId, name: playerId, createdAt: 1, lastSeenAt: 1 }).onConflictDoNothing().run();
    if (classId !== null)
      database.orm.insert(classes).values({ id: classId, ownerId, name: classId, term: '', createdAt }).onConflictDoNothing().run();
    for (const { studentId } of came)
      if (studentId && classId !== null)
        database.orm
          .insert(students)
          .values({ id: studentId, classId, name: `Real ${studentId}`, code: studentId, createdAt })
          .onConflictDoNothing()
          .run();
    database.orm
      .insert(contests)
      .values({ id, ownerId, classId, settings, ...state, projectorKey: `wall-${id}`, createdAt, endedAt: createdAt })
      .run();
    for (const [number, { playerId, name = playerId, studentId = null }] of came.entries())
      database.orm
        .insert(entrants)
        .values({ contestId: id, number, playerId, studentId, name, nameKey: name, state: 'in', isBot: false, joinedAt: createdAt })
        .run();
    for (const [n, { sides }] of pairs.entries())
      database.orm
        .insert(contestPairs)
        .values({ contestId: id, round: n + 1, place: 0, matchId: `${id}-${n}`, one: sides[0], other: sides[1] })
        .run();
  });
  for (const [n, pair] of pairs.entries()) await addMatch(database, `${id}-${n}`, came, pair);
}

async function addMatch(database: Database, matchId: string, came: readonly Attendant[], pair: PlayedPair): Promise<void> {
  const { sides, scores = [{}, {}], judged = [], endedAt = 5_000, settings } = pair;
  const partyAt = (number: number | null) => (number === null ? bot('skilled') : person(came[number]?.playerId ?? ''));
  const parties = [partyAt(sides[0]), partyAt(sides[1])] as const;
  const store = createMatchStore(database, () => endedAt);
  await store.create(record(matchId, { parties, settings: { ...SETTINGS, kind: 'class', ...settings } }));
  await store.append(matchId, 0, [], finished({ endedAt, judged, scores: [score(scores[0]), score(scores[1])], winner: null }));
}

/** A right answer to a FIN, by the client's side 0, where nothing else is said. */
export function judgedMove(changes: Partial<JudgedMove> = {}): JudgedMove {
  return {
    turn: 3,
    leg: 0,
    side: 0,
    seat: 'client',
    state: 'ESTABLISHED',
    event: 'gets FIN,ACK',
    rules: ['duplicate-ack', 'established-fin'],
    misconception: null,
    segmentRight: true,
    stateRight: true,
    points: 90,
    ms: 4_000,
    chosenSegment: 'ACK',
    chosenState: 'CLOSE_WAIT',
    expectedSegment: 'ACK',
    expectedState: 'CLOSE_WAIT',
    by: 'player',
    voided: false,
    ...changes,
  };
}
