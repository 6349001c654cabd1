/**
 * The tables. Instants are milliseconds since 1970 by the host's clock. A match outlives its players: nothing about a
 * match is deleted when a player is.
 */
import { desc, sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MisconceptionId } from '#game/match/misconceptions.ts';
import type { BotStrength, By, Level, Settings, Side } from '#game/match/vocabulary.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import type { State } from '#game/tcp/vocabulary.ts';
import type { Leg } from '#game/scenarios/script.ts';
import type { StoredEntry, StoredSettings } from './stored-entry.ts';

export const players = sqliteTable(
  'players',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    /** SHA-256 of the recovery code, in hex. */
    recoveryHash: text('recovery_hash').unique(),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
  },
  (table) => [index('players_by_last_seen').on(table.lastSeenAt, table.id)],
);

/** One row a browser. The cookie's token itself is kept nowhere. */
export const sessions = sqliteTable(
  'sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    playerId: text('player_id')
      .notNull()
      .references(() => players.id, { onDelete: 'cascade' }),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [index('sessions_by_player').on(table.playerId)],
);

export type PartyColumn = { readonly name: string; readonly bot: BotStrength | null };

export const matches = sqliteTable(
  'matches',
  {
    id: text().primaryKey(),
    rulesVersion: text('rules_version').notNull(),
    settings: text({ mode: 'json' }).$type<StoredSettings>().notNull(),
    /** The expanded scenario, a leg each. */
    legs: text({ mode: 'json' }).$type<readonly Leg[]>().notNull(),
    /** How many turns each of them has; null in a match from before this was stored. */
    legTurns: text('leg_turns', { mode: 'json' }).$type<readonly number[]>(),
    party0: text('party_0', { mode: 'json' }).$type<PartyColumn>().notNull(),
    party1: text('party_1', { mode: 'json' }).$type<PartyColumn>().notNull(),
    player0: text('player_0').references(() => players.id, { onDelete: 'set null' }),
    player1: text('player_1').references(() => players.id, { onDelete: 'set null' }),
    phase: text({ enum: ['open', 'over'] }).notNull(),
    startedAt: integer('started_at').notNull(),
    endedAt: integer('ended_at'),
    scenario: text().generatedAlwaysAs(sql`json_extract(settings, '$.scenario')`),
    level: integer().$type<Level>().generatedAlwaysAs(sql`json_extract(settings, '$.level')`),
    kind: text().$type<Settings['kind']>().generatedAlwaysAs(sql`json_extract(settings, '$.kind')`),
  },
  (table) => [
    index('matches_by_player_0').on(table.player0, table.startedAt),
    index('matches_by_player_1').on(table.player1, table.startedAt),
    index('matches_open').on(table.phase).where(sql`phase = 'open'`),
    index('matches_of_nobody')
      .on(table.endedAt)
      .where(sql`phase = 'over' AND player_0 IS NULL AND player_1 IS NULL AND kind NOT IN ('class', 'homework')`),
    check('matches_phase', sql`phase IN ('open', 'over') AND (phase = 'over') = (ended_at IS NOT NULL)`),
    check('matches_level', sql`json_extract(settings, '$.level') IN (1, 2, 3)`),
    check('matches_scenario', sql`json_extract(settings, '$.scenario') IS NOT NULL`),
  ],
);

/** The n-th entry of a match brings it to version n. Rows are added and never changed. */
export const moves = sqliteTable(
  'moves',
  {
    matchId: text('match_id')
      .notNull()
      .references(() => matches.id),
    version: integer().notNull(),
    commandId: text('command_id'),
    at: integer().notNull(),
    entry: text({ mode: 'json' }).$type<StoredEntry>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.matchId, table.version] }),
    index('moves_of_disputes').on(table.matchId).where(sql`json_extract(entry, '$.type') IN ('disputed', 'voided')`),
    check('moves_version', sql`version >= 1`),
  ],
);

/** Disputed turns whose verdict stands, as a person has decided. One that was voided says so in the moves. */
export const keptTurns = sqliteTable(
  'kept_turns',
  {
    matchId: text('match_id')
      .notNull()
      .references(() => matches.id),
    turn: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.matchId, table.turn] })],
);

/** One row a person and finished match. What leaderboards and "my matches" read, so that neither replays a match. */
export const results = sqliteTable(
  'results',
  {
    matchId: text('match_id')
      .notNull()
      .references(() => matches.id),
    side: integer().$type<Side>().notNull(),
    playerId: text('player_id').references(() => players.id, { onDelete: 'set null' }),
    opponentId: text('opponent_id').references(() => players.id, { onDelete: 'set null' }),
    opponentBot: text('opponent_bot').$type<BotStrength>(),
    /** Against another person, by the players' own choice, and not a tutorial. Told at the end of the match: ids may be gone later. */
    ranked: integer({ mode: 'boolean' }).notNull(),
    scenario: text().notNull(),
    level: integer().$type<Level>().notNull(),
    kind: text().$type<Settings['kind']>().notNull(),
    points: integer().notNull(),
    opponentPoints: integer('opponent_points').notNull(),
    moves: integer().notNull(),
    rightMoves: integer('right_moves').notNull(),
    predictions: integer().notNull(),
    rightPredictions: integer('right_predictions').notNull(),
    result: text({ enum: ['won', 'lost', 'drawn'] }).notNull(),
    endedAt: integer('ended_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.matchId, table.side] }),
    index('results_by_player').on(table.playerId, table.endedAt),
    index('results_by_opponent').on(table.opponentId),
    check('results_side', sql`side IN (0, 1)`),
    check('results_result', sql`result IN ('won', 'lost', 'drawn')`),
    check('results_moves', sql`right_moves BETWEEN 0 AND moves`),
    check('results_predictions', sql`right_predictions BETWEEN 0 AND predictions`),
    check('results_points', sql`points >= 0 AND opponent_points >= 0`),
  ],
);

export const BOARD_PERIODS = ['today', 'week', 'all'] as const;

/**
 * What a player's ranked results of a period come to: what the leaderboard reads, so that it adds nothing up. Triggers on `results` keep it,
 * in the transaction of whatever changes a result (docs/decisions/leaderboard.md). A row of a period that is over stays until its player
 * plays again.
 */
export const boardScores = sqliteTable(
  'board_scores',
  {
    period: text({ enum: BOARD_PERIODS }).notNull(),
    /** '' for all of them together. */
    scenario: text().notNull(),
    playerId: text('player_id')
      .notNull()
      .references(() => players.id, { onDelete: 'cascade' }),
    /** When the period began. */
    since: integer().notNull(),
    matches: integer().notNull(),
    moves: integer().notNull(),
    rightMoves: integer('right_moves').notNull(),
    points: integer().notNull(),
    accuracy: real().generatedAlwaysAs(sql`1.0 * right_moves / moves`),
  },
  (table) => [
    primaryKey({ columns: [table.period, table.scenario, table.playerId] }),
    index('board_scores_by_player').on(table.playerId),
    index('board_scores_in_order').on(
      table.period,
      table.scenario,
      table.since,
      desc(table.accuracy),
      desc(table.points),
      table.moves,
      table.playerId,
    ),
  ],
);

/**
 * One row a judged move of a person's seat in a finished match. What mastery, exports and "what a class finds hard" read, so that none of
 * them replays a match.
 */
export const judgedMoves = sqliteTable(
  'judged_moves',
  {
    matchId: text('match_id')
      .notNull()
      .references(() => matches.id),
    turn: integer().notNull(),
    side: integer().$type<Side>().notNull(),
    leg: integer().$type<0 | 1>().notNull(),
    seat: text({ enum: ['client', 'server'] }).notNull(),
    state: text().$type<State>().notNull(),
    event: text().notNull(),
    /** Null once the player is erased. */
    playerId: text('player_id').references(() => players.id, { onDelete: 'set null' }),
    /** Of the canonical answer, in the order in which they fired. */
    rules: text({ mode: 'json' }).$type<readonly RuleId[]>().notNull(),
    misconception: text().$type<MisconceptionId>(),
    segmentRight: integer('segment_right', { mode: 'boolean' }).notNull(),
    stateRight: integer('state_right', { mode: 'boolean' }).notNull(),
    points: integer().notNull(),
    /** Null, as what was chosen is, where time ran out. */
    ms: integer(),
    chosenSegment: text('chosen_segment'),
    chosenState: text('chosen_state').$type<State>(),
    expectedSegment: text('expected_segment').notNull(),
    expectedState: text('expected_state').$type<State>().notNull(),
    /** Who answered for the seat: a row counts for its player where that is 'player', and the turn is not voided. */
    by: text('answered_by', { enum: ['player', 'bot', 'nobody'] })
      .$type<By>()
      .notNull(),
    voided: integer({ mode: 'boolean' }).notNull(),
    scenario: text().notNull(),
    level: integer().$type<Level>().notNull(),
    /** The end of the match. */
    at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.matchId, table.turn, table.side] }),
    index('judged_moves_by_player').on(table.playerId, table.at),
    index('judged_moves_voided').on(table.playerId).where(sql`voided = 1`),
    check('judged_moves_side', sql`side IN (0, 1) AND leg IN (0, 1)`),
    check('judged_moves_by', sql`answered_by IN ('player', 'bot', 'nobody')`),
    check('judged_moves_chosen', sql`(chosen_segment IS NULL) = (chosen_state IS NULL)`),
    check('judged_moves_points', sql`points >= 0`),
  ],
);

/** `scenario` is null where the host draws one. */
export type InvitationSettings = {
  readonly level: Level;
  readonly scenario: string | null;
  readonly turnSeconds: number | null;
};

export const invitations = sqliteTable(
  'invitations',
  {
    code: text().primaryKey(),
    by: text()
      .notNull()
      .references(() => players.id, { onDelete: 'cascade' }),
    settings: text({ mode: 'json' }).$type<InvitationSettings>().notNull(),
    state: text({ enum: ['open', 'used', 'cancelled'] }).notNull(),
    matchId: text('match_id').references(() => matches.id),
    createdAt: integer('created_at').notNull(),
  },
  (table) => [
    index('invitations_by_player').on(table.by),
    index('invitations_of_match').on(table.matchId),
    check('invitations_state', sql`state IN ('open', 'used', 'cancelled') AND (state = 'used') = (match_id IS NOT NULL)`),
  ],
);

/** A name as it was when somebody found it rude; once for each match and reporter. */
export const nameReports = sqliteTable(
  'name_reports',
  {
    matchId: text('match_id')
      .notNull()
      .references(() => matches.id),
    bySide: integer('by_side').$type<Side>().notNull(),
    about: text().references(() => players.id, { onDelete: 'set null' }),
    name: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.matchId, table.bySide] }),
    index('name_reports_by_player').on(table.about),
    check('name_reports_side', sql`by_side IN (0, 1)`),
  ],
);
