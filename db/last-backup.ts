/** What is remembered of the last backup: in a file beside the database, so that a database that is put back does not forget it. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type LastBackup = { readonly at: number; readonly path: string; readonly octets: number };

const fileIn = (dataDir: string) => join(dataDir, 'last-backup.json');

/** Null where none is known. */
export function readLastBackup(dataDir: string): LastBackup | null {
  try {
    const { at, path, octets } = JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as Partial<LastBackup>;
    return typeof at === 'number' && typeof path === 'string' && typeof octets === 'number' ? { at, path, octets } : null;
  } catch {
    return null;
  }
}

export function writeLastBackup(dataDir: string, backup: LastBackup): void {
  const part = `${fileIn(dataDir)}.part`;
  writeFileSync(part, JSON.stringify(backup));
  renameSync(part, fileIn(dataDir));
}
