/** Holds a database against what players were told and against the fold of its own moves. It is a copy, or nobody else's any more. */
import { isDeepStrictEqual } from 'node:util';
import { and, asc, eq, sql } from 'drizzle-orm';
import { beginMatch, evolveAll, type Match } from '#game/match/match.ts';
import { judgedMovesOf } from '#game/match/judged-moves.ts';
import type { Entry } from '#game/match/vocabulary.ts';
import { type Database, openDatabase, type Orm } from '#db/open.ts';
import { judgedMoveRow, resultRows } from '#db/results.ts';
import { judgedMoves, matches, moves, results } from '#db/schema.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import type { Acknowledged, SeenEnd } from './journal.ts';

export type Told = { readonly moves: readonly Acknowledged[]; readonly ends: readonly SeenEnd[] };

export type Found = {
  readonly openMatches: number;
  readonly storedMoves: number;
  /** Answers that a bot gave in a person's seat. */
  readonly byBots: number;
  /** Acknowledged moves that were looked up, and those of them that are not there, or differ, or are there twice. */
  readonly moves: number;
  readonly lost: number;
  readonly twice: number;
  /** Matches over that were folded, and rows of `results` and `judged_moves` that were compared. */
  readonly folded: number;
  readonly results: number;
  readonly judged: number;
  /** In words; none where everything is as it should be. */
  readonly violations: readonly string[];
};

/** `skip`: matches that need not be folded, because they were before; those that are now are added. */
export async function checkDatabase(path: string, told: Told, skip = new Set<string>()): Promise<Found> {
  const opened = openDatabase(path, 'db/migrations');
  if (!opened.ok) throw new Error(`${path}: ${opened.detail}`);
  try {
    const { orm } = opened.database;
    const violations = [...soundness(orm)];
    const kept = findMoves(orm, told.moves);
    violations.push(...kept.violations);
    const folds = await foldMatches(opened.database, skip);
    violations.push(...folds.violations, ...compareEnds(folds.scores, told.ends));
    const count = (where: ReturnType<typeof sql>) => orm.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${where}`).n;
    return {
      ...kept,
      ...folds,
      violations,
      openMatches: count(sql`matches WHERE phase = 'open'`),
      storedMoves: count(sql`moves WHERE json_extract(entry, '$.type') = 'sealed'`),
      byBots: count(sql`moves WHERE json_extract(entry, '$.type') = 'sealed' AND json_extract(entry, '$.by') = 'bot'`),
    };
  } finally {
    opened.close();
  }
}

function soundness(orm: Orm): readonly string[] {
  const whole = orm.all<{ integrity_check: string }>(sql`PRAGMA integrity_check`).map((row) => row.integrity_check);
  const orphans = orm.all(sql`PRAGMA foreign_key_check`);
  const found = whole[0] === 'ok' ? [] : whole.map((line) => `integrity_check: ${line}`);
  return orphans.length === 0 ? found : [...found, `foreign_key_check: ${JSON.stringify(orphans[0])} and ${orphans.length - 1} more`];
}

/**
 * Each by what it says, for the seat of whoever said it, and as the only one of its side in its turn. Not by its command: who had said the same before
 * under another id, which a kill has left without an answer, is told that it is sealed, and nothing is added (`isSealedAlready` of game/match/decide.ts).
 */
function findMoves(orm: Orm, acknowledged: readonly Acknowledged[]) {
  const violations: string[] = [];
  let lost = 0;
  let twice = 0;
  const ofCommand = orm
    .select({ entry: moves.entry, version: moves.version })
    .from(moves)
    .where(and(eq(moves.matchId, sql.placeholder('matchId')), eq(moves.commandId, sql.placeholder('commandId'))))
    .prepare();
  const inTurn = orm
    .select({ entry: moves.entry })
    .from(moves)
    .where(and(eq(moves.matchId, sql.placeholder('matchId')), sql`json_extract(${moves.entry}, '$.turn') = ${sql.placeholder('turn')}`))
    .prepare();
  const seats = orm
    .select({ player0: matches.player0 })
    .from(matches)
    .where(eq(matches.id, sql.placeholder('matchId')))
    .prepare();
  for (const { matchId, turn, commandId, answer } of acknowledged) {
    const side = commandId.startsWith(`${seats.get({ matchId })?.player0}:`) ? 0 : 1;
    const found = ofCommand.all({ matchId, commandId });
    const sealed = inTurn.all({ matchId, turn }).flatMap(({ entry }) => (entry.type === 'sealed' ? [entry] : []));
    const isThere = sealed.some((entry) => entry.by === 'player' && entry.side === side && isDeepStrictEqual(entry.answer, answer));
    const sides = sealed.map((entry) => entry.side);
    if (!isThere) {
      lost += 1;
      violations.push(`lost: ${commandId} of match ${matchId}, turn ${turn}`);
    }
    if (found.length > 1 || new Set(sides).size < sides.length) {
      twice += 1;
      violations.push(`twice: ${commandId} of match ${matchId}, turn ${turn}`);
    }
  }
  return { moves: acknowledged.length, lost, twice, violations };
}

async function foldMatches(database: Database, skip: Set<string>) {
  const violations: string[] = [];
  const scores = new Map<string, Match['view']['scores']>();
  let compared = { results: 0, judged: 0 };
  const ids = database.orm.select({ id: matches.id }).from(matches).all();
  for (const { id } of ids.filter((one) => !skip.has(one.id))) {
    const match = await foldOne(
      database,
      id,
      (what) => violations.push(`match ${id}: ${what}`),
      (rows) => {
        compared = { results: compared.results + rows.results, judged: compared.judged + rows.judged };
      },
    );
    if (!match.view.ended) continue;
    scores.set(id, match.view.scores);
    skip.add(id);
  }
  return { ...compared, folded: scores.size, scores, violations };
}

async function foldOne(
  database: Database,
  matchId: string,
  violated: (what: string) => void,
  compared: (rows: { readonly results: number; readonly judged: number }) => void,
): Promise<Match> {
  const { orm } = database;
  const stored = await createMatchStore(database).load(matchId);
  const row = orm.select().from(matches).where(eq(matches.id, matchId)).get();
  if (!stored || !row) throw new Error(`no match ${matchId}`);
  const last = orm.get<{ n: number | null }>(sql`SELECT max(version) AS n FROM moves WHERE match_id = ${matchId}`).n ?? 0;
  if (last !== stored.entries.length) violated(`${stored.entries.length} entries, the last of version ${last}`);
  const match = fold(beginMatch(stored.record), stored.entries);
  if ((row.phase === 'over') !== (match.view.ended !== null)) violated(`${row.phase}, and its moves say otherwise`);
  const found = {
    results: orm.select().from(results).where(eq(results.matchId, matchId)).orderBy(asc(results.side)).all(),
    judged: orm
      .select()
      .from(judgedMoves)
      .where(eq(judgedMoves.matchId, matchId))
      .orderBy(asc(judgedMoves.turn), asc(judgedMoves.side))
      .all(),
  };
  compared({ results: found.results.length, judged: found.judged.length });
  if (!isDeepStrictEqual(found, expectedRows(row, match, stored.entries))) violated('results differ from the fold of its moves');
  return match;
}

function fold(match: Match, entries: readonly Entry[]): Match {
  return evolveAll(
    match,
    entries.map((entry) => ({ entry, at: 0 })),
  );
}

/** What the end of a match leaves, made anew from its moves. */
function expectedRows(row: typeof matches.$inferSelect, match: Match, entries: readonly Entry[]) {
  const { ended, scores } = match.view;
  if (!ended || row.endedAt === null) return { results: [], judged: [] };
  const { endedAt } = row;
  const judged = judgedMovesOf(match, entries);
  return {
    results: resultRows(row, endedAt, { scores, winner: ended.winner, judged }),
    judged: judged.map((move) => judgedMoveRow(row, endedAt, move)),
  };
}

function compareEnds(scores: ReadonlyMap<string, Match['view']['scores']>, ends: readonly SeenEnd[]): readonly string[] {
  return ends
    .filter((end) => scores.has(end.matchId) && !isDeepStrictEqual(scores.get(end.matchId), end.scores))
    .map((end) => `match ${end.matchId}: a player saw another score`);
}
