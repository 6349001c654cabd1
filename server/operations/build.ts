/** What runs here: for the first line of the log, and for whoever compares figures of before and after an upgrade. */
import { existsSync, readFileSync } from 'node:fs';

/** `build`: the first letters of what `scripts/build.mjs` writes down of its sources; "sources" where nothing was built. */
export type Build = { readonly version: string; readonly build: string; readonly node: string };

const STAMP = '.build/sources';

/** The working directory is the project's. */
export function readBuild(): Build {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const isBuilt = process.env.NODE_ENV === 'production' && existsSync(STAMP);
  return { version, build: isBuilt ? readFileSync(STAMP, 'utf8').slice(0, 8) : 'sources', node: process.versions.node };
}
