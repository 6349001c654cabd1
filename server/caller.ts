/** Who calls, as far as it is believed: what a proxy writes counts where TRUST_PROXY names that proxy, and nowhere else. */
import type { IncomingHttpHeaders } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { expandIPv6 } from 'hono/utils/ipaddr';

/** How many proxies stand before the host, or the addresses and networks (CIDR) that they have. 0: there is none. */
export type TrustProxy = number | readonly string[];

export type Caller = {
  /** What allowances are counted by: an IPv4 address, or the /64 of an IPv6 address, which is what one household or phone has (RFC 6177 §2). */
  readonly address: string;
  readonly isByHttps: boolean;
  /** The host that the browser asked for; undefined where it named none. */
  readonly host: string | undefined;
};

export type Asked = {
  readonly headers: IncomingHttpHeaders;
  readonly socket: { readonly remoteAddress?: string | undefined; readonly encrypted?: boolean };
};

export type Callers = {
  callerOf(asked: Asked): Caller;
  /** Whether the other end of a socket is a proxy that is believed. */
  isProxy(peer: string | undefined): boolean;
};

type IsTrusted = (address: string, hop: number) => boolean;

export function createCallers(trust: TrustProxy): Callers {
  const isTrusted = trustedBy(trust);

  function callerOf({ headers, socket }: Asked): Caller {
    const peer = plain(socket.remoteAddress ?? '');
    if (!isTrusted(peer, 0)) return { address: keyOf(peer), isByHttps: socket.encrypted === true, host: headers.host };
    return {
      address: keyOf(browserBehind(peer, listIn(headers['x-forwarded-for']), isTrusted)),
      isByHttps: listIn(headers['x-forwarded-proto']).at(-1) === 'https',
      host: listIn(headers['x-forwarded-host']).at(-1) ?? headers.host,
    };
  }

  return { callerOf, isProxy: (peer) => isTrusted(plain(peer ?? ''), 0) };
}

function trustedBy(trust: TrustProxy): IsTrusted {
  if (typeof trust === 'number') return (_, hop) => hop < trust;
  const proxies = new BlockList();
  for (const one of trust) {
    const [address = '', bits] = one.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    proxies.addSubnet(address, Number(bits ?? (family === 'ipv6' ? 128 : 32)), family);
  }
  return (address) => isIP(address) !== 0 && proxies.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}

/** The first address, from the host outwards, that no proxy of ours has: what stands farther out, anybody may have written. */
function browserBehind(peer: string, forwarded: readonly string[], isTrusted: IsTrusted): string {
  let browser = peer;
  for (const [hop, address] of [...forwarded].reverse().entries()) {
    const known = plain(address);
    if (isIP(known) === 0) break;
    browser = known;
    if (!isTrusted(known, hop + 1)) break;
  }
  return browser;
}

/** Of a header that each proxy may add to, nearest last. */
function listIn(header: string | readonly string[] | undefined): readonly string[] {
  return String(header ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}

/** Without a port, brackets, a zone, and IPv4 as IPv4 (RFC 4291 §2.5.5.2). */
function plain(address: string): string {
  const bare = /^\[([^\]]*)\]/.exec(address)?.[1] ?? address.replace(/^([\d.]+):\d+$/, '$1');
  return bare.replace(/%.*$/, '').replace(/^::ffff:(?=[\d.]+$)/i, '');
}

function keyOf(address: string): string {
  return isIP(address) === 6 ? `${expandIPv6(address.toLowerCase()).split(':').slice(0, 4).join(':')}::/64` : address;
}
