/** The one way in which pages ask the host over HTTP. */
import type { TroubleCode } from '#components/pages/trouble.tsx';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import { noteReport } from './reports.ts';

export type Reply<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly trouble: TroubleCode };

/** A connection that stays silent is not waited for for ever: the same may be asked again. */
const ANSWER_WITHIN_MS = 20_000;

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

/** `path` is what follows `/api/`. */
export async function ask<T>(method: Method, path: string, body?: unknown): Promise<Reply<T>> {
  try {
    const response = await fetch(`/api/${path}`, {
      method,
      cache: 'no-store',
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      ...withBody(body),
    });
    const data: unknown = await response.json();
    noteReport(data);
    return response.ok ? { ok: true, data: data as T } : { ok: false, trouble: troubleIn(data) };
  } catch {
    return { ok: false, trouble: 'unreachable' };
  }
}

/** What the finished match sent, as a pcap file. */
export function captureAddress(matchId: string): string {
  return `/api/matches/${encodeURIComponent(matchId)}/capture.pcap`;
}

/** A file goes as it is, anything else as JSON. */
function withBody(body: unknown): RequestInit {
  if (body instanceof Blob) return { body };
  return body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

function troubleIn(data: unknown): TroubleCode {
  const fault = typeof data === 'object' && data !== null && 'fault' in data ? data.fault : null;
  return isFault(fault) ? fault : 'unreachable';
}

export function isFault(code: unknown): code is Fault {
  return typeof code === 'string' && Object.hasOwn(FAULTS, code);
}
