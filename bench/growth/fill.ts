/**
 * A database with many finished matches, made fast: rows as they are, without playing. Of a match's entries and judged moves only some are
 * there, so that a million matches fit on a disk; what a tree of a full database has more is a level at most.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteFile, { type Database as Sqlite } from 'better-sqlite3';
import { SCENARIOS } from '#game/scenarios/catalogue.ts';
import { randomFrom } from '#game/scenarios/random.ts';
import { openDatabase } from '#db/open.ts';

export type Filled = {
  /** Cookies of some of the players. */
  readonly cookies: readonly string[];
  readonly octets: number;
};

const YEAR_MS = 365 * 86_400_000;
const ENTRIES_A_MATCH = 8;
const JUDGED_A_SIDE = 2;
const COOKIES = 100;

/** `players`: 2 at least. */
export function fill(folder: string, matches: number, players: number): Filled {
  const path = join(folder, 'last-ack.db');
  const opened = openDatabase(path, 'db/migrations');
  if (!opened.ok) throw new Error(opened.detail);
  opened.close();
  const sqlite = new SqliteFile(path);
  sqlite.pragma('synchronous = OFF');
  sqlite.pragma('journal_mode = OFF');
  sqlite.pragma('cache_size = -500000');
  withoutIndexes(sqlite, () => {
    addPlayers(sqlite, players);
    addMatches(sqlite, matches, players);
  });
  addBoard(sqlite);
  const octets = Number(sqlite.pragma('page_count', { simple: true })) * Number(sqlite.pragma('page_size', { simple: true }));
  sqlite.pragma('journal_mode = WAL');
  sqlite.close();
  return { cookies: Array.from({ length: Math.min(COOKIES, players) }, (_, n) => `last_ack_session=${tokenOf(n)}`), octets };
}

/** Indexes that are made at the end are made once; triggers would add up what is added up at the end too. */
function withoutIndexes(sqlite: Sqlite, work: () => void): void {
  const made = `SELECT name, type, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL`;
  const taken = sqlite.prepare<[], { name: string; type: string; sql: string }>(made).all();
  for (const { name, type } of taken) sqlite.exec(`DROP ${type} "${name}"`);
  sqlite.exec('BEGIN');
  work();
  sqlite.exec('COMMIT');
  for (const { sql } of taken) sqlite.exec(sql);
}

/** As the migration did for results that were there before. */
function addBoard(sqlite: Sqlite): void {
  const migration = readFileSync('db/migrations/0009_leaderboard.sql', 'utf8').split('--> statement-breakpoint');
  sqlite.exec(migration.find((statement) => statement.trimStart().startsWith('INSERT INTO')) ?? '');
}

function addPlayers(sqlite: Sqlite, players: number): void {
  const add = sqlite.prepare('INSERT INTO players (id, name, recovery_hash, created_at, last_seen_at) VALUES (?, ?, NULL, ?, ?)');
  const enter = sqlite.prepare('INSERT INTO sessions (token_hash, player_id, created_at) VALUES (?, ?, ?)');
  const now = Date.now();
  for (let n = 0; n < players; n += 1) {
    add.run(playerId(n), `Player ${n}`, now - YEAR_MS, now);
    enter.run(createHash('sha256').update(tokenOf(n)).digest('hex'), playerId(n), now);
  }
}

/** Ids come in order, which is how a tree is filled fast, and lie over the whole range, as drawn ones do. */
function addMatches(sqlite: Sqlite, matches: number, players: number): void {
  const random = randomFrom(9293);
  const draw = (below: number) => Math.floor(random() * below);
  const add = prepareInserts(sqlite);
  const now = Date.now();
  for (let n = 0; n < matches; n += 1) {
    const id = Math.floor((n / matches) * 2 ** 48)
      .toString(16)
      .padStart(16, '0');
    const scenario = SCENARIOS[draw(SCENARIOS.length)]?.id ?? '';
    const endedAt = now - draw(YEAR_MS);
    const one = draw(players);
    const sides = [one, (one + 1 + draw(players - 1)) % players].map(playerId) as [string, string];
    add.match(id, scenario, sides, endedAt);
    for (let version = 1; version <= ENTRIES_A_MATCH; version += 1) add.entry(id, version, sides[version % 2] ?? '', endedAt);
    sides.forEach((player, side) => {
      const right = draw(12);
      add.result(id, side, player, sides[1 - side] ?? '', scenario, right, endedAt);
      for (let turn = 0; turn < JUDGED_A_SIDE; turn += 1) add.judged(id, turn, side, player, scenario, endedAt);
    });
  }
}

const LEG = JSON.stringify([{ script: [{ do: 'open', at: 'client' }], numbers: [{ client: 100, server: 5_100 }] }]);
const PARTY = JSON.stringify({ name: 'Player', bot: null });
const ENTRY = JSON.stringify({
  type: 'sealed',
  turn: 1,
  side: 0,
  answer: { segment: { flags: ['SYN', 'ACK'], data: false, seq: 5_100, ack: 101 }, state: 'SYN_RCVD' },
  ms: 4_321,
  by: 'player',
});

function prepareInserts(sqlite: Sqlite) {
  const match = sqlite.prepare(
    `INSERT INTO matches (id, rules_version, settings, legs, party_0, party_1, player_0, player_1, phase, started_at, ended_at)
     VALUES (?, '1', ?, ?, ?, ?, ?, ?, 'over', ?, ?)`,
  );
  const entry = sqlite.prepare('INSERT INTO moves (match_id, version, command_id, at, entry) VALUES (?, ?, ?, ?, ?)');
  const result = sqlite.prepare(
    `INSERT INTO results (match_id, side, player_id, opponent_id, opponent_bot, ranked, scenario, level, kind, points, opponent_points, moves,
       right_moves, predictions, right_predictions, result, ended_at)
     VALUES (?, ?, ?, ?, NULL, 1, ?, 1, 'quick', ?, 50, 11, ?, 11, 5, 'won', ?)`,
  );
  const judged = sqlite.prepare(
    `INSERT INTO judged_moves (match_id, turn, side, leg, seat, state, event, player_id, rules, misconception, segment_right, state_right, points,
       ms, chosen_segment, chosen_state, expected_segment, expected_state, answered_by, voided, scenario, level, at)
     VALUES (?, ?, ?, 0, 'client', 'SYN_SENT', 'gets SYN,ACK', ?, '["segment-syn-sent-syn-ack"]', NULL, 1, 1, 10, 4321, 'ACK', 'ESTABLISHED',
       'ACK', 'ESTABLISHED', 'player', 0, ?, 1, ?)`,
  );
  return {
    match: (id: string, scenario: string, [one, other]: readonly [string, string], endedAt: number) => {
      const settings = JSON.stringify({ level: 1, turnSeconds: 30, speedPoints: true, scenario, kind: 'quick' });
      match.run(id, settings, LEG, PARTY, PARTY, one, other, endedAt - 300_000, endedAt);
    },
    entry: (id: string, version: number, player: string, at: number) => entry.run(id, version, `${player}:c-${version}`, at, ENTRY),
    result: (id: string, side: number, player: string, opponent: string, scenario: string, right: number, endedAt: number) =>
      result.run(id, side, player, opponent, scenario, 10 * right, right, endedAt),
    judged: (id: string, turn: number, side: number, player: string, scenario: string, at: number) =>
      judged.run(id, turn, side, player, scenario, at),
  };
}

function playerId(n: number): string {
  return `player-${n.toString(36).padStart(9, '0')}`;
}

/** As long as those that the host makes. */
function tokenOf(n: number): string {
  return `bench${n}`.padEnd(43, '-');
}
