/** What would go wrong later, and not before players: looked at before a host for others starts. One sentence each. */
import { existsSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { KEY_FILE } from './instructors/key.ts';
import { TOKEN_FILE } from './operations/token.ts';

/** The working directory is the project's. Null where nothing is wrong. */
export function whyUnfit(dataDir: string, now: number): string | null {
  return whyMisplaced(dataDir) ?? whyOpen(dataDir) ?? whyEarly(now);
}

/** What Next or the build deletes, or gives to everybody. */
const OURS = ['public', '.next', '.build', 'node_modules'];

function whyMisplaced(dataDir: string): string | null {
  const folder = OURS.find((one) => `${dataDir}${sep}`.startsWith(`${resolve(one)}${sep}`));
  return folder === undefined ? null : `DATA_DIR must not lie in ${folder}, which is not a place for data; it is "${dataDir}".`;
}

/** Whoever reads the key can sign in as any instructor. Windows has no such modes. */
function whyOpen(dataDir: string): string | null {
  if (process.platform === 'win32') return null;
  const open = [KEY_FILE, TOKEN_FILE].map((file) => join(dataDir, file)).find((path) => existsSync(path) && statSync(path).mode & 0o007);
  return open === undefined ? null : `Everybody on this machine can read ${open}: chmod 600 ${open}.`;
}

/** When RFC 9293 was published. A machine whose battery is empty wakes up long before: its sessions would be over before they begin. */
const EARLIEST = Date.UTC(2022, 7);

function whyEarly(now: number): string | null {
  return now >= EARLIEST ? null : `The clock of this machine says ${new Date(now).toISOString().slice(0, 10)}: set it first.`;
}
