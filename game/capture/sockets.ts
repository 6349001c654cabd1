/** Addresses and ports as text, and as keys. */
import type { Socket } from './vocabulary.ts';

/** "10.0.0.1:40000", "[2001:db8::1]:40000" (RFC 5952 §6). */
export function socketText({ address, port }: Socket): string {
  const octets = [...address].map((character) => character.charCodeAt(0));
  return octets.length === 4 ? `${octets.join('.')}:${port}` : `[${ipv6Text(octets)}]:${port}`;
}

/** RFC 5952 §4: no leading zeros, lower case, the longest run of two or more zero groups left out, the first one of equals. */
function ipv6Text(octets: readonly number[]): string {
  const groups = Array.from({ length: 8 }, (_, index) => ((octets[2 * index] ?? 0) << 8) | (octets[2 * index + 1] ?? 0));
  const { start, size } = longestRunOfZeros(groups);
  const text = (some: readonly number[]) => some.map((group) => group.toString(16)).join(':');
  return size < 2 ? text(groups) : `${text(groups.slice(0, start))}::${text(groups.slice(start + size))}`;
}

function longestRunOfZeros(groups: readonly number[]): { start: number; size: number } {
  let longest = { start: 0, size: 0 };
  groups.forEach((_, start) => {
    const end = groups.findIndex((group, index) => index >= start && group !== 0);
    const size = (end < 0 ? groups.length : end) - start;
    if (size > longest.size) longest = { start, size };
  });
  return longest;
}

/** The same for equal sockets, and different for different ones. */
export function socketKey({ address, port }: Socket): string {
  return `${port} ${address}`;
}
