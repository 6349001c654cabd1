/**
 * A wire between browsers and the host that misbehaves as it is told: whole messages of a link are lost, doubled, late and out of order; links are
 * cut, half open or stalled; requests over HTTP come twice, late, or without an answer.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Chance } from './chance.ts';
import { type Faults, newTally, type Tally } from './faults.ts';
import { carryRequest } from './requests.ts';

export type Wire = {
  readonly url: string;
  readonly tally: Tally;
  /** From now on. */
  setFaults(faults: Faults): void;
  /** Loses the next message of a link, either way, in which that stands, and resolves once it is lost. */
  loseNext(part: string): Promise<void>;
  /** Every link that is open. */
  cutAll(): void;
  silenceAll(): void;
  close(): Promise<void>;
};

/** Between one browser and the host, for as long as both are there. */
type Line = { readonly near: WebSocket; readonly far: WebSocket; isSilent: boolean };
type Misfortune = 'cut' | 'halfOpen' | 'stalled';

export async function openWire(hostUrl: string, chance: Chance, first: Faults): Promise<Wire> {
  const tally = newTally();
  const lines = new Set<Line>();
  const doomed = new Map<string, () => void>();
  const doors = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  let faults = first;
  let timer: NodeJS.Timeout;

  function join(near: WebSocket, far: WebSocket): void {
    const line: Line = { near, far, isSilent: false };
    lines.add(line);
    tally.links += 1;
    pass(line, near, far);
    pass(line, far, near);
  }

  function pass(line: Line, from: WebSocket, to: WebSocket): void {
    from.on('message', (data, isBinary) => {
      if (isDoomed(data.toString())) return;
      for (const ms of fate()) {
        if (ms === 0) send(line, to, data as Buffer, isBinary);
        else setTimeout(() => send(line, to, data as Buffer, isBinary), ms).unref();
      }
    });
    from.on('error', () => {});
    from.on('close', () => {
      lines.delete(line);
      if (!line.isSilent) to.terminate();
    });
  }

  function send({ isSilent }: Line, to: WebSocket, data: Buffer, binary: boolean): void {
    if (!isSilent && to.readyState === WebSocket.OPEN) to.send(data, { binary });
  }

  function isDoomed(text: string): boolean {
    const part = [...doomed.keys()].find((one) => text.includes(one));
    if (part === undefined) return false;
    doomed.get(part)?.();
    return doomed.delete(part);
  }

  /** After how many milliseconds a message arrives, for each time that it does. */
  function fate(): readonly number[] {
    tally.carried += 1;
    const { lost, doubled, late, lateMs } = faults;
    if (chance.hits(lost)) return note('lost', []);
    if (chance.hits(doubled)) return note('doubled', [0, chance.between(1, lateMs)]);
    return chance.hits(late) ? note('late', [chance.between(1, lateMs)]) : [0];
  }

  function note<T>(what: keyof Tally, then: T): T {
    tally[what] += 1;
    return then;
  }

  function strike(line: Line, how: Misfortune): void {
    const { near, far } = line;
    tally[how] += 1;
    for (const end of [near, far]) {
      if (how === 'cut') end.terminate();
      else end.pause();
    }
    if (how === 'halfOpen') line.isSilent = true;
    if (how === 'stalled') setTimeout(() => resume(line), faults.stallMs).unref();
  }

  function resume({ near, far, isSilent }: Line): void {
    if (!isSilent) for (const end of [near, far]) end.resume();
  }

  function strikeSome(): void {
    const { cut, halfOpen, stalled } = faults;
    for (const line of [...lines].filter(({ isSilent }) => !isSilent)) {
      const drawn = chance.random();
      if (drawn < cut) strike(line, 'cut');
      else if (drawn < cut + halfOpen) strike(line, 'halfOpen');
      else if (drawn < cut + halfOpen + stalled) strike(line, 'stalled');
    }
    timer = setTimeout(strikeSome, faults.everyMs);
  }

  function openLine(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { host, origin, cookie } = request.headers;
    const headers = Object.fromEntries(Object.entries({ host, origin, cookie }).filter(([, value]) => value !== undefined));
    const far = new WebSocket(hostUrl.replace('http', 'ws') + request.url, { headers, perMessageDeflate: false });
    socket.on('error', () => {});
    far.once('open', () => doors.handleUpgrade(request, socket, head, (near) => join(near, far)));
    far.once('unexpected-response', (_, { statusCode }) => socket.end(`HTTP/1.1 ${statusCode} Refused\r\nConnection: close\r\n\r\n`));
    far.once('error', () => socket.destroy());
  }

  const server = createServer((request, response) => void carryRequest({ hostUrl, request, response, chance, faults, tally }));
  server.on('upgrade', openLine);
  timer = setTimeout(strikeSome, faults.everyMs);

  return {
    url: await listenAnywhere(server),
    tally,
    setFaults(next) {
      faults = next;
      clearTimeout(timer);
      timer = setTimeout(strikeSome, faults.everyMs);
    },
    loseNext: (part) => new Promise((resolve) => doomed.set(part, resolve)),
    cutAll: () => [...lines].forEach((line) => void strike(line, 'cut')),
    silenceAll: () => [...lines].forEach((line) => void strike(line, 'halfOpen')),
    async close() {
      clearTimeout(timer);
      for (const line of [...lines]) [line.near, line.far].forEach((end) => void end.terminate());
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listenAnywhere(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
