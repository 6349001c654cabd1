import { and, asc, eq, getTableColumns, getTableName, sql, type Table } from 'drizzle-orm';
import type { Side } from '#game/match/vocabulary.ts';
import { Conflict } from './conflict.ts';
import type { Finish, MatchRecord, MatchStore, NewEntry, Stored, StoredMatch } from './match-store.ts';
import type { Database, Orm } from './open.ts';
import { judgedMoveRow, resultRows } from './results.ts';
import { invitations, judgedMoves, matches, moves, results } from './schema.ts';
import { sqliteCodeOf } from './store-error.ts';
import { readEntry, readSettings } from './stored-entry.ts';

const { placeholder } = sql;

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
    const at = now();
    entries.forEach(({ entry, commandId }, n) => {
      statements.insertMove.run({ matchId, version: afterVersion + n + 1, commandId, at, entry: JSON.stringify(entry) });
    });
  }

  function finish(matchId: string, end: Finish): void {
    const { kind } = end;
    const match = kind === 'finish' ? statements.close.get({ matchId, endedAt: end.endedAt }) : statements.match.get({ matchId });
    if (!match || match.endedAt === null) throw new Conflict();
    for (const row of resultRows(match, match.endedAt, end)) statements.putResult(row);
    for (const move of end.judged) statements.putJudgedMove(judgedMoveRow(match, match.endedAt, move));
  }

  function load(matchId: string): StoredMatch | null {
    const row = statements.match.get({ matchId });
    if (!row) return null;
    const stored = statements.entries.all({ matchId });
    const entries = stored.map(({ entry }) => readEntry(entry));
    return { record: toRecord(row), entries, commandIds: stored.flatMap(({ commandId }) => commandId ?? []) };
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
  const code = sqliteCodeOf(error);
  return ['SQLITE_CONSTRAINT_PRIMARYKEY', 'SQLITE_CONSTRAINT_UNIQUE'].includes(code) || isOutOfOrder(error);
}

/** See `INSERT_MOVE`. */
function isOutOfOrder(error: unknown): boolean {
  return error instanceof Error && error.message === 'NOT NULL constraint failed: moves.version';
}

/** Put together once: to build one takes drizzle longer than SQLite needs to run it. */
function prepareStatements(orm: Orm) {
  const matchId = placeholder('matchId');
  const ofMatch = eq(moves.matchId, matchId);
  const withCommand = and(ofMatch, eq(moves.commandId, placeholder('commandId')));
  const isOpen = and(eq(matches.id, matchId), eq(matches.phase, 'open'));
  const match = orm.select().from(matches);
  const version = orm.select({ version: moves.version }).from(moves);
  const entries = orm.select({ entry: moves.entry, commandId: moves.commandId }).from(moves);
  return {
    insertMove: orm.$client.prepare(INSERT_MOVE),
    answered: version.where(withCommand).prepare(),
    match: match.where(eq(matches.id, matchId)).prepare(),
    entries: entries.where(ofMatch).orderBy(asc(moves.version)).prepare(),
    close: orm
      .update(matches)
      .set({ phase: 'over', endedAt: sql`${placeholder('endedAt')}` })
      .where(isOpen)
      .returning()
      .prepare(),
    putResult: insertOf(orm, results, RESCORED),
    putJudgedMove: insertOf(orm, judgedMoves, REJUDGED),
  };
}

/**
 * By hand: with every move, drizzle's look at each parameter is as dear as the insert. The version is null, which the table does not take, unless
 * it is the one after the last.
 */
const INSERT_MOVE = `INSERT INTO moves (match_id, version, command_id, at, entry) VALUES (
  @matchId,
  CASE @version - 1 WHEN ifnull((SELECT max(version) FROM moves WHERE match_id = @matchId), 0) THEN @version END,
  @commandId, @at, @entry)`;

/** Who played a match, and whether it is ranked, was told at the end and stays. */
const RESCORED = `ON CONFLICT (match_id, side) DO UPDATE SET (points, opponent_points, moves, right_moves, predictions, right_predictions, result)
  = (excluded.points, excluded.opponent_points, excluded.moves, excluded.right_moves, excluded.predictions, excluded.right_predictions, excluded.result)`;
/** All that can change of a judged move is what it earned and whether it counts. */
const REJUDGED = 'ON CONFLICT (match_id, turn, side) DO UPDATE SET (points, voided) = (excluded.points, excluded.voided)';

/** Adds whole rows. By hand as well: a match leaves two dozen rows. */
function insertOf<T extends Table>({ $client }: Orm, table: T, onConflict: string) {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, { name }]) => name);
  const places = names.map(() => '?');
  const statement = $client.prepare(`INSERT INTO ${getTableName(table)} (${names.join()}) VALUES (${places.join()}) ${onConflict}`);
  return (row: T['$inferInsert']): void => {
    const values: Readonly<Record<string, unknown>> = row;
    statement.run(columns.map(([name, column]) => (values[name] == null ? null : column.mapToDriverValue(values[name]))));
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

function toRecord({ id, rulesVersion, settings, legs, legTurns, startedAt, ...row }: MatchRow): MatchRecord {
  const party = (side: Side) => ({ playerId: row[`player${side}`], ...row[`party${side}`] });
  return { matchId: id, rulesVersion, settings: readSettings(settings), legs, legTurns, startedAt, parties: [party(0), party(1)] };
}
