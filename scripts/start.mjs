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
await import(pathToFileURL(HOST).href);
