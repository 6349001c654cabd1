/** What the host says when it is ready. `scripts/` and tests wait for the first line. */
import { type Addresses, drawQrCode } from './address.ts';

export async function greet(addresses: Addresses, dataDir: string): Promise<void> {
  process.stdout.write(`${await greeting(addresses, dataDir)}\n`);
}

export async function greeting({ own, lan }: Addresses, dataDir: string): Promise<string> {
  const lines = [`Last ACK is ready at ${own}`, ''];
  if (lan) lines.push(`In the local network:  ${lan}`, '', await drawQrCode(lan));
  else lines.push('In the local network:  not reachable there; HOST=0.0.0.0 opens it', '');
  lines.push(`The data lies in:      ${dataDir}`);
  return lines.join('\n');
}
