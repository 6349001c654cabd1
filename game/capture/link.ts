/** Link layers: where in a frame the IP packet begins. */

/** What a frame carries: an IP packet that begins at `at`, or why it is passed over. */
export type Carried = { readonly at: number } | 'link-type' | 'other-protocol' | 'cut-short';

const IPV4 = 0x0800;
const IPV6 = 0x86dd;
/** 802.1Q, 802.1ad, and what was used for the outer tag before that. */
const VLAN_TAGS = [0x8100, 0x88a8, 0x9100];

/** The values are those of the registry of link types at tcpdump.org. */
const LINK_LAYERS: Readonly<Record<number, (bytes: Uint8Array) => Carried>> = {
  // NULL and LOOP begin with the number of an address family; its byte order and the number of IPv6 differ from system to system.
  0: loopback,
  108: loopback,
  // ETHERNET
  1: (bytes) => behindEtherType(bytes, 12, 14),
  // LINUX_SLL, LINUX_SLL2
  113: (bytes) => behindEtherType(bytes, 14, 16),
  276: (bytes) => behindEtherType(bytes, 0, 20),
  // RAW, under each of its numbers; IPV4; IPV6
  12: () => ({ at: 0 }),
  14: () => ({ at: 0 }),
  101: () => ({ at: 0 }),
  228: () => ({ at: 0 }),
  229: () => ({ at: 0 }),
};

export function findPacket(linkType: number, bytes: Uint8Array): Carried {
  return LINK_LAYERS[linkType]?.(bytes) ?? 'link-type';
}

const ADDRESS_FAMILIES = [2, 10, 24, 28, 30];

function loopback(bytes: Uint8Array): Carried {
  if (bytes.length < 4) return 'cut-short';
  const [a = 0, b = 0, c = 0, d = 0] = bytes;
  const isFamily = b === 0 && c === 0 && (a === 0 || d === 0) && ADDRESS_FAMILIES.includes(a + d);
  return isFamily ? { at: 4 } : 'other-protocol';
}

/** The Ethernet type stands at `typeAt`; what it tells of begins at `start`, behind any VLAN tags, each of which has a type of its own. */
function behindEtherType(bytes: Uint8Array, typeAt: number, start: number): Carried {
  let at = start;
  let type = etherType(bytes, typeAt);
  while (VLAN_TAGS.includes(type) && at < bytes.length) {
    type = etherType(bytes, at + 2);
    at += 4;
  }
  if (bytes.length < at) return 'cut-short';
  return type === IPV4 || type === IPV6 ? { at } : 'other-protocol';
}

function etherType(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}
