/** `npm run fuzz:host -- --messages 1000000 --seed N`: generated messages against the host, bundled as it is when it runs. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';

process.chdir(join(import.meta.dirname, '..'));
const outdir = '.build/fuzz';
await build({
  entryPoints: ['tests/fuzz/main.ts', 'tests/fuzz/host.ts'],
  outdir,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  sourcemap: 'linked',
  logLevel: 'warning',
});
await stop();
await import(pathToFileURL(join(outdir, 'main.js')).href);
