/** The guard before the doors, with room for a few: what an address may have, and that the others are let in all the same. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io as connectTo, type Socket } from 'socket.io-client';
import { Server } from 'socket.io';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createAllowance } from '#server/allowance.ts';
import { createCallers } from '#server/caller.ts';
import { guardDoors } from '#server/door-guard.ts';
import { countLinks, createCount, roomFor, shareOf } from '#server/link-room.ts';
import { endSlowReaders } from '#server/slow-readers.ts';
import { rawTo } from './raw.ts';

/** `trust`: 1 lets a test speak from any address, 0 from its own. */
async function guarded({ room = 100, links = 100, requests = 100, trust = 1 }) {
  const server = createServer((_, response) => void response.end('in'));
  const io = new Server(server, { transports: ['websocket', 'polling'] });
  const callers = createCallers(trust);
  const counted = createCount(links);
  const told: number[] = [];
  countLinks(io.engine, callers.callerOf, counted);
  const now = () => 1_000_000;
  guardDoors(server, {
    ...{ callers, room, links: counted, now, turnedAway: (many: number) => told.push(many) },
    requests: createAllowance(requests, 1, now),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    await io.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, io, told };
}

const from = (address: string) => ({ 'x-forwarded-for': address });

/** What becomes of a link from that address: `in`, or why not, as the browser's code is told. */
function link(url: string, address: string, transports = ['polling']): Promise<{ readonly socket: Socket; readonly came: string }> {
  const socket = connectTo(url, { transports, forceNew: true, reconnection: false, extraHeaders: from(address) });
  onTestFinished(() => void socket.close());
  return new Promise((resolve) => {
    socket.once('connect', () => resolve({ socket, came: 'in' }));
    socket.once('connect_error', (error: Error & { context?: { responseText?: string } }) =>
      resolve({ socket, came: error.context?.responseText ?? error.message }),
    );
  });
}

describe('links', () => {
  test('too-many-links: an address has its share, others have theirs, and one that goes makes room', async () => {
    const { url } = await guarded({ links: 2 });
    const [first] = [await link(url, '203.0.113.1'), await link(url, '203.0.113.1', ['websocket'])];
    expect((await link(url, '203.0.113.1')).came).toBe('{"code":4,"message":"too-many-links"}');
    expect((await link(url, '203.0.113.2')).came).toBe('in');
    first.socket.close();
    await expect.poll(async () => (await link(url, '203.0.113.1')).came).toBe('in');
  });

  test('are refused by WebSocket with a status, a time and a word', async () => {
    const { url } = await guarded({ links: 1 });
    await link(url, '127.0.0.1');
    const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==';
    const { heard } = await rawTo(url, `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\n${upgrade}\r\n\r\n`);
    expect(await heard).toMatch(/^HTTP\/1\.1 429 Too Many Requests\r\nRetry-After: 30\r\n.*\r\n\r\ntoo-many-links$/s);
  });
});

describe('requests', () => {
  test('too-many-messages: an address has its share, and what is built does not count', async () => {
    const { url } = await guarded({ requests: 3 });
    const ask = (address: string, path = '/') => fetch(url + path, { headers: from(address) });
    const answers = [];
    for (let n = 0; n < 4; n += 1) answers.push(await ask('203.0.113.1'));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(await answers[3]?.json()).toEqual({ fault: 'too-many-messages' });
    expect(answers[3]?.headers.get('retry-after')).toBe('10');
    expect((await ask('203.0.113.1', '/_next/static/chunks/a.js')).status).toBe(200);
    expect((await ask('203.0.113.2')).status).toBe(200);
  });

  test('of one IPv6 network are of one address', async () => {
    const { url } = await guarded({ requests: 1 });
    const ask = async (address: string) => (await fetch(url, { headers: from(address) })).status;
    expect([await ask('2001:db8::1'), await ask('2001:db8::2'), await ask('2001:db8:0:1::1')]).toEqual([200, 429, 200]);
  });
});

describe('sockets that say nothing', () => {
  test('are half of all that there is room for at most; the host says that it has turned some away', async () => {
    const { url, told } = await guarded({ room: 6, trust: 0 });
    const open = await Promise.all([1, 2, 3].map(() => rawTo(url, '')));
    const { heard } = await rawTo(url, '');
    expect(await heard).toBe('');
    expect(told).toEqual([1]);
    open[0]?.socket.destroy();
    await expect
      .poll(() =>
        fetch(url).then(
          (response) => response.status,
          () => 0,
        ),
      )
      .toBe(200);
  });

  test('of a proxy that is named have no share of their own, and the room has an end', async () => {
    const { url, told } = await guarded({ room: 4, trust: 1 });
    await Promise.all([1, 2, 3, 4].map(() => rawTo(url, '')));
    const { heard } = await rawTo(url, '');
    expect(await heard).toBe('');
    expect(told).toEqual([1]);
  });

  test.each([
    [20_000, 19_800],
    [1_048_576, 20_000],
    [256, 64],
    [Number.POSITIVE_INFINITY, 20_000],
  ])('with %d open files there is room for %d', (files, room) => {
    expect(roomFor(files)).toBe(room);
    expect(shareOf(room)).toBe(room / 2);
  });
});

test('a link that does not read what is sent to it ends, and one that reads does not', async () => {
  const { url, io } = await guarded({});
  const [reader, idler] = [await link(url, '203.0.113.1', ['websocket']), await link(url, '203.0.113.2', ['websocket'])];
  const { transport } = idler.socket.io.engine as unknown as { transport: { ws: { _socket?: { pause(): void }; pause?(): void } } };
  transport.ws.pause?.();
  const gone = new Promise((resolve) => io.sockets.sockets.get(idler.socket.id ?? '')?.once('disconnect', resolve));
  // More than the system holds between the two ends.
  const heard = new Promise<void>((resolve) => reader.socket.once('last', resolve));
  for (let n = 0; n < 60; n += 1) io.emit('event', 'x'.repeat(500_000));
  io.emit('last');
  await heard;
  endSlowReaders(io);
  expect(await gone).toBe('forced close');
  endSlowReaders(io);
  expect(reader.socket.connected).toBe(true);
});
