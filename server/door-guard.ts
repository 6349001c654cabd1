/** What is asked of everybody before one of the three doors opens: headers for the answer, and how much one address may ask. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import { type Allowance, createAllowance } from './allowance.ts';
import { RETRY_AFTER_SECONDS } from './answers.ts';
import type { Callers } from './caller.ts';
import { headersOf } from './headers.ts';
import { type Count, createCount, shareOf } from './link-room.ts';
import { tell } from './operations/requests.ts';

/**
 * What is built is not counted. Five hundred students who come at once ask some twenty times each for a page, what it leads to and what is
 * theirs; after that a class asks a few times a minute.
 */
const REQUESTS = 20_000;
const REQUESTS_PER_SECOND = 200;
const TOLD_EVERY_SECONDS = 60;

export type GuardNeeds = {
  readonly callers: Callers;
  /** Sockets at once. */
  readonly room: number;
  /** Links by address. */
  readonly links: Count;
  readonly now: () => number;
  /** What an address may ask; by itself as above. */
  readonly requests?: Allowance;
  /** How many sockets were turned away since it was last told. */
  readonly turnedAway: (many: number) => void;
};

/** To be called when all doors are there: what comes to the server goes through the guard from then on. */
export function guardDoors(server: Server, { callers, room, links, now, turnedAway, ...given }: GuardNeeds): void {
  const requests = given.requests ?? createAllowance(REQUESTS, REQUESTS_PER_SECOND, now);

  function whyNot({ url = '' }: IncomingMessage, address: string): Fault | null {
    if (opensLink(url) && links.isFull(address)) return 'too-many-links';
    return url.startsWith('/_next/static/') || requests.take(address) ? null : 'too-many-messages';
  }

  stand(server, 'request', (request: IncomingMessage, response: ServerResponse) => {
    const { address, isByHttps } = callers.callerOf(request);
    for (const [name, value] of Object.entries(headersOf(isByHttps))) response.setHeader(name, value);
    const fault = whyNot(request, address);
    if (fault) tell(request, { route: 'other', fault });
    if (fault) response.writeHead(FAULTS[fault], refusalHeaders(fault)).end(refusalBody(request, fault));
    return fault === null;
  });
  stand(server, 'upgrade', (request: IncomingMessage, socket: Duplex) => {
    const fault = whyNot(request, callers.callerOf(request).address);
    if (fault) socket.end(rawRefusal(fault));
    return fault === null;
  });
  guardSockets(server, callers, room, now, turnedAway);
}

/** Puts `guard` before those who listen already: they hear only what it lets through. */
function stand<A extends unknown[]>(server: Server, event: 'request' | 'upgrade', guard: (...given: A) => boolean): void {
  const doors = server.listeners(event);
  server.removeAllListeners(event);
  server.on(event, (...given: unknown[]) => {
    if (guard(...(given as A))) for (const door of doors) door.apply(server, given);
  });
}

/** Sockets that say nothing are sockets too. What comes through a proxy cannot be told apart yet. */
function guardSockets(server: Server, callers: Callers, room: number, now: () => number, turnedAway: (many: number) => void): void {
  const byPeer = createCount(shareOf(room));
  const mayTell = createAllowance(1, 1 / TOLD_EVERY_SECONDS, now);
  let many = 0;
  const turnAway = () => {
    many += 1;
    if (!mayTell.take('')) return;
    turnedAway(many);
    many = 0;
  };
  server.maxConnections = room;
  server.on('drop', turnAway);
  server.on('connection', (socket) => {
    if (callers.isProxy(socket.remoteAddress)) return;
    const { address } = callers.callerOf({ headers: {}, socket });
    if (byPeer.add(address)) return void socket.once('close', () => byPeer.remove(address));
    turnAway();
    socket.destroy();
  });
}

/** A handshake names no session yet. */
function opensLink(url: string): boolean {
  return url.startsWith('/socket.io/') && !/[?&]sid=/.test(url);
}

function refusalHeaders(fault: Fault) {
  return {
    'content-type': 'application/json',
    'cache-control': 'no-store',
    'retry-after': String(RETRY_AFTER_SECONDS[fault]),
    // Or a body that nobody wants would still be read.
    connection: 'close',
  };
}

/** As engine.io words a refusal, for a link; as the API does elsewhere. */
function refusalBody({ url = '' }: IncomingMessage, fault: Fault): string {
  return JSON.stringify(url.startsWith('/socket.io/') ? { code: 4, message: fault } : { fault });
}

function rawRefusal(fault: Fault): string {
  const lines = ['HTTP/1.1 429 Too Many Requests', `Retry-After: ${RETRY_AFTER_SECONDS[fault]}`, `Content-Length: ${fault.length}`];
  return [...lines, 'Content-Type: text/plain', 'Connection: close', '', fault].join('\r\n');
}
