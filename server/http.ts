/**
 * One HTTP server with three doors: `/api/*`, with what machines ask for beside it (`/healthz`, `/readyz`, `/metrics`), `/socket.io/` (which
 * socket.io adds itself), and pages for everything else.
 */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { OPERATIONS_PATHS } from './operations/routes.ts';
import type { Pages } from './pages.ts';

/** In milliseconds. A request comes within them or not at all; proxies keep a connection for a minute, so the host does so longer. */
const TIMES = { headersTimeout: 10_000, requestTimeout: 60_000, keepAliveTimeout: 65_000, connectionsCheckingInterval: 5_000 };
/** Somebody who takes no answer. Links have their own pings, and long polling is answered within half of it. */
const SILENCE_MS = 120_000;

export function createHttpServer(api: Hono, pages: Pages): Server {
  const answerApi = getRequestListener(api.fetch);
  const answer: RequestListener = (request, response) =>
    isForApi(request) ? answerApi(request, response) : pages.answer(request, response);
  const server = createServer(TIMES, answer);
  server.setTimeout(SILENCE_MS);
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.url?.startsWith('/_next/')) pages.upgrade(request, socket, head);
  });
  return server;
}

function isForApi({ url = '' }: IncomingMessage): boolean {
  return /^\/api(?:[/?]|$)/.test(url) || OPERATIONS_PATHS.some((path) => url === path || url.startsWith(`${path}?`));
}

export type Listening = { readonly ok: true; readonly port: number } | { readonly ok: false; readonly sentence: string };

/** `port` 0 takes a free one. */
export function listen(server: Server, host: string, port: number): Promise<Listening> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve({ ok: false, sentence: whyNot(error, host, port) }));
    server.listen(port, host, () => {
      const address = server.address();
      resolve({ ok: true, port: typeof address === 'object' && address ? address.port : port });
    });
  });
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} is in use: stop what runs there, or start with another PORT.`;
  if (error.code === 'EACCES') return `Port ${port} may not be opened by this user: start with another PORT.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return `HOST must be an address of this machine; it is "${host}".`;
  return `The host cannot listen at ${host}, port ${port}: ${error.message}.`;
}
