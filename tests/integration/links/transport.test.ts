/** What the transport itself turns away, and how a client can tell. */
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { startHost, type TestHost } from './host.ts';
import { connect, newGuest, newId, newPlayer, openLink } from './player.ts';

const FOREIGN = 'https://elsewhere.example';

/** How an upgrade to WebSocket is answered: the status, and the body where it is refused. */
function upgrade({ url }: TestHost, headers: Record<string, string>): Promise<{ readonly status?: number; readonly body: string }> {
  const asks = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  };
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/socket.io/?EIO=4&transport=websocket`, { headers: { ...asks, ...headers } });
    asked.on('response', async (response) => resolve({ status: response.statusCode, body: await text(response) }));
    asked.on('upgrade', ({ statusCode: status }, socket) => {
      socket.destroy();
      resolve({ status, body: '' });
    });
    asked.on('error', reject).end();
  });
}

const UPGRADED = { status: 101, body: '' };
/** engine.io refuses every upgrade with 400; the reason is in the body. */
const REFUSED = { status: 400, body: 'bad-origin' };

describe('a page of another origin', () => {
  test('is refused, by polling and by WebSocket', async () => {
    const host = await startHost();
    const polled = await fetch(`${host.url}/socket.io/?EIO=4&transport=polling`, { headers: { origin: FOREIGN } });
    expect([polled.status, await polled.json()]).toEqual([403, { code: 4, message: 'bad-origin' }]);
    expect(await upgrade(host, { origin: FOREIGN })).toEqual(REFUSED);
    expect(await upgrade(host, { origin: host.url })).toEqual(UPGRADED);
    expect(await upgrade(host, {})).toEqual(UPGRADED);
  });

  test('may be allowed by name', async () => {
    const host = await startHost({ ALLOWED_ORIGINS: FOREIGN });
    expect(await upgrade(host, { origin: FOREIGN })).toEqual(UPGRADED);
    expect(await upgrade(host, { origin: `${FOREIGN}:8443` })).toEqual(REFUSED);
  });
});

describe('a link without a session', () => {
  test.each([
    ['no cookie', ''],
    ['a cookie that the host did not give', `last_ack_session=${'x'.repeat(43)}`],
    ['a cookie that is no token', 'last_ack_session=%00'],
  ])('is refused with not-signed-in: %s', async (_, cookie) => {
    const host = await startHost();
    const error = await new Promise<Error>((resolve) => connect(host, cookie).once('connect_error', resolve));
    expect(error.message).toBe('not-signed-in');
  });
});

describe('a message above the limit', () => {
  const tooLong = { id: newId(), type: 'dispute', matchId: 'match', turn: 0, comment: 'x'.repeat(9_000) };

  test('ends a WebSocket with close code 1009, and nobody else’s', async () => {
    const host = await startHost();
    const [one, other] = [await newPlayer(host), await newPlayer(host)];
    const closed = new Promise((resolve) => one.socket.once('disconnect', (reason, details) => resolve({ reason, details })));
    one.socket.emit('command', tooLong, () => {});
    expect(await closed).toMatchObject({ reason: 'transport close', details: { context: { code: 1009 } } });
    expect(await other.say({ type: 'queue-leave' })).toEqual({ ok: false, fault: 'not-waiting' });
  });

  test('is HTTP 413 by long polling', async () => {
    const host = await startHost();
    const one = await openLink(host, await newGuest(host), { transports: ['polling'] });
    const closed = new Promise((resolve) => one.socket.once('disconnect', (reason, details) => resolve({ reason, details })));
    one.socket.emit('command', tooLong, () => {});
    expect(await closed).toMatchObject({ reason: 'transport error', details: { description: 413 } });
  });

  test('the longest command stays below it', async () => {
    const host = await startHost();
    const { sayRaw } = await newPlayer(host);
    // Three octets a character in UTF-8.
    const longest = { ...tooLong, id: 'x'.repeat(64), matchId: 'x'.repeat(40), comment: '永'.repeat(500) };
    expect(await sayRaw(longest)).toEqual({ ok: false, fault: 'no-such-match' });
  });
});

describe('long polling alone', () => {
  test('serves whoever has no WebSocket', async () => {
    const host = await startHost();
    const link = await openLink(host, await newGuest(host), { transports: ['polling'] });
    const { matchId } = await link.get({ type: 'tutorial-start' });
    const seen = await link.watch(matchId);
    await seen.until((view) => view.turns[0]?.sealed[1] === true);
    expect(link.socket.io.engine.transport.name).toBe('polling');
  });
});

describe('what is no command', () => {
  test('ends the link: an event of another name', async () => {
    const host = await startHost();
    const { socket } = await newPlayer(host);
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    (socket as { emit(name: string): unknown }).emit('move');
    expect(await gone).toBe('io server disconnect');
  });

  test('ends the link: a command that wants no answer', async () => {
    const host = await startHost();
    const { socket } = await newPlayer(host);
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    (socket as { emit(name: string, message: unknown): unknown }).emit('command', { id: newId(), type: 'queue-join', level: 1 });
    expect(await gone).toBe('io server disconnect');
  });
});
