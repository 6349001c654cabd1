/** What the transport itself turns away, read from what socket.io's client tells of it. */
import type { TroubleCode } from '#components/pages/trouble.tsx';
import { isFault } from './api.ts';

/** The host refuses a handshake by the message of an error, or, before there is a link at all, in the body of an HTTP answer. */
export function refusalIn(error: Error & { readonly context?: unknown }): TroubleCode {
  if (isFault(error.message)) return error.message;
  const { context } = error;
  const body = typeof context === 'object' && context !== null && 'responseText' in context ? String(context.responseText) : '';
  const code = /"message":"([a-z-]+)"/.exec(body)?.[1];
  return isFault(code) ? code : 'unreachable';
}

/** WebSocket close code 1009 (RFC 6455 §7.4.1), or HTTP 413 by long polling. */
export function wasTooLarge(details: unknown): boolean {
  if (typeof details !== 'object' || details === null) return false;
  const { context, description } = details as { readonly context?: { readonly code?: number }; readonly description?: unknown };
  return context?.code === 1009 || description === 413;
}
