/** Plain Node: runs before anything is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const OLDEST_NODE = [20, 19];

/** Installs what the lock file asks for, unless it is there and loads in this Node. */
export function ensureInstalled() {
  refuseOldNode();
  if (matchesLock() && nativeModuleLoads()) return;
  process.stdout.write('Installing dependencies. This happens once, and again when they change.\n');
  const { status } = runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  if (status !== 0) fail('The dependencies could not be installed; npm says above why.');
  if (!nativeModuleLoads()) fail('better-sqlite3 is installed but does not load in this Node.');
}

/** The same for a folder with a package.json of its own, of which nothing is compiled. */
export function ensureInstalledIn(folder) {
  if (matchesLock(folder)) return;
  process.stdout.write(`Installing what ${folder} needs. This happens once.\n`);
  const { status } = runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
  if (status !== 0) fail(`What ${folder} needs could not be installed; npm says above why.`);
}

/** Ends the process with a sentence. */
export function fail(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const isOld = major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
  if (isOld) fail(`Last ACK needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`);
}

/** npm writes down what it installed when it is done. What is optional depends on the platform and may be absent. */
function matchesLock(folder = '.') {
  const installed = readPackages(`${folder}/node_modules/.package-lock.json`);
  const wanted = Object.entries(readPackages(`${folder}/package-lock.json`) ?? {}).filter(([path]) => path !== '');
  return (
    installed !== null &&
    wanted.every(([path, { version, optional }]) => (installed[path] ? installed[path].version === version : optional))
  );
}

function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : null;
}

/** False where it was compiled for another Node, or not at all. */
function nativeModuleLoads() {
  try {
    const Database = createRequire(import.meta.url)('better-sqlite3');
    new Database(':memory:').close();
    return true;
  } catch {
    return false;
  }
}

function runNpm(args, cwd = '.') {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return spawnSync(process.execPath, [npm, ...args], { stdio: 'inherit', cwd });
  return spawnSync('npm', args, { stdio: 'inherit', cwd, shell: process.platform === 'win32' });
}
