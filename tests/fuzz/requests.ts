/** Requests without a library between, so that they can be wrong in every part. */
import { connect } from 'node:net';
import { addressOf } from './address.ts';
import { later } from './later.ts';
import { SILENT_MS } from './link.ts';

export type Request = {
  readonly method: string;
  /** As it stands in the request line. */
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer | null;
  /** In chunks of so many octets; null sends it whole, with its length. */
  readonly chunk: number | null;
  /** The sender's half is closed where the request was cut off: nothing else would tell the host that no more comes. */
  readonly isCut: boolean;
};

/** `status` 0: the host closed without a word. `silent`: neither. */
export type Response = { readonly status: number; readonly body: string } | 'silent';

export function send(port: number, request: Request, n: number): Promise<Response> {
  const { promise, resolve } = later<Response>();
  const socket = connect({ port, host: '127.0.0.1', ...addressOf(n) });
  const chunks: Buffer[] = [];
  const timer = setTimeout(() => end('silent'), SILENT_MS);
  function end(response: Response): void {
    clearTimeout(timer);
    resolve(response);
    socket.destroy();
  }
  const read = () => end(readResponse(Buffer.concat(chunks)));
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('end', read);
  socket.on('close', read);
  socket.on('error', read);
  socket.write(toOctets(request, port));
  if (request.isCut) socket.end();
  return promise;
}

function toOctets({ method, target, headers, body, chunk }: Request, port: number): Buffer {
  const has = (name: string) => headers.some(([one]) => one.toLowerCase() === name);
  const length = body === null || has('content-length') ? [] : [['Content-Length', String(body.length)]];
  const framing = chunk === null ? length : [['Transfer-Encoding', 'chunked']];
  const all = [...(has('host') ? [] : [['Host', `127.0.0.1:${port}`]]), ['Connection', 'close'], ...headers, ...framing];
  const head = [`${method} ${target} HTTP/1.1`, ...all.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'latin1'), ...(body === null ? [] : chunk === null ? [body] : inChunks(body, chunk))]);
}

function inChunks(body: Buffer, size: number): readonly Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; at += size) {
    const part = body.subarray(at, at + size);
    parts.push(Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n'));
  }
  return [...parts, Buffer.from('0\r\n\r\n')];
}

function readResponse(octets: Buffer): Response {
  const status = Number(/^HTTP\/1\.\d (\d{3})/.exec(octets.subarray(0, 20).toString('latin1'))?.[1] ?? 0);
  return { status, body: octets.subarray(octets.indexOf('\r\n\r\n') + 4).toString() };
}
