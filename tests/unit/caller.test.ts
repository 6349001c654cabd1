/** Who calls: what a proxy writes counts where that proxy is named, and nowhere else. */
import { describe, expect, test } from 'vitest';
import { createCallers, type TrustProxy } from '#server/caller.ts';
import { isAllowedOrigin } from '#server/origin.ts';

function callerOf(trust: TrustProxy, peer: string, headers: Record<string, string> = {}) {
  return createCallers(trust).callerOf({ headers: { host: 'host.example', ...headers }, socket: { remoteAddress: peer } });
}
const addressOf = (...given: Parameters<typeof callerOf>) => callerOf(...given).address;

const FORGED = { 'x-forwarded-for': '198.51.100.7', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'elsewhere.example' };

describe('a forged header', () => {
  test.each<[TrustProxy]>([[0], [['10.0.0.0/8']]])('changes nothing where the peer is no proxy of ours: %j', (trust) => {
    expect(callerOf(trust, '192.0.2.1', FORGED)).toEqual(callerOf(trust, '192.0.2.1'));
    expect(callerOf(trust, '192.0.2.1', FORGED)).toEqual({ address: '192.0.2.1', isByHttps: false, host: 'host.example' });
  });

  test('is pushed outwards by the proxy, and what stands there is not read', () => {
    const headers = { 'x-forwarded-for': '198.51.100.7, 203.0.113.5' };
    expect(addressOf(1, '127.0.0.1', headers)).toBe('203.0.113.5');
    expect(addressOf(['127.0.0.1'], '127.0.0.1', headers)).toBe('203.0.113.5');
  });
});

describe('behind a proxy', () => {
  test('everything is as the browser asked', () => {
    expect(callerOf(1, '127.0.0.1', FORGED)).toEqual({ address: '198.51.100.7', isByHttps: true, host: 'elsewhere.example' });
    expect(callerOf(['127.0.0.1'], '::ffff:127.0.0.1', FORGED).address).toBe('198.51.100.7');
  });

  test.each<[string, TrustProxy, string, string]>([
    ['two proxies by number', 2, '203.0.113.5, 10.0.0.2', '203.0.113.5'],
    ['two proxies by network', ['127.0.0.1', '10.0.0.0/8'], '198.51.100.7, 203.0.113.5, 10.0.0.2', '203.0.113.5'],
    ['fewer than the number says', 3, '203.0.113.5', '203.0.113.5'],
    ['with a port', 1, '203.0.113.5:4711', '203.0.113.5'],
    ['IPv6 with a port', 1, '[2001:db8:1:2:3:4:5:6]:4711', '2001:0db8:0001:0002::/64'],
    ['one that does not know', 1, 'unknown', '127.0.0.1'],
    ['a list of nothing', 1, ', ,', '127.0.0.1'],
    ['nothing but proxies', ['127.0.0.1', '10.0.0.0/8'], '10.0.0.3, 10.0.0.2', '10.0.0.3'],
  ])('%s', (_, trust, forwarded, address) => {
    expect(addressOf(trust, '127.0.0.1', { 'x-forwarded-for': forwarded })).toBe(address);
  });
});

describe('an IPv6 address', () => {
  test('counts by its /64, however it is written', () => {
    const same = ['2001:db8:1:2::1', '2001:db8:1:2:ffff::', '2001:0DB8:0001:0002::9'];
    expect(new Set(same.map((peer) => addressOf(0, peer)))).toHaveLength(1);
    expect(addressOf(0, '2001:db8:1:3::1')).not.toBe(addressOf(0, '2001:db8:1:2::1'));
  });

  test('that is an IPv4 address counts as that', () => {
    expect(addressOf(0, '::ffff:192.0.2.1')).toBe('192.0.2.1');
  });
});

describe('an origin', () => {
  const caller = (isByHttps: boolean) => ({ address: '', isByHttps, host: 'host.example' });
  test.each<[string, boolean, boolean]>([
    ['http://host.example', false, true],
    ['https://host.example', true, true],
    ['http://host.example', true, false],
    ['https://host.example:8443', true, false],
    ['https://elsewhere.example', true, false],
    ['null', false, false],
  ])('%s, by https %s: allowed %s', (origin, isByHttps, isAllowed) => {
    expect(isAllowedOrigin(origin, caller(isByHttps), [])).toBe(isAllowed);
  });
});
