/** The leaderboards of classes that their instructors have opened to the students, by nickname. */
import { type Context, Hono } from 'hono';
import { type LeaderboardAnswer, leaderboardQuery, type OpenBoardsAnswer, type ScenarioSummary } from '#protocol/api.ts';
import { type ClassRanked, readClassLeaderboard, readOpenBoards, readOwnPersons } from '#db/class-leaderboard.ts';
import type { Database } from '#db/open.ts';
import type { Accounts } from './accounts.ts';
import { refuse } from './answers.ts';
import { createFresh } from './fresh.ts';
import { MINIMUM_MOVES, SHOWN } from './leaderboard.ts';
import { startOf } from './periods.ts';

/** It changes when a round ends, and takes half a second to read for 600 students after a term of sessions. */
const FRESH_MS = 30_000;

export type BoardNeeds = {
  readonly database: Database;
  readonly accounts: Pick<Accounts, 'playerOf'>;
  readonly scenarios: readonly ScenarioSummary[];
  readonly date: () => number;
};

export function boardRoutes({ database, accounts, scenarios, date }: BoardNeeds): Hono {
  const routes = new Hono();
  const fresh = createFresh<readonly ClassRanked[]>(FRESH_MS, date);

  async function openTo(c: Context) {
    const player = await accounts.playerOf(c.req.header('cookie'));
    return { playerId: player?.playerId ?? '', boards: player ? readOpenBoards(database, player.playerId) : [] };
  }

  routes.get('/class-boards', async (c) => c.json({ boards: (await openTo(c)).boards } satisfies OpenBoardsAnswer));

  routes.get('/class-boards/:id', async (c) => {
    const query = leaderboardQuery.safeParse(c.req.query());
    if (!query.success) return refuse(c, 'bad-message');
    const { period, scenario = null } = query.data;
    if (scenario !== null && !scenarios.some(({ id }) => id === scenario)) return refuse(c, 'no-such-scenario');
    const { playerId, boards } = await openTo(c);
    const classId = c.req.param('id');
    if (!boards.some((board) => board.classId === classId)) return refuse(c, 'no-such-class');
    const narrowed = { ownerId: null, classId, contestId: null, scenario, level: null, since: startOf(period, date()) };
    const wish = { ...narrowed, by: 'accuracy', minimumMoves: MINIMUM_MOVES } as const;
    const ranked = await fresh(`${classId} ${period} ${scenario ?? ''}`, () => readClassLeaderboard(database, wish));
    const own = new Set(readOwnPersons(database, classId, playerId));
    const shown = ranked.filter((one, n) => n < SHOWN || own.has(one.personId));
    const rows = shown.map((one) => toRow(one, own.has(one.personId)));
    return c.json({ rows, minimumMoves: MINIMUM_MOVES } satisfies LeaderboardAnswer);
  });

  return routes;
}

/** Of the nickname alone: who stands behind it is the instructor's. */
function toRow({ rank, name, matches, moves, accuracy, points }: ClassRanked, isMe: boolean) {
  return { rank, name, isMe, matches, moves, accuracy, points };
}
