/** A link without a library between: socket.io 5 over Engine.IO 4 over a WebSocket, so that anything can be said over it. */
import { connect, type Socket } from 'node:net';
import { frame, readFrames, type Received } from './frames.ts';
import { addressOf } from './address.ts';
import { later } from './later.ts';

export type RawLink = {
  /** Says a command, which is JSON or not. The answer as it came; `closed:…` where the link ended instead; `silent` after SILENT_MS. */
  command(json: Buffer | string): Promise<string>;
  /** Puts octets on the wire as they are. */
  write(octets: Buffer): void;
  isOpen(): boolean;
  close(): void;
};

/** How long an answer may take before it counts as none: more than the heartbeat of a link, by which half a frame comes out. */
export const SILENT_MS = 60_000;

type Heard = { readonly event: (message: unknown) => void };

/** Null where the host does not take it in; then `why` is told. */
export async function openRawLink(port: number, cookie: string, n: number, heard: Heard): Promise<RawLink | string> {
  const socket = connect({ port, host: '127.0.0.1', ...addressOf(n) });
  const link = attend(socket, heard);
  const host = `127.0.0.1:${port}`;
  const head = ['GET /socket.io/?EIO=4&transport=websocket HTTP/1.1', `Host: ${host}`, 'Upgrade: websocket', 'Connection: Upgrade'];
  const more = [
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    'Sec-WebSocket-Version: 13',
    ...(cookie ? [`Cookie: ${cookie}`] : []),
    '',
    '',
  ];
  socket.write([...head, ...more].join('\r\n'));
  const taken = await link.taken;
  return taken === null ? link : taken;
}

function attend(socket: Socket, heard: Heard): RawLink & { readonly taken: Promise<string | null> } {
  let octets: Buffer = Buffer.alloc(0);
  let isUpgraded = false;
  let closed: string | null = null;
  let acks = 0;
  const waiting = new Map<number, (answer: string) => void>();
  const { promise: taken, resolve: take } = later<string | null>();

  function end(why: string): void {
    closed ??= why;
    take(closed);
    for (const resolve of waiting.values()) resolve(`closed:${closed}`);
    waiting.clear();
    socket.destroy();
  }

  socket.on('error', () => end('reset'));
  socket.on('close', () => end('gone'));
  socket.on('data', (chunk: Buffer) => {
    octets = Buffer.concat([octets, chunk]);
    if (!isUpgraded) readHead();
    if (!isUpgraded) return;
    const { frames, rest } = readFrames(octets);
    octets = rest;
    for (const one of frames) hear(one);
  });

  function readHead(): void {
    const headEnd = octets.indexOf('\r\n\r\n');
    if (headEnd < 0) return;
    const status = octets.subarray(9, 12).toString();
    if (status !== '101') return void end(`status ${status}`);
    isUpgraded = true;
    octets = octets.subarray(headEnd + 4);
  }

  function hear({ opcode, payload }: Received): void {
    if (opcode === 8) return void end(`code ${payload.length >= 2 ? payload.readUInt16BE(0) : 'none'}`);
    if (opcode !== 1) return;
    const text = payload.toString();
    if (text === '2') return void socket.write(frame('3'));
    if (text.startsWith('0')) return void socket.write(frame('40'));
    if (text.startsWith('40{')) return void take(null);
    if (text.startsWith('44{') && text.includes('Invalid namespace')) return;
    if (text.startsWith('44')) return void end(`refused ${text.includes('namespace') ? 'namespace' : text.slice(2, 60)}`);
    if (text.startsWith('41')) return void end('disconnected');
    if (text.startsWith('42')) return void heard.event(JSON.parse(text.slice(2)));
    const [, id, answer = ''] = /^43(\d+)\[(.*)\]$/s.exec(text) ?? [];
    waiting.get(Number(id))?.(answer);
    waiting.delete(Number(id));
  }

  function command(json: Buffer | string): Promise<string> {
    if (closed !== null) return Promise.resolve(`closed:${closed}`);
    acks += 1;
    const ack = acks;
    const { promise, resolve } = later<string>();
    const timer = setTimeout(() => resolve('silent'), SILENT_MS);
    waiting.set(ack, (answer) => {
      clearTimeout(timer);
      resolve(answer);
    });
    socket.write(frame(Buffer.concat([Buffer.from(`42${ack}["command",`), Buffer.from(json), Buffer.from(']')])));
    return promise;
  }

  return { taken, command, write: (sent) => void socket.write(sent), isOpen: () => closed === null, close: () => end('closed here') };
}
