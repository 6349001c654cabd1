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
const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

export type Addresses = {
  /** For this machine. */
  readonly own: string;
  /** For others in the local network; null where the host does not listen there. */
  readonly lan: string | null;
};

export function addressesOf(host: string, port: number, lan: string | null): Addresses {
  if (EVERY_ADDRESS.includes(host)) return { own: url('localhost', port), lan: lan && url(lan, port) };
  return { own: url(host, port), lan: LOOPBACK.includes(host) ? null : url(host, port) };
}

function url(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** As text for a terminal, two modules a character. */
export function drawQrCode(address: string): Promise<string> {
  return qrcode.toString(address, { type: 'utf8', margin: 2 });
}
