/** Whether a request comes from a page of this host. CORS does not cover WebSocket, so this is asked of links as well. */
import type { IncomingMessage } from 'node:http';

/** A browser always names the origin of a request that could change something; what names none is no browser. */
export function isAllowedOrigin(origin: string | undefined, host: string | undefined, allowed: readonly string[]): boolean {
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && host !== undefined && new URL(origin).host === host;
}

export function originCheck(allowed: readonly string[]): (request: IncomingMessage) => boolean {
  return ({ headers }) => isAllowedOrigin(headers.origin, headers.host, allowed);
}
