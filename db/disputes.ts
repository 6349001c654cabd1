/** Turns whose verdict a player does not believe, until a person has decided. */
import { and, eq, sql } from 'drizzle-orm';
import type { Settings, Side } from '#game/match/vocabulary.ts';
import type { Database } from './open.ts';
import { contestPairs, contests } from './contest-schema.ts';
import { keptTurns, matches, moves, type PartyColumn } from './schema.ts';
import { readSettings, type StoredSettings } from './stored-entry.ts';

/** The words stand in the statement, as in the index: bound ones would not be matched to it (sqlite.org/partialindex.html). */
export const IS_OF_DISPUTES = sql`json_extract(${moves.entry}, '$.type') IN ('disputed', 'voided')`;

export type WaitingTurn = {
  /** Higher the newer the last word on the turn is. */
  readonly cursor: number;
  readonly matchId: string;
  readonly turn: number;
  readonly at: number;
  readonly settings: Settings;
  readonly isOver: boolean;
  readonly players: readonly [PartyColumn, PartyColumn];
  /** Null where the match belongs to no class session. */
  readonly session: string | null;
  /** One or both of the players. */
  readonly voices: readonly { readonly side: Side; readonly comment: string }[];
};

export type DisputeStore = {
  /** Newest first, those before `before`. */
  waiting(before: number, limit: number): readonly WaitingTurn[];
  /** How many wait in all. */
  count(): number;
  isDisputed(matchId: string, turn: number): boolean;
  /** The verdict stands. False where nobody has disputed it. */
  keep(matchId: string, turn: number): Promise<boolean>;
};

const TURN = sql`json_extract(${moves.entry}, '$.turn')`;

/** Of each turn that was disputed, voided or both, what was said; without those that are voided or kept. */
const WAITING = sql`
  SELECT
    ${moves.matchId} AS match_id, ${TURN} AS turn, max(moves.rowid) AS cursor, max(${moves.at}) AS at,
    json_group_array(json_object('side', json_extract(${moves.entry}, '$.side'), 'comment', json_extract(${moves.entry}, '$.comment'))) AS voices
  FROM ${moves} INDEXED BY moves_of_disputes
  WHERE ${IS_OF_DISPUTES}
    AND NOT EXISTS (SELECT 1 FROM ${keptTurns} WHERE ${keptTurns.matchId} = ${moves.matchId} AND ${keptTurns.turn} = ${TURN})
  GROUP BY ${moves.matchId}, ${TURN}
  HAVING sum(json_extract(${moves.entry}, '$.type') = 'voided') = 0`;

type WaitingRow = Pick<WaitingTurn, 'cursor' | 'matchId' | 'turn' | 'at' | 'session'> & {
  readonly settings: string;
  readonly phase: string;
  readonly party0: string;
  readonly party1: string;
  readonly voices: string;
};

export function createDisputeStore({ orm, write }: Database): DisputeStore {
  function waiting(before: number, limit: number): readonly WaitingTurn[] {
    const rows = orm.all<WaitingRow>(sql`
      SELECT
        waiting.cursor, waiting.match_id AS "matchId", waiting.turn, waiting.at, waiting.voices, ${matches.settings}, ${matches.phase},
        ${matches.party0} AS party0, ${matches.party1} AS party1, ${contests.settings} ->> '$.title' AS session
      FROM (${WAITING}) AS waiting
      JOIN ${matches} ON ${matches.id} = waiting.match_id
      LEFT JOIN ${contestPairs} ON ${contestPairs.matchId} = waiting.match_id
      LEFT JOIN ${contests} ON ${contests.id} = ${contestPairs.contestId}
      WHERE waiting.cursor < ${before}
      ORDER BY waiting.cursor DESC LIMIT ${limit}`);
    return rows.map(toWaiting);
  }

  function isDisputed(matchId: string, turn: number): boolean {
    const isIt = and(eq(moves.matchId, matchId), IS_OF_DISPUTES, eq(TURN, turn), sql`json_extract(${moves.entry}, '$.type') = 'disputed'`);
    return orm.select({ at: moves.at }).from(moves).where(isIt).get() !== undefined;
  }

  function keep(matchId: string, turn: number): boolean {
    if (!isDisputed(matchId, turn)) return false;
    orm.insert(keptTurns).values({ matchId, turn }).onConflictDoNothing().run();
    return true;
  }

  return {
    waiting,
    count: () => orm.get<{ waiting: number }>(sql`SELECT count(*) AS waiting FROM (${WAITING})`).waiting,
    isDisputed,
    keep: (matchId, turn) => write(() => keep(matchId, turn)),
  };
}

function toWaiting({ settings, phase, party0, party1, voices, ...row }: WaitingRow): WaitingTurn {
  return {
    ...row,
    settings: readSettings(JSON.parse(settings) as StoredSettings),
    isOver: phase === 'over',
    players: [JSON.parse(party0) as PartyColumn, JSON.parse(party1) as PartyColumn],
    voices: JSON.parse(voices) as WaitingTurn['voices'],
  };
}
