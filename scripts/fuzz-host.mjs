/** `npm run fuzz:host -- --messages 1000000 --seed N`: generated messages against the host, bundled as it is when it runs. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';

process.chdir(join(import.meta.dirname, '..'));
const outdir = '.build/fuzz';
await bundle(['tests/fuzz/main.ts', 'tests/fuzz/host.ts'], outdir);
await import(pathToFileURL(join(outdir, 'main.js')).href);
