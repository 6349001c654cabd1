/** `npm run torture`: docs/durability.md says what it does and what it prints. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle, bundleHost } from './bundle.mjs';

process.chdir(join(import.meta.dirname, '..'));
const outdir = '.build/torture';
await bundleHost(outdir);
await bundle({ main: 'bench/torture/main.ts', 'lock-holder': 'bench/torture/lock-holder.ts' }, outdir);
await import(pathToFileURL(join(outdir, 'main.js')).href);
