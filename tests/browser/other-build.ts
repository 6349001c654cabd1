/** The same pages as another build has them: under another id, and none of their scripts where those of the first one lie. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

const SHARED = ['.build', 'package.json', 'next.config.js', 'node_modules', 'messages', 'db', 'public'];
const TEXTS = /\.(js|json|html|rsc|css|meta)$|BUILD_ID$/;
const SCRIPTS = 'static/chunks';
const OTHER_SCRIPTS = 'static/others';

/** The folder, to be a host's project. */
export function makeOtherBuild(): string {
  const folder = mkdtempSync(join(tmpdir(), 'last-ack-build-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of SHARED) symlinkSync(resolve(name), join(folder, name));
  const pages = join(folder, '.next');
  cpSync('.next', pages, { recursive: true, filter: (path) => path !== '.next/cache', verbatimSymlinks: true });
  const id = readFileSync(join(pages, 'BUILD_ID'), 'utf8');
  const otherId = [...id].reverse().join('');
  renameSync(join(pages, SCRIPTS), join(pages, OTHER_SCRIPTS));
  renameSync(join(pages, 'static', id), join(pages, 'static', otherId));
  for (const path of readdirSync(pages, { recursive: true, encoding: 'utf8' }).filter((one) => TEXTS.test(one)))
    rename(join(pages, path), [id, otherId], [SCRIPTS, OTHER_SCRIPTS]);
  return folder;
}

function rename(path: string, ...names: readonly (readonly [string, string])[]): void {
  const text = readFileSync(path, 'utf8');
  const renamed = names.reduce((before, [from, to]) => before.replaceAll(from, to), text);
  if (renamed !== text) writeFileSync(path, renamed);
}
