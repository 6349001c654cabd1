/**
 * Who may read the figures: whoever can read a file in the data folder. Where the request comes from says nothing, because behind a proxy on this
 * machine everybody comes from here (docs/decisions/metrics.md).
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const TOKEN_FILE = 'metrics.token';
const OCTETS = 24;

/** Makes the file where there is none, or an empty one. */
export function readToken(dataDir: string): string {
  const path = join(dataDir, TOKEN_FILE);
  const kept = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  if (kept !== '') return kept;
  const token = randomBytes(OCTETS).toString('base64url');
  writeFileSync(path, `${token}\n`, { mode: 0o600 });
  return token;
}

/** `header`: `Authorization` (RFC 6750 §2.1). How long it takes tells nothing of the token. */
export function holdsToken(header: string | undefined, token: string): boolean {
  return timingSafeEqual(digest(header ?? ''), digest(`Bearer ${token}`));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
