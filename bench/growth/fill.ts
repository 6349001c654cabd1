/**
 * A database with many finished matches, made fast: rows as they are, without playing. Of a match's entries and judged moves only some are
 * there, so that a million matches fit on a disk; what a tree of a full database has more is a level at most.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteFile, { type Database as Sqlite } from 'better-sqlite3';
import { SCENARIOS } from '#game/scenarios/catalogue.ts';
import { openDatabase } from '#db/open.ts';

/** Cookies of some of the players. */
export function cookiesOf(players: number): readonly string[] {
  return Array.from({ length: Math.min(COOKIES, players) }, (_, n) => `last_ack_session=${tokenOf(n)}`);
}

const YEAR_MS = 365 * 86_400_000;
/** Of about 130. Of about 22 judged moves, one a side. */
const ENTRIES_A_MATCH = 4;
const COOKIES = 100;

/** `players`: 2 at least. Returns the octets of the file. */
export function fill(folder: string, matches: number, players: number): number {
  const path = join(folder, 'last-ack.db');
  const opened = openDatabase(path, 'db/migrations');
  if (!opened.ok) throw new Error(opened.detail);
  opened.close();
  const sqlite = new SqliteFile(path);
  sqlite.pragma('synchronous = OFF');
  // It does not go from WAL to none at once (sqlite.org/pragma.html#pragma_journal_mode).
  sqlite.pragma('journal_mode = DELETE');
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
  return octets;
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
  const now = Date.now();
  sqlite
    .prepare(`${upTo('@players')}
      INSERT INTO players (id, name, created_at, last_seen_at) SELECT ${idOfPlayer('n')}, 'Player ' || n, @now - @year, @now FROM numbers`)
    .run({ players, now, year: YEAR_MS });
  const enter = sqlite.prepare(`INSERT INTO sessions (token_hash, player_id, created_at) VALUES (?, ${idOfPlayer('?')}, ?)`);
  for (let n = 0; n < Math.min(COOKIES, players); n += 1) enter.run(createHash('sha256').update(tokenOf(n)).digest('hex'), n, now);
}

/** Ids come in order, which is how a tree is filled fast, and lie over the whole range, as drawn ones do. */
function addMatches(sqlite: Sqlite, matches: number, players: number): void {
  sqlite.exec('CREATE TEMP TABLE scenarios (place INTEGER PRIMARY KEY, id TEXT)');
  const known = sqlite.prepare('INSERT INTO scenarios VALUES (?, ?)');
  for (const [n, { id }] of SCENARIOS.entries()) known.run(n, id);
  sqlite
    .prepare(`CREATE TEMP TABLE drawn AS ${upTo('@matches')}
      SELECT printf('%016x', n * (@range / @matches)) AS id, ${draw('players', 1)} AS one, ${draw('players', 2)} AS other,
        @now - ${draw('year', 3)} AS ended_at, ${draw('rights', 4)} AS right_one, ${draw('rights', 5)} AS right_other,
        (SELECT id FROM scenarios WHERE place = ${draw('scenarios', 6)}) AS scenario
      FROM numbers`)
    .run({ matches, players, range: 2 ** 48, now: Date.now(), year: YEAR_MS, rights: 12, scenarios: SCENARIOS.length });
  // Nobody plays against oneself.
  sqlite.prepare('UPDATE drawn SET other = (other + 1) % ? WHERE other = one').run(players);
  for (const statement of MATCHES) sqlite.exec(statement);
  sqlite.exec('DROP TABLE drawn; DROP TABLE scenarios');
}

function upTo(many: string): string {
  return `WITH RECURSIVE numbers(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < ${many})`;
}

/** The same for the same `n`: a multiplication spreads it, and what is below the bound is taken. */
function draw(below: string, stream: number): string {
  return `(((n + 1) * ${2_654_435_761 + 2 * stream} + ${stream} * 40503) % 4294967291) % @${below}`;
}

function idOfPlayer(n: string): string {
  return `printf('player-%09d', ${n})`;
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
const SETTINGS = `json_object('level', 1, 'turnSeconds', 30, 'speedPoints', json('true'), 'scenario', scenario, 'kind', 'quick')`;

const resultsOf = (side: 0 | 1, own: string, opponent: string) => `
  INSERT INTO results (match_id, side, player_id, opponent_id, ranked, scenario, level, kind, points, opponent_points, moves, right_moves,
    predictions, right_predictions, result, ended_at)
  SELECT id, ${side}, ${idOfPlayer(own)}, ${idOfPlayer(opponent)}, 1, scenario, 1, 'quick', 10 * right_${own}, 10 * right_${opponent}, 11,
    right_${own}, 11, 5, iif(right_${own} > right_${opponent}, 'won', 'lost'), ended_at FROM drawn`;

const judgedOf = (side: 0 | 1, own: string) => `
  INSERT INTO judged_moves (match_id, turn, side, leg, seat, state, event, player_id, rules, segment_right, state_right, points, ms,
    chosen_segment, chosen_state, expected_segment, expected_state, answered_by, voided, scenario, level, at)
  SELECT id, ${side}, ${side}, 0, 'client', 'SYN_SENT', 'gets SYN,ACK', ${idOfPlayer(own)}, '["segment-syn-sent-syn-ack"]', 1, 1, 10, 4321,
    'ACK', 'ESTABLISHED', 'ACK', 'ESTABLISHED', 'player', 0, scenario, 1, ended_at FROM drawn`;

/** In the order in which foreign keys want them, and each table in the order of its own key. */
const MATCHES = [
  `INSERT INTO matches (id, rules_version, settings, legs, party_0, party_1, player_0, player_1, phase, started_at, ended_at)
   SELECT id, '1', ${SETTINGS}, '${LEG}', '${PARTY}', '${PARTY}', ${idOfPlayer('one')}, ${idOfPlayer('other')}, 'over', ended_at - 300000,
     ended_at FROM drawn`,
  `INSERT INTO moves (match_id, version, command_id, at, entry)
   SELECT drawn.id, value, ${idOfPlayer('one')} || ':c-' || value, ended_at, '${ENTRY}'
   FROM drawn CROSS JOIN json_each('[${Array.from({ length: ENTRIES_A_MATCH }, (_, n) => n + 1).join()}]')`,
  resultsOf(0, 'one', 'other'),
  resultsOf(1, 'other', 'one'),
  judgedOf(0, 'one'),
  judgedOf(1, 'other'),
];

/** As long as those that the host makes. */
function tokenOf(n: number): string {
  return `bench${n}`.padEnd(43, '-');
}

/** What was played before is over: otherwise the next host would go on with it, and bots would play the seats of those who are gone. */
export function endOpenMatches(dataDir: string): void {
  const sqlite = new SqliteFile(join(dataDir, 'last-ack.db'));
  sqlite.prepare("UPDATE matches SET phase = 'over', ended_at = started_at WHERE phase = 'open'").run();
  sqlite.close();
}
