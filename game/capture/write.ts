/** Segments in, a capture file out that Wireshark opens: Ethernet, IPv4, TCP, microseconds. */
import { otherRole, type Role, type Segment } from '#game/tcp/vocabulary.ts';
import { ethernetOctets, ipv4Octets, tcpOctets, type Sender } from './packet.ts';

export type Sent = {
  readonly from: Role;
  /** With no more than `MAX_DATA` octets. */
  readonly segment: Segment;
  /** Microseconds since 1970. */
  readonly time: number;
  /** 0 to 65,535; the largest where it is absent. */
  readonly window?: number;
};

export type Ends = Readonly<Record<Role, Sender>>;
export type SentBetween = Sent & { readonly ends: Ends };

const ETHERNET = 1;
const SNAP_LENGTH = 262_144;
const LARGEST_WINDOW = 65_535;

/** The octets of a pcap file. What was sent and did not arrive belongs to it too: a capture is made where segments are sent. */
export function writeCapture(segments: readonly Sent[], ends: Ends): Uint8Array {
  return writeConnections(segments.map((sent) => ({ ...sent, ends })));
}

/** The same of several connections, in the order in which they are given. */
export function writeConnections(segments: readonly SentBetween[]): Uint8Array<ArrayBuffer> {
  const frames = segments.map(({ from, segment, time, window = LARGEST_WINDOW, ends }, index) => {
    const [source, destination] = [ends[from], ends[otherRole(from)]];
    const tcp = tcpOctets(segment, source, destination, window);
    const frame = ethernetOctets(ipv4Octets(tcp, source, destination, (index + 1) & 0xffff), source, destination);
    return pcapRecord(frame, time);
  });
  return joinOctets([pcapHeader(ETHERNET), ...frames]);
}

export function pcapHeader(linkType: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(24));
  view.setUint32(0, 0xa1b2c3d4, true);
  view.setUint16(4, 2, true);
  view.setUint16(6, 4, true);
  view.setUint32(16, SNAP_LENGTH, true);
  view.setUint32(20, linkType, true);
  return new Uint8Array(view.buffer);
}

export function pcapRecord(frame: Uint8Array, time: number): Uint8Array {
  const octets = new Uint8Array(16 + frame.length);
  const view = new DataView(octets.buffer);
  view.setUint32(0, Math.floor(time / 1e6), true);
  view.setUint32(4, time % 1e6, true);
  view.setUint32(8, frame.length, true);
  view.setUint32(12, frame.length, true);
  octets.set(frame, 16);
  return octets;
}

export function joinOctets(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
