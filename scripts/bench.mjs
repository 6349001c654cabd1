/** `npm run bench`, `bench:game`, `bench:class` and `bench:growth`: bundled as the host is, so that what is measured is what runs. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

/** What each of them is made of: the first is run, the others are started by it. */
const PARTS = {
  play: ['bench/play/main.ts', 'bench/host.ts', 'bench/play/echo-host.ts', 'bench/play/boardgame-host.ts'],
  game: ['bench/game/main.ts'],
  class: ['bench/class/main.ts', 'bench/host.ts'],
  growth: ['bench/growth/main.ts', 'bench/host.ts'],
};

process.chdir(join(import.meta.dirname, '..'));
const part = process.argv[2] in PARTS ? process.argv[2] : 'play';
const outdir = `.build/bench/${part}`;
await bundle(PARTS[part], outdir, { outbase: 'bench' });
await import(pathToFileURL(join(outdir, part, 'main.js')).href);
