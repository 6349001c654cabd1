/** IPv4 (RFC 791) and IPv6 (RFC 8200): where in a frame the TCP segment begins, and how long it is. */
import type { Frame, Skip } from './vocabulary.ts';

export type Packet = {
  /** As in `Socket`. */
  readonly source: string;
  readonly destination: string;
  /** Where in the frame the TCP header begins. */
  readonly at: number;
  /** Octets of TCP header and data, as the IP header has it. */
  readonly length: number;
  /** Of IPv4; 0 for IPv6. */
  readonly identification: number;
};

const TCP = 6;
const AUTHENTICATION = 51;
const FRAGMENT = 44;
/** Hop-by-hop, routing, destination options, mobility, host identity, shim6: each tells its length in units of eight octets. */
const EXTENSIONS = [0, 43, 60, 135, 139, 140];
const FRAGMENT_OFFSET = 0x1fff;

export function readPacket(frame: Frame, at: number): Packet | Skip {
  const version = (frame.bytes[at] ?? 0) >> 4;
  if (at >= frame.bytes.length) return 'cut-short';
  if (version === 4) return readIpv4(frame, at);
  return version === 6 ? readIpv6(frame, at) : 'malformed';
}

function uint16(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function octets(bytes: Uint8Array, at: number, count: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + count));
}

function readIpv4({ bytes, length }: Frame, at: number): Packet | Skip {
  if (bytes.length < at + 20) return 'cut-short';
  const header = ((bytes[at] ?? 0) & 0x0f) * 4;
  // A segment that the network card has yet to cut up may have the length 0.
  const total = uint16(bytes, at + 2) || length - at;
  if (header < 20 || total < header) return 'malformed';
  if ((uint16(bytes, at + 6) & FRAGMENT_OFFSET) !== 0) return 'fragment';
  if (bytes[at + 9] !== TCP) return 'other-protocol';
  return {
    source: octets(bytes, at + 12, 4),
    destination: octets(bytes, at + 16, 4),
    at: at + header,
    length: total - header,
    identification: uint16(bytes, at + 4),
  };
}

function readIpv6({ bytes, length }: Frame, at: number): Packet | Skip {
  if (bytes.length < at + 40) return 'cut-short';
  const end = at + 40 + (uint16(bytes, at + 4) || length - at - 40);
  const tcpAt = behindExtensions(bytes, at + 40, bytes[at + 6] ?? 0);
  if (typeof tcpAt !== 'number') return tcpAt;
  if (tcpAt > end) return 'malformed';
  return {
    source: octets(bytes, at + 8, 16),
    destination: octets(bytes, at + 24, 16),
    at: tcpAt,
    length: end - tcpAt,
    identification: 0,
  };
}

function behindExtensions(bytes: Uint8Array, start: number, first: number): number | Skip {
  let at = start;
  let next = first;
  while (next !== TCP) {
    const isFragment = next === FRAGMENT;
    if (!isFragment && next !== AUTHENTICATION && !EXTENSIONS.includes(next)) return 'other-protocol';
    if (bytes.length < at + 8) return 'cut-short';
    if (isFragment && uint16(bytes, at + 2) >> 3 !== 0) return 'fragment';
    const size = extensionSize(next, bytes[at + 1] ?? 0);
    next = bytes[at] ?? 0;
    at += size;
  }
  return at;
}

/** RFC 8200 §4; the authentication header counts in units of four octets (RFC 4302 §2.2). */
function extensionSize(type: number, length: number): number {
  if (type === FRAGMENT) return 8;
  return type === AUTHENTICATION ? (length + 2) * 4 : (length + 1) * 8;
}
