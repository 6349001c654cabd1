/** `npm run bench`, `bench:game`, `bench:class` and `bench:growth`: bundled as the host is, so that what is measured is what runs. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, stop } from 'esbuild';
import { ensureInstalledIn } from './install.mjs';

/** What each of them is made of: the first is run, the others are started by it. */
const PARTS = {
  play: ['bench/play/main.ts', 'bench/host.ts', 'bench/play/echo-host.ts', 'bench/play/boardgame-host.ts'],
  game: ['bench/game/main.ts'],
  class: ['bench/class/main.ts', 'bench/host.ts'],
};

process.chdir(join(import.meta.dirname, '..'));
const part = process.argv[2] in PARTS ? process.argv[2] : 'play';
// The product does not need it, so its own `npm ci` does not install it.
if (part === 'play') ensureInstalledIn('bench/boardgame');
const outdir = `.build/bench/${part}`;
await build({
  entryPoints: PARTS[part],
  outdir,
  outbase: 'bench',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20.19',
  sourcemap: 'linked',
  logLevel: 'warning',
});
await stop();
await import(pathToFileURL(join(outdir, part, 'main.js')).href);
