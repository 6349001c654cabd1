/** What every answer says, and what is turned away before one of the doors opens. */
import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { rawTo } from './raw.ts';
import { startHost } from './host.ts';
import { newGuest, newPlayer, openLink } from './player.ts';

const FOREIGN = 'https://elsewhere.example';
const SAID = ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'permissions-policy', 'cross-origin-opener-policy'];

describe('every answer', () => {
  test.each<[string, string, RequestInit, number]>([
    ['an answer of the API', '/api/me', {}, 200],
    ['a refusal', '/api/me', { method: 'PATCH' }, 401],
    ['what is not there', '/api/nothing', {}, 404],
    ['a foreign page', '/api/session', { method: 'POST', headers: { origin: FOREIGN } }, 403],
    ['a body that is too large', '/api/session', { method: 'POST', body: 'x'.repeat(5_000) }, 413],
    ['a link by polling', '/socket.io/?EIO=4&transport=polling', {}, 200],
    ['a refused link', '/socket.io/?EIO=4&transport=polling', { headers: { origin: FOREIGN } }, 403],
    ['an answer of pages', '/nothing', {}, 404],
  ])('says how it may be used: %s', async (_, path, init, status) => {
    const { url } = await startHost();
    const response = await fetch(url + path, init);
    expect(response.status).toBe(status);
    expect(SAID.filter((name) => !response.headers.has(name))).toEqual([]);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(response.headers.has('strict-transport-security')).toBe(false);
  });

  test('holds the browser to https where it came by it, and where a proxy that is not named says so, it does not', async () => {
    const headers = { 'x-forwarded-proto': 'https' };
    const hsts = async ({ url }: { readonly url: string }) =>
      (await fetch(`${url}/api/me`, { headers })).headers.get('strict-transport-security');
    expect(await hsts(await startHost({ TRUST_PROXY: '1' }))).toBe('max-age=31536000');
    expect(await hsts(await startHost())).toBe(null);
  });

  test('of the API is kept by nobody', async () => {
    const { url } = await startHost();
    for (const path of ['me', 'nothing', 'leaderboard?period=all'])
      expect((await fetch(`${url}/api/${path}`)).headers.get('cache-control')).toBe('no-store');
  });
});

describe('behind a proxy that is named', () => {
  const through = (address: string, host = 'school.example') => ({
    'x-forwarded-for': address,
    'x-forwarded-host': host,
    'x-forwarded-proto': 'https',
  });

  test('a page of the outer address is one of ours, over HTTP and over a link', async () => {
    const host = await startHost({ TRUST_PROXY: '127.0.0.1' });
    const origin = 'https://school.example';
    const asked = (headers: Record<string, string>) => fetch(`${host.url}/api/session`, { method: 'POST', headers });
    expect((await asked({ ...through('203.0.113.5'), origin })).status).toBe(200);
    expect((await asked({ ...through('203.0.113.5'), origin: FOREIGN })).status).toBe(403);
    const guest = await newGuest(host);
    const link = await openLink(host, guest, { extraHeaders: { ...through('203.0.113.5'), origin } });
    expect(await link.say({ type: 'queue-leave' })).toEqual({ ok: false, fault: 'not-waiting' });
    await expect(openLink(host, guest, { extraHeaders: { ...through('203.0.113.5'), origin: FOREIGN } })).rejects.toThrow();
  });

  test('each browser has the allowance of its own address; without the setting they share the proxy’s', async () => {
    const recover = async (url: string, address: string) => {
      const asked = { method: 'POST', body: JSON.stringify({ code: 'AAAAA-BBBBB-CCCCC-DDDDD' }), headers: through(address) };
      return (await fetch(`${url}/api/recover`, asked)).status;
    };
    const thirtyWrong = async (url: string) => Promise.all(Array.from({ length: 40 }, () => recover(url, '203.0.113.5')));
    const [named, unnamed] = [await startHost({ TRUST_PROXY: '1' }), await startHost()];
    expect(await thirtyWrong(named.url)).toContain(429);
    expect(await recover(named.url, '203.0.113.6')).toBe(403);
    expect(await thirtyWrong(unnamed.url)).toContain(429);
    expect(await recover(unnamed.url, '203.0.113.6')).toBe(429);
  });
});

describe('links of one player', () => {
  test('too-many-links: thirty are enough, and one that goes makes room', async () => {
    const host = await startHost();
    const guest = await newGuest(host);
    const links = await Promise.all(Array.from({ length: 30 }, () => openLink(host, guest)));
    await expect(openLink(host, guest)).rejects.toThrow('too-many-links');
    await newPlayer(host);
    links[0]?.close();
    await expect.poll(() => openLink(host, guest).then(() => 'in', String)).toBe('in');
  });
});

describe('a link that does not stop', () => {
  test('is answered, and ends in the end; nobody else’s does', async () => {
    const host = await startHost();
    const [flood, other] = [await newPlayer(host), await newPlayer(host)];
    const answers = await Promise.all(Array.from({ length: 100 }, () => flood.sayRaw({ type: 'nonsense' })));
    expect(answers).toContainEqual({ ok: false, fault: 'unknown-command' });
    expect(answers).toContainEqual({ ok: false, fault: 'too-many-messages' });
    const gone = new Promise((resolve) => flood.socket.once('disconnect', resolve));
    for (let n = 0; n < 1_100; n += 1) flood.socket.emit('command', { type: 'nonsense' } as never, () => {});
    expect(await gone).toBe('io server disconnect');
    expect(await other.say({ type: 'queue-leave' })).toEqual({ ok: false, fault: 'not-waiting' });
  });
});

describe('what is slow', () => {
  // Side by side: each takes ten seconds, and the host looks every five.
  test('half a header is waited for ten seconds, not for ever; a link that is opened and says nothing ends', {
    timeout: 60_000,
  }, async () => {
    const { url } = await startHost();
    const half = await rawTo(url, 'GET /api/me HTTP/1.1\r\nHost: host.example\r\nX-Slow: ');
    const asks = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==';
    const path = '/socket.io/?EIO=4&transport=websocket';
    const silent = await rawTo(url, `GET ${path} HTTP/1.1\r\nHost: host.example\r\n${asks}\r\n\r\n`);
    // The frame that closes (RFC 6455 §5.5.1).
    const closed = new Promise<void>((resolve) => silent.socket.on('data', (part: string) => part.includes('\x88') && resolve()));
    expect(await half.heard).toMatch(/^HTTP\/1\.1 408 /);
    await closed;
    expect((await fetch(`${url}/api/me`)).status).toBe(200);
  });
});

describe('what is large', () => {
  test('headers are 431', async () => {
    const { url } = await startHost();
    const { heard } = await rawTo(url, `GET /api/me HTTP/1.1\r\nHost: host.example\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`);
    expect(await heard).toMatch(/^HTTP\/1\.1 431 /);
  });

  test.each(['/api/session', '/api/auth/sign-in', '/api/study/answers', '/api/classes/any/import'])(
    'a body for %s is 413, and is not waited for',
    async (path) => {
      const { url } = await startHost();
      const { heard } = await rawTo(
        url,
        `POST ${path} HTTP/1.1\r\nHost: host.example\r\nContent-Length: 1000000000\r\nConnection: close\r\n\r\nx`,
      );
      expect(await heard).toMatch(/^HTTP\/1\.1 (413|401) /);
    },
  );

  test('a body that does not say how long it is ends at the limit', async () => {
    const { url } = await startHost();
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asked = request(`${url}/api/auth/sign-in`, { method: 'POST', headers: { 'transfer-encoding': 'chunked' } });
      asked.on('response', ({ statusCode }) => resolve(statusCode)).on('error', reject);
      for (let n = 0; n < 20; n += 1) asked.write('x'.repeat(1_000));
      asked.end();
    });
    expect(status).toBe(413);
  });
});

describe('what is no request of a browser', () => {
  test.each([
    ['another host in the target', 'GET http://elsewhere.example/api/me HTTP/1.1\r\nHost: host.example\r\nConnection: close\r\n\r\n'],
    ['a host that is none', 'GET /api/me HTTP/1.1\r\nHost: a b/c@d\r\nConnection: close\r\n\r\n'],
    ['no host', 'GET /api/me HTTP/1.1\r\nConnection: close\r\n\r\n'],
    ['two lengths', 'POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a tunnel', 'CONNECT elsewhere.example:443 HTTP/1.1\r\nHost: elsewhere.example:443\r\n\r\n'],
    ['no HTTP at all', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['a path that is no UTF-8', 'GET /api/%ff%fe/%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['a way out of the folder', 'GET /api/../../../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
    ['an upgrade to something else', 'GET /socket.io/ HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n'],
    ['a link of an older protocol', 'GET /socket.io/?EIO=3&transport=polling&j=0 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n'],
  ])('leaves the host as it was: %s', async (_, text) => {
    const { url } = await startHost();
    const { heard } = await rawTo(url, text);
    expect(await heard).not.toMatch(/root:|^HTTP\/1\.1 5\d\d/);
    expect((await fetch(`${url}/api/me`)).status).toBe(200);
  });
});
