/** The host as two builds of it, each in a folder of its own, as an upgrade in mid-class has them beside each other. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleHost } from '../../scripts/bundle.mjs';

/** `folder`: what the host takes for the project's. `bundle`: from there. `name`: what it says of itself. */
export type BuiltHost = { readonly folder: string; readonly bundle: string; readonly name: string };
export type TwoBuilds = { readonly older: BuiltHost; readonly newer: BuiltHost };

const FOLDER = '.build/deploy';

/** The newer one brings a migration that the older one does not know. */
export async function makeTwoBuilds(): Promise<TwoBuilds> {
  rmSync(FOLDER, { recursive: true, force: true });
  const older = await makeBuild('1.0.0', 'aaaaaaaa');
  const newer = await makeBuild('1.1.0', 'bbbbbbbb');
  addMigration(join(newer.folder, 'db/migrations'));
  return { older, newer };
}

async function makeBuild(version: string, sources: string): Promise<BuiltHost> {
  const folder = join(FOLDER, version);
  mkdirSync(join(folder, '.build'), { recursive: true });
  const made = JSON.parse(readFileSync('package.json', 'utf8')) as object;
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...made, version }));
  writeFileSync(join(folder, '.build/sources'), sources);
  cpSync('db/migrations', join(folder, 'db/migrations'), { recursive: true });
  await bundleHost(join(folder, '.build'));
  return { folder, bundle: '.build/host.js', name: `${version} (${sources})` };
}

type MigrationList = { readonly entries: readonly { readonly idx: number; readonly when: number }[] };

function addMigration(folder: string): void {
  const path = join(folder, 'meta/_journal.json');
  const list = JSON.parse(readFileSync(path, 'utf8')) as MigrationList;
  const last = list.entries.at(-1);
  if (!last) throw new Error('no migrations');
  const added = { ...last, idx: last.idx + 1, when: last.when + 1, tag: 'of-the-newer-build' };
  writeFileSync(path, JSON.stringify({ ...list, entries: [...list.entries, added] }));
  writeFileSync(join(folder, `${added.tag}.sql`), 'ALTER TABLE `matches` ADD `newer` text;');
}
