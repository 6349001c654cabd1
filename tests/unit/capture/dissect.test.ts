/** Link layers, IP and TCP headers: the same segment is found below all of them. */
import { describe, expect, test } from 'vitest';
import { dissect } from '#game/capture/dissect.ts';
import { socketText } from '#game/capture/sockets.ts';
import { cooked1, cooked2, ethernet, ipv4, ipv4WithOptions, ipv6, loopback, SEGMENT, tcp, withOctet, withUint16 } from './frames.ts';

function dissected(linkType: number, bytes: Uint8Array, length = bytes.length) {
  const seen = dissect({ number: 1, time: 5n, linkType, bytes, length }, 0n);
  return typeof seen === 'string' ? seen : seen.segment;
}

const V6 = 0x86dd;

describe('link layers', () => {
  test.each<[string, number, Uint8Array]>([
    ['Ethernet', 1, ethernet(ipv4())],
    ['Ethernet, IPv6', 1, ethernet(ipv6(), V6)],
    ['Ethernet, 802.1Q', 1, ethernet(ipv4(), 0x0800, [0x8100])],
    ['Ethernet, 802.1ad and 802.1Q', 1, ethernet(ipv6(), V6, [0x88a8, 0x8100])],
    ['Linux cooked v1', 113, cooked1(ipv4())],
    ['Linux cooked v1, IPv6', 113, cooked1(ipv6(), V6)],
    ['Linux cooked v2', 276, cooked2(ipv4())],
    ['Linux cooked v2, IPv6', 276, cooked2(ipv6(), V6)],
    ['raw IP, 12', 12, ipv4()],
    ['raw IP, 14', 14, ipv6()],
    ['raw IP, 101', 101, ipv4()],
    ['raw IPv4', 228, ipv4()],
    ['raw IPv6', 229, ipv6()],
    ['BSD loopback', 0, loopback(ipv4(), 2, true)],
    ['BSD loopback, the other byte order', 0, loopback(ipv4(), 2, false)],
    ['BSD loopback, IPv6 of NetBSD and OpenBSD', 0, loopback(ipv6(), 24, true)],
    ['BSD loopback, IPv6 of FreeBSD', 0, loopback(ipv6(), 28, true)],
    ['BSD loopback, IPv6 of macOS', 0, loopback(ipv6(), 30, false)],
    ['OpenBSD loopback', 108, loopback(ipv4(), 2, false)],
  ])('%s', (_, linkType, bytes) => {
    expect(dissected(linkType, bytes)).toEqual(SEGMENT);
  });

  test('others are passed over', () => {
    expect(dissected(105, ethernet(ipv4()))).toBe('link-type');
    expect(dissected(1, ethernet(new Uint8Array(28), 0x0806))).toBe('other-protocol');
    expect(dissected(0, loopback(ipv4(), 7, true))).toBe('other-protocol');
  });

  test('a heap of VLAN tags is walked, not climbed', () => {
    expect(dissected(1, ethernet(ipv4(), 0x0800, new Array(30_000).fill(0x8100)))).toEqual(SEGMENT);
  });
});

describe('IP', () => {
  test.each<[string, Uint8Array]>([
    ['options of IPv4', ipv4WithOptions()],
    ['extension headers of IPv6', ipv6(['hopByHop', 'routing', 'destination', 'authentication'])],
    ['the first fragment of IPv6', ipv6(['fragment'])],
    ['the first fragment of IPv4', withUint16(ipv4(), 6, 0x2000)],
  ])('%s', (_, packet) => {
    expect(dissected(101, packet)).toEqual(SEGMENT);
  });

  test('only the first fragment is counted', () => {
    expect(dissected(101, withUint16(ipv4(), 6, 0x0001))).toBe('fragment');
    expect(dissected(101, withUint16(ipv6(['fragment']), 42, 1 << 3))).toBe('fragment');
  });

  test('other protocols, and a version that there is not', () => {
    expect(dissected(101, withOctet(ipv4(), 9, 17))).toBe('other-protocol');
    expect(dissected(101, ipv6([], tcp(), 'udp'))).toBe('other-protocol');
    expect(dissected(101, withOctet(ipv4(), 0, 0x55))).toBe('malformed');
    expect(dissected(101, withOctet(ipv4(), 0, 0x44))).toBe('malformed');
    expect(dissected(101, withUint16(ipv4(), 2, 19))).toBe('malformed');
  });

  test('an IP length of 0 leaves the length to the frame (segmentation offload)', () => {
    expect(dissected(101, withUint16(ipv4(), 2, 0))).toEqual(SEGMENT);
    expect(dissected(101, withUint16(ipv6(), 4, 0))).toEqual(SEGMENT);
    expect(dissected(101, withUint16(ipv4(), 2, 0).subarray(0, 40), 70_000)).toEqual({ ...SEGMENT, len: 70_000 - 40 });
  });
});

describe('lengths', () => {
  const short = ethernet(ipv4(tcp({ ...SEGMENT, len: 0 })));

  test('the padding of a short Ethernet frame is not data', () => {
    const padded = new Uint8Array(60);
    padded.set(short);
    expect(dissected(1, padded)).toEqual({ ...SEGMENT, len: 0 });
  });

  test('data that the snap length cut still counts', () => {
    const whole = ethernet(ipv4(tcp({ ...SEGMENT, len: 1000 })));
    expect(dissected(1, whole.subarray(0, 60), whole.length)).toEqual({ ...SEGMENT, len: 1000 });
  });

  test('a header that was cut is passed over', () => {
    const whole = ethernet(ipv4());
    for (const [size, why] of [
      [10, 'cut-short'],
      [14, 'cut-short'],
      [33, 'cut-short'],
      [53, 'cut-short'],
    ] as const)
      expect(dissected(1, whole.subarray(0, size), whole.length)).toBe(why);
  });

  test('a TCP header that is longer than its segment, or shorter than a header, is malformed', () => {
    expect(dissected(101, withOctet(ipv4(), 32, 0xf0))).toBe('malformed');
    expect(dissected(101, withOctet(ipv4(), 32, 0x40))).toBe('malformed');
    expect(dissected(101, withUint16(ipv4(), 2, 30))).toBe('malformed');
  });
});

describe('sockets', () => {
  const text = (...groups: readonly number[]) =>
    socketText({ address: String.fromCharCode(...groups.flatMap((group) => [group >> 8, group & 0xff])), port: 443 });

  test('IPv4, and IPv6 as RFC 5952 writes it', () => {
    expect(socketText({ address: '\n\0\0\x01', port: 40_000 })).toBe('10.0.0.1:40000');
    expect(text(0x2001, 0xdb8, 0, 0, 0, 0, 0, 1)).toBe('[2001:db8::1]:443');
    expect(text(0x2001, 0xdb8, 0, 0, 1, 0, 0, 1)).toBe('[2001:db8::1:0:0:1]:443');
    expect(text(0x2001, 0xdb8, 0, 1, 1, 1, 1, 1)).toBe('[2001:db8:0:1:1:1:1:1]:443');
    expect(text(0, 0, 0, 0, 0, 0, 0, 0)).toBe('[::]:443');
    expect(text(0, 0, 0, 0, 0, 0, 0, 1)).toBe('[::1]:443');
    expect(text(0xfe80, 0, 0, 0, 0, 0, 0, 0)).toBe('[fe80::]:443');
  });
});
