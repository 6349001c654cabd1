/** The database is nobody else's on the machine: it says what players and instructors are called. */
import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';

const OURS_ALONE = 0o600;
const OF_OTHERS = 0o077;
/** SQLite makes those with the mode of the database, but leaves them as they are where a host that was killed has left them. */
const FILES = ['', '-wal', '-shm'];

/** Makes the file where there is none. One of another user keeps its mode: that is for them to say. Windows has no such modes. */
export function keepPrivate(path: string): void {
  if (process.platform === 'win32') return;
  // One that is there is not opened: to close it again would take from this process the locks that SQLite has on it (sqlite.org/howtocorrupt.html §2.2).
  if (!existsSync(path)) closeSync(openSync(path, 'a', OURS_ALONE));
  for (const file of FILES.map((end) => path + end)) if (isOursForOthers(file)) chmodSync(file, OURS_ALONE);
}

function isOursForOthers(file: string): boolean {
  if (!existsSync(file)) return false;
  const { uid, mode } = statSync(file);
  return uid === process.getuid?.() && (mode & OF_OTHERS) !== 0;
}
