/** The host in a process of its own, without pages: what `npm run fuzz:host` talks to. Its parent asks by IPC. DATA_DIR and PORT are its settings. */
import { join, resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openDatabase } from '#db/open.ts';
import { createHost } from '#server/host.ts';
import { createHttpServer, listen } from '#server/http.ts';
import { createLog, errorLog } from '#server/operations/log.ts';
import { readSettings } from '#server/settings.ts';

/** What the host tells its parent. `heap` after a collection, in octets; `longest` since the report before, in milliseconds. */
export type Report = { readonly heap: number; readonly longest: number };
export type Route = { readonly method: string; readonly path: string };
export type Said =
  | { readonly type: 'ready'; readonly port: number; readonly setUp: string; readonly routes: readonly Route[] }
  | ({ readonly type: 'report' } & Report)
  | { readonly type: 'error'; readonly line: string };

const say = (said: Said) => void process.send?.(said);
const read = readSettings(process.env);
if (!read.ok) throw new Error(read.sentence);
const { settings } = read;
const opened = openDatabase(join(settings.dataDir, 'last-ack.db'), resolve('db/migrations'));
if (!opened.ok) throw new Error(opened.detail);

const log = createLog('error', { write: (line: string) => say({ type: 'error', line }) });
process.on('unhandledRejection', (error) => errorLog(log)(error, 'nobody handled this'));
const host = createHost(opened.database, settings, log);
const server = createHttpServer(host.api, {
  answer: (_, response) => void response.writeHead(404).end(),
  upgrade: (_, socket) => void socket.destroy(),
  letGo: () => {},
  close: async () => {},
});
const listening = await listen(server, '127.0.0.1', settings.port);
if (!listening.ok) throw new Error(listening.sentence);
await host.attach(server);

const delay = monitorEventLoopDelay({ resolution: 5 });
delay.enable();
process.on('message', (question) => {
  if (question === 'report') report();
  if (question === 'stop') void stop();
});
process.once('disconnect', () => void stop());
// Ctrl+C reaches both; the parent ends this one when it has looked.
process.on('SIGINT', () => {});

function report(): void {
  const longest = delay.max / 1e6;
  globalThis.gc?.();
  delay.reset();
  say({ type: 'report', heap: process.memoryUsage().heapUsed, longest });
}

async function stop(): Promise<void> {
  await host.close();
  server.closeAllConnections();
  if (opened.ok) opened.close();
  process.exit(0);
}

/** Middleware is no route. A new route is fuzzed without being named anywhere. */
const routes = host.api.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => ({ method, path }));
say({ type: 'ready', port: listening.port, setUp: (await host.setUpPath()) ?? '', routes });
