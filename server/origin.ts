/** Whether a request comes from a page of this host. CORS does not cover WebSocket, so this is asked of links as well. */
import type { Caller } from './caller.ts';

/** A browser always names the origin of a request that could change something; what names none is no browser. */
export function isAllowedOrigin(origin: string | undefined, { host, isByHttps }: Caller, allowed: readonly string[]): boolean {
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const { host: from, protocol } = new URL(origin);
  // A page that came by http may be anybody's on the way; to https it is a foreign one.
  return from === host && (protocol === 'https:' || !isByHttps);
}
