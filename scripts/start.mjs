/** `npm start`: from a fresh clone to a running host. The host runs in this process, so signals and exit codes are its own. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, HOST } from './build.mjs';
import { ensureInstalled } from './install.mjs';

process.chdir(join(import.meta.dirname, '..'));
ensureInstalled();
await ensureBuilt();
process.env.NODE_ENV = 'production';
process.setSourceMapsEnabled(true);
stopWithNpm();
await import(pathToFileURL(HOST).href);

/** npm hands SIGTERM to the shell between itself and us, which dies of it and tells nobody. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 1000).unref();
}
