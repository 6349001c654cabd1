/** The host's HTTP API: every route of `protocol/api.ts`, and a coded fault for everything else under /api. */
import { type Context, Hono, type Next } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import { ROSTER_OCTETS_MAX } from '#protocol/classes.ts';
import { accountRoutes } from './account-routes.ts';
import { refuse } from './answers.ts';
import { boardRoutes } from './board-routes.ts';
import { callerIn, noteCaller } from './caller-in.ts';
import type { Callers } from './caller.ts';
import { classRoutes } from './classes/class-routes.ts';
import type { Rosters } from './classes/rosters.ts';
import { IMPORT_PATH } from './classes/student-routes.ts';
import { adminRoutes } from './instructors/admin-routes.ts';
import { type ByInstructor, only } from './instructors/guard.ts';
import type { Instruction } from './instructors/instruction.ts';
import { instructorRoutes } from './instructors/routes.ts';
import type { LogError } from './operations/log.ts';
import { idOf, incomingOf, tell } from './operations/requests.ts';
import { isAllowedOrigin } from './origin.ts';
import { type ReadNeeds, readRoutes } from './read-routes.ts';
import { type SeatNeeds, seatRoutes } from './seat-routes.ts';
import { ANSWERS_OCTETS_MAX, ANSWERS_PATH } from './study/study-routes.ts';

const MAX_BODY_OCTETS = 4_096;
const refuseBody = bodyLimit({ maxSize: MAX_BODY_OCTETS, onError: (c) => c.json({ fault: 'bad-message' }, 413) });
const refuseAnswers = bodyLimit({ maxSize: ANSWERS_OCTETS_MAX, onError: (c) => c.json({ fault: 'bad-message' }, 413) });
const refuseRoster = bodyLimit({ maxSize: ROSTER_OCTETS_MAX, onError: (c) => refuse(c, 'roster-too-large') });

export type ApiNeeds = ReadNeeds & {
  readonly instruction: Instruction;
  /** What only administrators may ask, besides accounts. */
  readonly administration: readonly Hono[];
  /** Those of class sessions and what belongs to them. */
  readonly classroom: readonly Hono<ByInstructor>[];
  /** Homework, as students come to it. */
  readonly homework: Hono;
  /** What is learnt alone. */
  readonly study: readonly Hono[];
  readonly playerOfStudent: SeatNeeds['playerOfStudent'];
  readonly rosters: Rosters;
  /** What memory holds of a player who has been erased. */
  readonly forgetPlayer: (playerId: string) => Promise<void>;
  readonly callerOf: Callers['callerOf'];
  /** Origins besides the host's own. */
  readonly allowedOrigins: readonly string[];
  readonly log: LogError;
};

export function makeApi(needs: ApiNeeds): Hono {
  const api = new Hono().basePath('/api');
  api.use(told);
  api.use(neverCached);
  api.use(noteCaller(needs.callerOf));
  api.use((c, next) => fromOwnPages(c, next, needs.allowedOrigins));
  api.use((c, next) => limitOf(c.req.path)(c, next));
  api.use('/admin/*', only('admin', needs.instruction.instructors));
  api.use('/classes/*', only('instructor', needs.instruction.instructors));
  api.route('/', accountRoutes(needs));
  api.route('/', seatRoutes(needs));
  api.route('/', readRoutes(needs));
  api.route('/', boardRoutes(needs));
  api.route('/', instructorRoutes(needs.instruction));
  api.route('/', adminRoutes(needs.instruction));
  for (const routes of needs.administration) api.route('/', routes);
  for (const routes of needs.classroom) api.route('/', routes);
  api.route('/', needs.homework);
  for (const routes of needs.study) api.route('/', routes);
  api.route('/classes', classRoutes({ ...needs, ...needs.rosters }));
  api.notFound((c) => refuse(c, 'not-found'));
  api.onError((error, c) => {
    // Who has gone in the middle of a body hears nothing of it, and it is no error of ours.
    if (incomingOf(c)?.readableAborted) return refuse(c, 'bad-message');
    const report = needs.log(error, 'a request failed', { id: idOf(incomingOf(c)), route: routePath(c, -1) });
    return refuse(c, 'not-saved', report);
  });
  return api;
}

function limitOf(path: string) {
  if (IMPORT_PATH.test(path)) return refuseRoster;
  return path === ANSWERS_PATH ? refuseAnswers : refuseBody;
}

/** For the log: the pattern of the route, not the path. */
async function told(c: Context, next: Next): Promise<void> {
  await next();
  tell(incomingOf(c), { route: routePath(c, -1), fault: c.get('fault') });
}

async function neverCached(c: Context, next: Next): Promise<void> {
  await next();
  c.header('cache-control', 'no-store');
}

/** A browser names the origin of what could change something, or at least the site (Fetch §3.2, Fetch Metadata §2.4). */
async function fromOwnPages(c: Context, next: Next, allowed: readonly string[]): Promise<Response | undefined> {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return void (await next());
  const origin = c.req.header('origin');
  const site = c.req.header('sec-fetch-site') ?? 'none';
  const isOwn = isAllowedOrigin(origin, callerIn(c), allowed) && (origin !== undefined || ['same-origin', 'none'].includes(site));
  return isOwn ? void (await next()) : refuse(c, 'bad-origin');
}
