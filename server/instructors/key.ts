/** The key that signs instructors' sessions: a file of its own, so that a copy of the database alone lets nobody in. */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const KEY_FILE = 'instructors.key';
const OCTETS = 48;
const KEY = /^[A-Za-z0-9_-]{64}$/;

/** Makes the file where there is none, or none that holds a key. Then everybody has to sign in again, and nothing else is lost. */
export function readKey(dataDir: string): string {
  const path = join(dataDir, KEY_FILE);
  const kept = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  if (KEY.test(kept)) return kept;
  const key = randomBytes(OCTETS).toString('base64url');
  writeFileSync(path, `${key}\n`, { mode: 0o600 });
  return key;
}
