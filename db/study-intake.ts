/**
 * What players have answered in matches, taken into their study: each rule of the canonical answer of each judged move is one answer.
 * Matches know nothing of it; whoever asks for their study brings it up to date, some moves at a time.
 */
import { and, asc, eq, gte, ne, sql } from 'drizzle-orm';
import type { RuleId } from '#game/tcp/rules.ts';
import type { Database, Orm } from './open.ts';
import { judgedMoves, matches } from './schema.ts';
import { type Answer, cardsOf, learn, markUnfolded, ownerOf } from './study-answers.ts';
import { studyAnswers, studyIntakes } from './study-schema.ts';

export type StudyIntake = {
  /** As whom the player has played matches: itself, and guests who were left behind. */
  sourcesOf(playerId: string): readonly string[];
  /** Takes in some of what the source has answered since; false where nothing is left. */
  takeInSome(sourceId: string): Promise<boolean>;
  /** Takes out what has been voided since. */
  takeOut(sourceId: string): Promise<void>;
};

const AT_ONCE = 100;
/** A match may be stored a little after one that ended later. */
const OVERLAP_MS = 3_600_000;

/** Of a move's answers, the one for a rule. */
const idOf = (rule: ReturnType<typeof sql>) =>
  sql<string>`('match:' || ${judgedMoves.matchId} || ':' || ${judgedMoves.turn} || ':' || ${judgedMoves.side} || ':' || ${rule})`;
const FIRST_RULE = sql`json_extract(${judgedMoves.rules}, '$[0]')`;

export function createStudyIntake({ orm, write }: Database): StudyIntake {
  function sourcesOf(playerId: string): readonly string[] {
    const left = orm.select().from(studyIntakes).where(eq(studyIntakes.intoId, playerId)).all();
    return [...new Set([playerId, ...left.map((one) => one.playerId)])];
  }

  async function takeInSome(sourceId: string): Promise<boolean> {
    const some = wholeMatches(readNew(orm, sourceId));
    if (some.length > 0) await write(() => takeIn(orm, sourceId, some));
    return some.length > 0;
  }

  async function takeOut(sourceId: string): Promise<void> {
    if (readVoided(orm, sourceId, ownerOf(orm, sourceId)).length > 0) await write(() => removeVoided(orm, sourceId));
  }

  return { sourcesOf, takeInSome, takeOut };
}

type Move = ReturnType<typeof readNew>[number];

/** Moves that count and are not in yet, the earliest first. Those of a tutorial count nowhere. */
function readNew(orm: Orm, sourceId: string) {
  const { matchId, turn, side, rules, segmentRight, stateRight, at, ms } = judgedMoves;
  const since = orm.select().from(studyIntakes).where(eq(studyIntakes.playerId, sourceId)).get();
  const isIn = sql`EXISTS (SELECT 1 FROM ${studyAnswers}
    WHERE ${studyAnswers.playerId} = ${since?.intoId ?? sourceId} AND ${studyAnswers.id} = ${idOf(FIRST_RULE)})`;
  const counts = and(eq(judgedMoves.by, 'player'), eq(judgedMoves.voided, false), sql`${FIRST_RULE} IS NOT NULL`);
  return orm
    .select({ matchId, turn, side, rules, segmentRight, stateRight, at, ms })
    .from(judgedMoves)
    .innerJoin(matches, eq(matches.id, matchId))
    .where(
      and(
        eq(judgedMoves.playerId, sourceId),
        gte(at, (since?.upTo ?? 0) - OVERLAP_MS),
        counts,
        sql`NOT ${isIn}`,
        ne(matches.kind, 'tutorial'),
      ),
    )
    .orderBy(asc(at), asc(matchId))
    .limit(AT_ONCE)
    .all();
}

/** Without the beginning of a match that does not fit in: its answers are of one moment and come in one order. */
function wholeMatches(moves: readonly Move[]): readonly Move[] {
  if (moves.length < AT_ONCE) return moves;
  const whole = moves.filter(({ matchId }) => matchId !== moves.at(-1)?.matchId);
  return whole.length > 0 ? whole : moves;
}

function takeIn(orm: Orm, sourceId: string, moves: readonly Move[]): void {
  const ownerId = ownerOf(orm, sourceId);
  learn(orm, ownerId, moves.flatMap(answersOf));
  const upTo = Math.max(...moves.map(({ at }) => at));
  orm
    .insert(studyIntakes)
    .values({ playerId: sourceId, intoId: ownerId, upTo })
    .onConflictDoUpdate({ target: studyIntakes.playerId, set: { upTo: sql`max(${studyIntakes.upTo}, ${upTo})` } })
    .run();
}

function answersOf({ matchId, turn, side, rules, segmentRight, stateRight, at, ms }: Move): readonly Answer[] {
  const grade = segmentRight && stateRight ? 3 : 1;
  const answer = { kind: 'answer', mode: 'match', grade, at, ms } as const;
  return [...new Set<RuleId>(rules)].map((rule) => ({
    ...answer,
    id: `match:${matchId}:${turn}:${side}:${rule}`,
    card: `rule:${rule}` as const,
  }));
}

/**
 * The condition stands as in the index `judged_moves_voided` (sqlite.org/partialindex.html), and the tables in the order in which they are
 * gone through (sqlite.org/optoverview.html §8.2): voided moves are few, answers many.
 */
function readVoided(orm: Orm, sourceId: string, ownerId: string) {
  return orm.all<Pick<Answer, 'id' | 'card'>>(sql`
    SELECT ${studyAnswers.id} AS id, ${studyAnswers.card} AS card
    FROM ${judgedMoves} CROSS JOIN json_each(${judgedMoves.rules}) AS rule
    CROSS JOIN ${studyAnswers} ON ${studyAnswers.playerId} = ${ownerId} AND ${studyAnswers.id} = ${idOf(sql`rule.value`)}
    WHERE ${judgedMoves.voided} = 1 AND ${judgedMoves.playerId} = ${sourceId}`);
}

function removeVoided(orm: Orm, sourceId: string): void {
  const ownerId = ownerOf(orm, sourceId);
  const voided = readVoided(orm, sourceId, ownerId);
  for (const { id } of voided)
    orm
      .delete(studyAnswers)
      .where(and(eq(studyAnswers.playerId, ownerId), eq(studyAnswers.id, id)))
      .run();
  markUnfolded(orm, ownerId, cardsOf(voided));
}
