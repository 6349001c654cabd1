/** `npm run bench`: bundled as the host is, so that what is measured is what runs. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';

process.chdir(join(import.meta.dirname, '..'));
const outfile = '.build/bench.js';
await build({
  entryPoints: ['bench/main.ts'],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  logLevel: 'warning',
});
await stop();
await import(pathToFileURL(outfile).href);
