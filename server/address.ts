/** Where the host is reached, in words and as a QR code. */
import { networkInterfaces } from 'node:os';
import qrcode from 'qrcode';

type Interfaces = ReturnType<typeof networkInterfaces>;

/** Bridges and tunnels that no phone in the room can reach. */
const VIRTUAL = /^(docker|br-|veth|virbr|vmnet|vboxnet|tun|tap|utun|wg|zt|tailscale|vEthernet)/i;

/** This machine's IPv4 address in the local network; null where it has none. */
export function lanAddress(interfaces: Interfaces = networkInterfaces()): string | null {
  const found = Object.entries(interfaces).flatMap(([name, addresses]) =>
    (addresses ?? []).filter((one) => one.family === 'IPv4' && !one.internal).map((one) => ({ name, address: one.address })),
  );
  const best = found.find((one) => !VIRTUAL.test(one.name)) ?? found[0];
  return best?.address ?? null;
}

const EVERY_ADDRESS = ['0.0.0.0', '::'];
/** ECMA-48 §8.3.117. */
const BLACK_ON_WHITE = '\x1b[30;47m';
const PLAIN = '\x1b[0m';

const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

export type Addresses = {
  /** For this machine. */
  readonly own: string;
  /** For others in the local network; null where there is none. */
  readonly lan: string | null;
  /** Whether it listens there at all. */
  readonly isOpen: boolean;
};

export function addressesOf(host: string, port: number, lan: string | null): Addresses {
  if (EVERY_ADDRESS.includes(host)) return { own: url('localhost', port), lan: lan && url(lan, port), isOpen: true };
  const isOpen = !LOOPBACK.includes(host);
  return { own: url(host, port), lan: isOpen ? url(host, port) : null, isOpen };
}

function url(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** As text for a terminal, two modules a character: dark on light, which is what cameras read. */
export async function drawQrCode(address: string): Promise<string> {
  const drawn = await qrcode.toString(address, { type: 'utf8', margin: 2 });
  return drawn.replace(/^.+$/gm, `${BLACK_ON_WHITE}$&${PLAIN}`);
}
