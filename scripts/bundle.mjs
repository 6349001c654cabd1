/** How the host is bundled, and in the same way what is measured or tried, so that it is what runs. */
import { join } from 'node:path';
import { build, stop } from 'esbuild';

/** The real host in every other way: its pages have to be built, and keep nothing. */
const WITHOUT_PAGES = {
  name: 'without-pages',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.\/pages\.ts$/ }, () => ({ path: join(import.meta.dirname, '../bench/torture/no-pages.ts') }));
  },
};

/** `entries`: names of what comes out, and what each is made from; or the latter alone. `more`: of esbuild's options. */
export async function bundle(entries, outdir, more = {}) {
  await build({
    entryPoints: entries,
    outdir,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: 'linked',
    logLevel: 'warning',
    ...more,
  });
  await stop();
}

/** `host.js` in the folder: `server/main.ts` as `npm start` runs it, without pages. */
export async function bundleHost(outdir) {
  await bundle({ host: 'server/main.ts' }, outdir, { plugins: [WITHOUT_PAGES] });
}
