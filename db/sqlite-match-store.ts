import { and, asc, eq, max, sql } from 'drizzle-orm';
import type { Entry, Side } from '#game/match/vocabulary.ts';
import { Conflict } from './conflict.ts';
import type { Finish, MatchRecord, MatchStore, NewEntry, Stored } from './match-store.ts';
import type { Database, Orm } from './open.ts';
import { judgedMoveRow, resultRows, type JudgedMoveRow, type ResultRow } from './results.ts';
import { invitations, judgedMoves, matches, moves, results } from './schema.ts';
import { sqliteCodeOf } from './store-error.ts';
import { readEntry, readSettings } from './stored-entry.ts';

export function createMatchStore({ orm, write }: Database, now: () => number = Date.now): MatchStore {
  const statements = prepareStatements(orm);

  function create(record: MatchRecord, invitation?: string): void {
    orm.insert(matches).values(toRow(record)).run();
    if (invitation !== undefined) spendInvitation(invitation, record.matchId);
  }

  function spendInvitation(code: string, matchId: string): void {
    const isOpenInvitation = and(eq(invitations.code, code), eq(invitations.state, 'open'));
    const { changes } = orm.update(invitations).set({ state: 'used', matchId }).where(isOpenInvitation).run();
    if (changes === 0) throw new Conflict();
  }

  function append(matchId: string, afterVersion: number, entries: readonly NewEntry[]): void {
    const last = statements.lastVersion.get({ matchId })?.version ?? 0;
    if (last !== afterVersion) throw new Conflict();
    const at = now();
    entries.forEach(({ entry, commandId }, n) => {
      statements.insertMove.run({ matchId, version: afterVersion + n + 1, commandId, at, entry });
    });
  }

  function finish(matchId: string, end: Finish): void {
    const match = end.kind === 'finish' ? closeMatch(matchId, end.endedAt) : statements.match.get({ matchId });
    if (!match || match.endedAt === null) throw new Conflict();
    for (const row of resultRows(match, match.endedAt, end)) putResult(row);
    for (const move of end.judged) putJudgedMove(judgedMoveRow(match, match.endedAt, move));
  }

  function closeMatch(matchId: string, endedAt: number): MatchRow | undefined {
    const isOpen = and(eq(matches.id, matchId), eq(matches.phase, 'open'));
    return orm.update(matches).set({ phase: 'over', endedAt }).where(isOpen).returning().get();
  }

  /** Who played it, and whether it is ranked, was told at the end and stays. */
  function putResult(row: ResultRow): void {
    const { points, opponentPoints, moves: asked, rightMoves, predictions, rightPredictions, result } = row;
    const set = { points, opponentPoints, moves: asked, rightMoves, predictions, rightPredictions, result };
    orm
      .insert(results)
      .values(row)
      .onConflictDoUpdate({ target: [results.matchId, results.side], set })
      .run();
  }

  /** All that can change of one is what it earned and whether it counts. */
  function putJudgedMove(row: JudgedMoveRow): void {
    const { points, voided } = row;
    const target = [judgedMoves.matchId, judgedMoves.turn, judgedMoves.side];
    orm.insert(judgedMoves).values(row).onConflictDoUpdate({ target, set: { points, voided } }).run();
  }

  function load(matchId: string): { record: MatchRecord; entries: readonly Entry[] } | null {
    const row = statements.match.get({ matchId });
    if (!row) return null;
    return { record: toRecord(row), entries: statements.entries.all({ matchId }).map(({ entry }) => readEntry(entry)) };
  }

  /** The word stands in the statement: a bound one would not be matched to the partial index (sqlite.org/partialindex.html). */
  function openMatches(): readonly string[] {
    const open = orm.select({ id: matches.id }).from(matches).where(eq(matches.phase, sql`'open'`));
    return open
      .orderBy(asc(matches.startedAt))
      .all()
      .map(({ id }) => id);
  }

  return {
    create: (record, invitation) => storing(write(() => create(record, invitation))),
    append: (matchId, afterVersion, entries, end) =>
      storing(
        write(() => {
          append(matchId, afterVersion, entries);
          if (end) finish(matchId, end);
        }),
      ),
    load: async (matchId) => load(matchId),
    answered: async (matchId, commandId) => statements.answered.get({ matchId, commandId })?.version ?? null,
    openMatches: async () => openMatches(),
  };
}

async function storing(written: Promise<void>): Promise<Stored> {
  try {
    await written;
    return 'stored';
  } catch (error) {
    if (error instanceof Conflict || isTaken(error)) return 'conflict';
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  return ['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE'].includes(sqliteCodeOf(error));
}

/** Those that run for every move and every view. */
function prepareStatements(orm: Orm) {
  const { placeholder } = sql;
  const ofMatch = eq(moves.matchId, placeholder('matchId'));
  const withCommand = and(ofMatch, eq(moves.commandId, placeholder('commandId')));
  const move = {
    matchId: placeholder('matchId'),
    version: placeholder('version'),
    commandId: placeholder('commandId'),
    at: placeholder('at'),
    entry: placeholder('entry'),
  };
  const match = orm.select().from(matches);
  const version = orm.select({ version: moves.version }).from(moves);
  const lastVersion = orm.select({ version: max(moves.version) }).from(moves);
  const entries = orm.select({ entry: moves.entry }).from(moves);
  return {
    insertMove: orm.insert(moves).values(move).prepare(),
    lastVersion: lastVersion.where(ofMatch).prepare(),
    answered: version.where(withCommand).prepare(),
    match: match.where(eq(matches.id, placeholder('matchId'))).prepare(),
    entries: entries.where(ofMatch).orderBy(asc(moves.version)).prepare(),
  };
}

type MatchRow = typeof matches.$inferSelect;

function toRow({ matchId, parties, ...rest }: MatchRecord) {
  const [one, other] = parties;
  return {
    ...rest,
    id: matchId,
    phase: 'open' as const,
    player0: one.playerId,
    player1: other.playerId,
    party0: { name: one.name, bot: one.bot },
    party1: { name: other.name, bot: other.bot },
  };
}

function toRecord({ id, rulesVersion, settings, legs, startedAt, ...row }: MatchRow): MatchRecord {
  const party = (side: Side) => ({ playerId: row[`player${side}`], ...row[`party${side}`] });
  return { matchId: id, rulesVersion, settings: readSettings(settings), legs, startedAt, parties: [party(0), party(1)] };
}
