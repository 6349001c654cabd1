/** The same TCP segment below every kind of header. */
import { ipv4Octets, tcpOctets } from '#game/capture/packet.ts';
import { joinOctets } from '#game/capture/write.ts';
import type { Segment } from '#game/tcp/vocabulary.ts';
import { ENDS } from './ladder.ts';

export const SEGMENT: Segment = { flags: ['ACK'], seq: 1000, ack: 2000, len: 5 };

export function tcp(segment: Segment = SEGMENT): Uint8Array {
  return tcpOctets(segment, ENDS.client, ENDS.server, 1000);
}

export function ipv4(payload = tcp()): Uint8Array {
  return ipv4Octets(payload, ENDS.client, ENDS.server, 1);
}

/** With four octets of options. */
export function ipv4WithOptions(): Uint8Array {
  const plain = ipv4();
  const packet = joinOctets([plain.subarray(0, 20), Uint8Array.of(1, 1, 1, 0), plain.subarray(20)]);
  return withUint16(withOctet(packet, 0, 0x46), 2, packet.length);
}

const NEXT = { tcp: 6, hopByHop: 0, routing: 43, fragment: 44, authentication: 51, destination: 60, udp: 17 } as const;
export type Extension = Exclude<keyof typeof NEXT, 'tcp' | 'udp'>;

/** From 2001:db8::1 to 2001:db8::2. */
export function ipv6(extensions: readonly Extension[] = [], payload = tcp(), last: 'tcp' | 'udp' = 'tcp'): Uint8Array {
  const chain = [...extensions, last] as const;
  const headers = extensions.map((extension, index) => extensionHeader(extension, NEXT[chain[index + 1] ?? 'tcp']));
  const body = joinOctets([...headers, payload]);
  const address = (end: number) => Uint8Array.of(0x20, 0x01, 0x0d, 0xb8, ...new Array(11).fill(0), end);
  const header = Uint8Array.of(0x60, 0, 0, 0, body.length >> 8, body.length & 0xff, NEXT[chain[0]], 64);
  return joinOctets([header, address(1), address(2), body]);
}

function extensionHeader(extension: Extension, next: number): Uint8Array {
  // The authentication header counts in units of four octets less two, the others in units of eight less one.
  if (extension === 'authentication') return withOctet(withOctet(new Uint8Array(16), 0, next), 1, 2);
  if (extension === 'fragment') return withOctet(new Uint8Array(8), 0, next);
  return withOctet(withOctet(new Uint8Array(16), 0, next), 1, 1);
}

const MACS = new Uint8Array(12);

export function ethernet(packet: Uint8Array, type = 0x0800, tags: readonly number[] = []): Uint8Array {
  const tagged = tags.flatMap((tag) => [tag >> 8, tag & 0xff, 0x20, 0x2a]);
  return joinOctets([MACS, Uint8Array.of(...tagged, type >> 8, type & 0xff), packet]);
}

export function cooked1(packet: Uint8Array, type = 0x0800): Uint8Array {
  return joinOctets([new Uint8Array(14), Uint8Array.of(type >> 8, type & 0xff), packet]);
}

export function cooked2(packet: Uint8Array, type = 0x0800): Uint8Array {
  return joinOctets([Uint8Array.of(type >> 8, type & 0xff), new Uint8Array(18), packet]);
}

export function loopback(packet: Uint8Array, family: number, isLittle: boolean): Uint8Array {
  return joinOctets([isLittle ? Uint8Array.of(family, 0, 0, 0) : Uint8Array.of(0, 0, 0, family), packet]);
}

export function withOctet(octets: Uint8Array, at: number, value: number): Uint8Array {
  const changed = octets.slice();
  changed[at] = value;
  return changed;
}

export function withUint16(octets: Uint8Array, at: number, value: number): Uint8Array {
  return withOctet(withOctet(octets, at, value >> 8), at + 1, value & 0xff);
}
