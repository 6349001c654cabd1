/** `npm run bench` and `npm run bench:class`: bundled as the host is, so that what is measured is what runs. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';

const [entry, ...more] = process.argv[2] === 'class' ? ['bench/class/main.ts', 'bench/class/host.ts'] : ['bench/main.ts'];
process.chdir(join(import.meta.dirname, '..'));
const outdir = '.build/bench';
await build({
  entryPoints: [entry, ...more],
  outdir,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  logLevel: 'warning',
});
await stop();
await import(pathToFileURL(join(outdir, 'main.js')).href);
