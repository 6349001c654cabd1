/** Builds the host into .build/ and the pages into .next/, unless what is there was built from the same sources. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, fail } from './install.mjs';

const SOURCES = [
  'app',
  'components',
  'db',
  'game',
  'messages',
  'protocol',
  'public',
  'server',
  'scripts/build.mjs',
  'scripts/bundle.mjs',
  'scripts/data-file.ts',
];
const CONFIGS = ['next.config.js', 'package-lock.json', 'package.json', 'postcss.config.mjs', 'tsconfig.json'];
const STAMP = '.build/sources';
export const HOST = '.build/main.js';
/** Those that an installation without the packages of development needs too, as `node .build/backup.js FILE`. */
const COMMANDS = { backup: 'scripts/backup.ts', restore: 'scripts/restore.ts', instructor: 'scripts/instructor.ts' };

export async function ensureBuilt() {
  const sources = hashSources();
  if (isBuiltFrom(sources)) return;
  process.stdout.write('Building. This happens once, and again when the sources change.\n');
  rmSync('.build', { recursive: true, force: true });
  await buildHost();
  buildPages(sources);
  hintCompilation();
  writeFileSync(STAMP, sources);
}

function isBuiltFrom(sources) {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources && existsSync('.next/BUILD_ID') && existsSync(HOST);
}

function hashSources() {
  const hash = createHash('sha256');
  for (const path of [...SOURCES, ...CONFIGS, ...Object.values(COMMANDS)].flatMap(filesIn))
    hash.update(path).update('\0').update(readFileSync(path)).update('\0');
  return hash.digest('hex');
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

async function buildHost() {
  // Only now: before the packages are installed there is no esbuild.
  const { bundle } = await import('./bundle.mjs');
  await bundle({ main: 'server/main.ts', ...COMMANDS }, '.build');
}

/** What the pages keep in a browser is kept under the name of their build. */
function buildPages(sources) {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NEXT_PUBLIC_BUILD: sources.slice(0, 16) };
  const { status } = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], { stdio: 'inherit', env });
  if (status !== 0) fail('The pages could not be built; Next says above why.');
}

/** V8 compiles all of such a script beside the page, while it comes, and not each function in its way when it is first called (docs/decisions/scripts-compiled-ahead.md). */
const COMPILED_AHEAD = '//# allFunctionsCalledOnLoad\n';

function hintCompilation() {
  for (const path of filesIn('.next/static/chunks').filter((file) => file.endsWith('.js'))) {
    const script = readFileSync(path, 'utf8');
    if (!script.startsWith(COMPILED_AHEAD)) writeFileSync(path, COMPILED_AHEAD + script);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensureInstalled();
  await ensureBuilt();
}
