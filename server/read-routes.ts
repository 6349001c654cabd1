/** Everything that is only read. */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import type { View } from '#game/match/view.ts';
import type { Fault } from '#protocol/faults.ts';
import {
  type InvitationAnswer,
  leaderboardQuery,
  type MatchAnswer,
  type MatchesAnswer,
  type MatchSummary,
  type OwnContestAnswer,
  type ScenariosAnswer,
  type ScenarioSummary,
} from '#protocol/api.ts';
import { createEntrantStore } from '#db/entrants.ts';
import type { Invitation } from '#db/invitations.ts';
import type { Database } from '#db/open.ts';
import { type OwnMatch, readOwnMatches } from '#db/own-matches.ts';
import type { Accounts } from './accounts.ts';
import { refuse } from './answers.ts';
import { addressOf } from './caller-in.ts';
import type { InvitationCodes } from './invitation-codes.ts';
import { createLeaderboard } from './leaderboard.ts';

const MATCHES_AT_ONCE = 50;
/** The last word of a session is worth a look for so long after its end. */
const LOOK_BACK_MS = 24 * 3_600_000;
const matchesQuery = z.object({ before: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(Number.MAX_SAFE_INTEGER) });

export type ReadNeeds = {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly codes: InvitationCodes;
  readonly scenarios: readonly ScenarioSummary[];
  /** The match as the player, or null for somebody unknown, may see it. */
  readonly viewFor: (matchId: string, playerId: string | null) => Promise<View | Fault>;
  /** What a match that is over sent. */
  readonly captureFor: (matchId: string) => Promise<Capture | Fault>;
  readonly now: () => number;
  readonly date: () => number;
};

/** A pcap file, and what it is to be called. */
export type Capture = { readonly fileName: string; readonly octets: Uint8Array<ArrayBuffer> };

export function readRoutes({ database, accounts, codes, scenarios, viewFor, captureFor, now, date }: ReadNeeds): Hono {
  const routes = new Hono();
  const entrants = createEntrantStore(database, now);
  const leaderboard = createLeaderboard(database, date);
  const me = (c: Context) => accounts.playerOf(c.req.header('cookie'));

  routes.get('/scenarios', (c) => c.json({ scenarios } satisfies ScenariosAnswer));

  routes.get('/invitations/:code', async (c) => {
    const player = await me(c);
    if (!player) return refuse(c, 'not-signed-in');
    const { playerId } = player;
    const found = await codes.find({ playerId, address: addressOf(c) }, c.req.param('code').toUpperCase());
    return found.ok ? c.json(toInvitationAnswer(found.invitation, playerId)) : refuse(c, found.fault);
  });

  routes.get('/me/contest', async (c) => {
    const player = await me(c);
    const contestId = player && entrants.latestOf(player.playerId, now() - LOOK_BACK_MS);
    return c.json({ contestId } satisfies OwnContestAnswer);
  });

  routes.get('/matches', async (c) => {
    const player = await me(c);
    if (!player) return refuse(c, 'not-signed-in');
    const query = matchesQuery.safeParse(c.req.query());
    if (!query.success) return refuse(c, 'bad-message');
    const own = await readOwnMatches(database, player.playerId, query.data.before, MATCHES_AT_ONCE);
    return c.json({ matches: own.map(toSummary) } satisfies MatchesAnswer);
  });

  routes.get('/matches/:id', async (c) => {
    const player = await me(c);
    const view = await viewFor(c.req.param('id'), player?.playerId ?? null);
    return typeof view === 'string' ? refuse(c, view) : c.json({ view, now: now() } satisfies MatchAnswer);
  });

  routes.get('/matches/:id/capture.pcap', async (c) => {
    const capture = await captureFor(c.req.param('id'));
    if (typeof capture === 'string') return refuse(c, capture);
    return c.body(capture.octets, 200, {
      'content-type': 'application/vnd.tcpdump.pcap',
      'content-disposition': `attachment; filename="${capture.fileName}"`,
    });
  });

  routes.get('/leaderboard', async (c) => {
    const query = leaderboardQuery.safeParse(c.req.query());
    if (!query.success) return refuse(c, 'bad-message');
    const { period, scenario = null } = query.data;
    if (scenario !== null && !scenarios.some(({ id }) => id === scenario)) return refuse(c, 'no-such-scenario');
    const player = await me(c);
    return c.json(leaderboard(period, scenario, player?.playerId ?? null));
  });

  return routes;
}

function toInvitationAnswer({ code, by, from, settings, state, matchId, players }: Invitation, viewer: string): InvitationAnswer {
  const { level, scenario, turnSeconds } = settings;
  return { code, from, mine: by === viewer, level, scenario, turnSeconds, state, matchId: players.includes(viewer) ? matchId : null };
}

/** Above level 1 the scenario's name is told at the end: it would give the answers away. */
function toSummary({ matchId, startedAt, settings, opponent, finished }: OwnMatch): MatchSummary {
  const { level, kind, scenario } = settings;
  return {
    matchId,
    startedAt,
    endedAt: finished?.endedAt ?? null,
    level,
    scenario: finished || level === 1 ? scenario : null,
    kind,
    opponent,
    points: finished?.points ?? null,
    accuracy: finished && finished.moves > 0 ? finished.rightMoves / finished.moves : null,
    result: finished?.result ?? 'open',
  };
}
