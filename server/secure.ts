/** Whether a browser came by https, be it through a proxy: whoever forges that header harms their own cookie only. */
import type { Context } from 'hono';

export function cameByHttps(c: Context): boolean {
  return c.req.header('x-forwarded-proto') === 'https' || new URL(c.req.url).protocol === 'https:';
}
