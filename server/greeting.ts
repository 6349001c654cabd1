/** What the host says when it is ready. Tests wait for the first line. */
import { type Addresses, drawQrCode } from './address.ts';
import type { Build } from './operations/build.ts';

/**
 * `setUpPath`: where the first administrator's account is made; null where there is one. By the network address first: whoever signs in by
 * `localhost` shows a class an address that leads to everybody's own machine.
 */
export async function greeting(
  { own, lan, isOpen }: Addresses,
  dataDir: string,
  setUpPath: string | null,
  { version, build }: Build,
): Promise<string> {
  const lines = [`Last ACK is ready at ${own}`, ''];
  if (lan) lines.push(`In the local network:  ${lan}`, '', await drawQrCode(lan));
  else if (isOpen) lines.push('In the local network:  this machine has no address there', '');
  else lines.push('In the local network:  not reachable; HOST=0.0.0.0 opens it', '');
  lines.push(`The data lies in:      ${dataDir}`, `This is version:       ${version} (${build})`);
  if (setUpPath) {
    lines.push('', 'No administrator has an account yet. It is made here, once, within 24 hours:', (lan ?? own) + setUpPath);
    if (lan && lan !== own) lines.push('Where that address does not work on this machine:', own + setUpPath);
  }
  return `${lines.join('\n')}\n`;
}
