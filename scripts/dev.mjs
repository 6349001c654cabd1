/** `npm run dev`: the host from its sources, started anew when they change, and Next in development, which reloads pages itself. */
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';

const SOURCES = ['db', 'game', 'protocol', 'server'];
/** An editor writes a file more than once. */
const SETTLED_MS = 100;

process.chdir(join(import.meta.dirname, '..'));
ensureInstalled();
let isStopping = false;
let host = start();
let change;

for (const folder of SOURCES) watch(folder, { recursive: true }, restartSoon);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);

function start() {
  const env = { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' };
  return spawn(process.execPath, ['--import', 'tsx', '--enable-source-maps', 'server/main.ts'], { stdio: 'inherit', env });
}

function restartSoon() {
  clearTimeout(change);
  change = setTimeout(restart, SETTLED_MS);
}

/** A host that did not start, for a mistake in the sources, is tried again at the next change. */
function restart() {
  if (isStopping) return;
  if (host.exitCode !== null) host = start();
  else if (!host.killed) host.once('exit', () => (host = start())).kill('SIGTERM');
}

function stop() {
  isStopping = true;
  if (host.exitCode !== null) process.exit(0);
  host.once('exit', () => process.exit(0)).kill('SIGTERM');
}
