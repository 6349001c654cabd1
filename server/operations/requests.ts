/** Every HTTP request, whichever door answers it: its id, what is counted of it, and its line in the log. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Fault } from '#protocol/faults.ts';
import type { Callers } from '../caller.ts';
import { newId } from './log.ts';

/** What its door says of a request: the pattern of its route, which has no codes in it, and why it was refused. */
export type Told = { readonly route: string; readonly fault?: Fault | null };
const told = new WeakMap<IncomingMessage, Told>();

export function tell(request: IncomingMessage | undefined, what: Told): void {
  if (request) told.set(request, what);
}

export function incomingOf(c: Context): IncomingMessage | undefined {
  const bindings: Partial<HttpBindings> | undefined = c.env;
  return bindings?.incoming;
}

const HEADER = 'x-request-id';
/** What others may make of an id, where they are trusted to make one. */
const ID = /^[\w.-]{8,64}$/;
/** A request that took longer is worth a line. */
const SLOW_MS = 1_000;

export type RequestNeeds = {
  /** Whether the other end is a proxy of ours: its id is taken. */
  readonly isProxy: Callers['isProxy'];
  readonly log: Logger;
  readonly answered: (route: string, status: number, fault: Fault | null) => void;
};

/** Before every other listener: what they read in the request is then its one id. */
export function attendRequests(server: Server, { isProxy, log, answered }: RequestNeeds): void {
  server.prependListener('request', (request: IncomingMessage, response: ServerResponse) => {
    const began = performance.now();
    const id = takeId(request, isProxy(request.socket.remoteAddress));
    response.setHeader(HEADER, id);
    response.once('close', () => {
      const { route, fault = null } = told.get(request) ?? { route: routeOf(request) };
      answered(route, response.statusCode, fault);
      const ms = Math.round(performance.now() - began);
      const line = { id, method: request.method, route, status: response.statusCode, ...(fault ? { fault } : {}), ms };
      if (ms < SLOW_MS) log.debug(line, 'request');
      else log.info(line, 'a request took long');
    });
  });
}

export function idOf(request: IncomingMessage | undefined): string | undefined {
  return request?.headers[HEADER]?.toString();
}

function takeId(request: IncomingMessage, isTrusted: boolean): string {
  const given = idOf(request);
  const id = isTrusted && given !== undefined && ID.test(given) ? given : newId();
  request.headers[HEADER] = id;
  return id;
}

/** Of what no door of ours has told of: the path would have codes in it. */
function routeOf({ url }: IncomingMessage): string {
  return url?.startsWith('/socket.io/') ? '/socket.io/' : 'other';
}
