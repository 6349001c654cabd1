/** Databases in folders of their own, gone after the test. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Database, openDatabase } from '#db/open.ts';

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'last-ack-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function temporaryDatabase(path = join(temporaryFolder(), 'last-ack.db'), migrations?: string): Database {
  const opened = openDatabase(path, migrations);
  if (!opened.ok) throw new Error(opened.detail);
  onTestFinished(opened.close);
  return opened.database;
}
