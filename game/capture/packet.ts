/** TCP segments as octets: TCP (RFC 9293 §3.1) in IPv4 (RFC 791) in Ethernet, with their checksums. */
import { FLAGS, type Flag, type Segment } from '#game/tcp/vocabulary.ts';
import { checksum } from './checksum.ts';

export type Sender = {
  /** Four octets of IPv4. */
  readonly address: readonly [number, number, number, number];
  /** 1 to 65,535. */
  readonly port: number;
};

/** What 65,535 octets of an IPv4 packet leave for data. */
export const MAX_DATA = 65_535 - 40;

const TCP_BITS: Readonly<Record<Flag, number>> = { FIN: 1, SYN: 2, RST: 4, ACK: 16 };
const TTL = 64;
const DO_NOT_FRAGMENT = 0x4000;
const TCP = 6;

/** Header and data; the data is zeros. */
export function tcpOctets(segment: Segment, from: Sender, to: Sender, window: number): Uint8Array {
  const octets = new Uint8Array(20 + segment.len);
  const view = new DataView(octets.buffer);
  view.setUint16(0, from.port);
  view.setUint16(2, to.port);
  view.setUint32(4, segment.seq);
  view.setUint32(8, segment.ack ?? 0);
  view.setUint8(12, 5 << 4);
  view.setUint8(
    13,
    FLAGS.filter((flag) => segment.flags.includes(flag)).reduce((bits, flag) => bits | TCP_BITS[flag], 0),
  );
  view.setUint16(14, window);
  const pseudoHeader = Uint8Array.of(...from.address, ...to.address, 0, TCP, octets.length >> 8, octets.length & 0xff);
  view.setUint16(16, checksum(pseudoHeader, octets));
  return octets;
}

export function ipv4Octets(payload: Uint8Array, from: Sender, to: Sender, identification: number): Uint8Array {
  const octets = new Uint8Array(20 + payload.length);
  const view = new DataView(octets.buffer);
  view.setUint8(0, 0x45);
  view.setUint16(2, octets.length);
  view.setUint16(4, identification);
  view.setUint16(6, DO_NOT_FRAGMENT);
  view.setUint8(8, TTL);
  view.setUint8(9, TCP);
  octets.set(from.address, 12);
  octets.set(to.address, 16);
  view.setUint16(10, checksum(octets.subarray(0, 20)));
  octets.set(payload, 20);
  return octets;
}

/** The hardware addresses are locally administered ones made from those of IPv4. */
export function ethernetOctets(payload: Uint8Array, from: Sender, to: Sender): Uint8Array {
  const octets = new Uint8Array(14 + payload.length);
  octets.set([0x02, 0, ...to.address], 0);
  octets.set([0x02, 0, ...from.address], 6);
  octets.set([0x08, 0x00], 12);
  octets.set(payload, 14);
  return octets;
}
