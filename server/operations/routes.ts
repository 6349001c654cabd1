/** The doors for machines: whether the host lives, whether it is ready, and its figures. */
import { type Context, Hono, type Next } from 'hono';
import type { Metrics } from './metrics.ts';
import type { Readiness } from './readiness.ts';
import { incomingOf, tell } from './requests.ts';
import { holdsToken } from './token.ts';

export const OPERATIONS_PATHS = ['/healthz', '/readyz', '/metrics'] as const;

export type RouteNeeds = {
  readonly readiness: Readiness;
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>;
  /** Who has it may read the figures. */
  readonly token: string;
};

export function operationsRoutes({ readiness, metrics, token }: RouteNeeds): Hono {
  const routes = new Hono();

  for (const path of OPERATIONS_PATHS) routes.use(path, told);

  routes.get('/healthz', (c) => c.json({ ok: true }));

  routes.get('/readyz', async (c) => {
    const reason = await readiness.check();
    return reason === null ? c.json({ ok: true }) : c.json({ ok: false, reason }, 503);
  });

  routes.get('/metrics', async (c) => {
    if (!holdsToken(c.req.header('authorization'), token)) return c.text('', 401, { 'www-authenticate': 'Bearer' });
    return c.text(await metrics.text(), 200, { 'content-type': metrics.contentType });
  });

  return routes;
}

async function told(c: Context, next: Next): Promise<void> {
  await next();
  c.header('cache-control', 'no-store');
  tell(incomingOf(c), { route: c.req.path });
}
