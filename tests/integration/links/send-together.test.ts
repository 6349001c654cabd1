/** What a link is sent in one go leaves in one go. It hangs on parts of engine.io and ws that their types do not show. */
import type { Socket as Pipe } from 'node:net';
import { expect, test } from 'vitest';
import { sendTogether } from '#server/send-together.ts';
import { startBare } from './bare.ts';

test('three messages of one tick are written once, and arrive in their order', async () => {
  const { server, open } = await startBare<{ count: (n: number) => void }>({ perMessageDeflate: false }, sendTogether);
  const browser = open({ transports: ['websocket'] });
  const heard: number[] = [];
  const third = new Promise<void>((resolve) => browser.on('count', (n: number) => heard.push(n) === 3 && resolve()));
  const link = await new Promise<{ emit(name: string, n: number): void; conn: object }>((resolve) => server.once('connection', resolve));
  await new Promise((resolve) => setImmediate(resolve));

  const pipe = (link.conn as { transport: { socket: { _socket: Pipe } } }).transport.socket._socket;
  const before = pipe.bytesWritten;
  let writes = 0;
  const writev = pipe._writev;
  pipe._writev = (...args) => {
    writes += 1;
    writev?.apply(pipe, args);
  };
  for (const n of [1, 2, 3]) link.emit('count', n);
  expect(pipe.bytesWritten).toBe(before);
  await third;
  expect([heard, writes]).toEqual([[1, 2, 3], 1]);
});
