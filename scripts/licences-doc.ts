/** Writes docs/licences.md from the lock file: the licences of what a host runs with, on every platform. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What may be in it, and what it asks of whoever hands a copy on. */
export const ALLOWED: Readonly<Record<string, string>> = {
  MIT: 'Keep the notice.',
  ISC: 'Keep the notice.',
  '0BSD': 'Nothing.',
  'BSD-3-Clause': 'Keep the notice; do not advertise with the authors’ names.',
  'BlueOak-1.0.0': 'Keep the text or a link to it.',
  'Apache-2.0': 'Keep the notices, say what was changed.',
  '(MIT OR WTFPL)': 'One of the two: MIT.',
  '(BSD-2-Clause OR MIT OR Apache-2.0)': 'One of the three: MIT.',
  'MPL-2.0': 'Used as it is; changed files of it would have to be published. It builds pages and is not in what browsers get.',
  'LGPL-3.0-or-later': 'libvips, in a library of its own that can be exchanged. Used as it is.',
  'Apache-2.0 AND LGPL-3.0-or-later': 'sharp with libvips, as above.',
  'Apache-2.0 AND LGPL-3.0-or-later AND MIT': 'sharp with libvips, as above.',
  'Apache-2.0 AND MIT': 'Both of the above.',
  'CC-BY-4.0': 'caniuse-lite, data about browsers: name where it is from.',
  'OFL-1.1': 'The fonts: they may be given away, but not sold by themselves.',
};

/** Packages whose licence the lock file does not have, mostly of other platforms: from their own pages in the registry. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/^@next\/swc-/, 'MIT'],
  [/^@swc\/core-/, 'Apache-2.0 AND MIT'],
  [/^@tailwindcss\/oxide-/, 'MIT'],
  [/^xmlhttprequest-ssl$/, 'MIT'],
];

type Locked = { readonly version: string; readonly license?: string; readonly dev?: boolean; readonly devOptional?: boolean };
export type Licensed = { readonly name: string; readonly version: string; readonly licence: string };

/** Without what is there for work on it alone. */
export function licensed(): readonly Licensed[] {
  const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
  const product = Object.entries(lock.packages).filter(([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional);
  const all = product.map(([path, { version, license }]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return { name, version, licence: license ?? BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'unknown' };
  });
  return [...new Map(all.map((one) => [`${one.name} ${one.version}`, one])).values()];
}

export function licencesDoc(): string {
  const all = licensed();
  const groups = [...new Set(all.map(({ licence }) => licence))].sort(
    (one, other) => countOf(all, other) - countOf(all, one) || compare(one, other),
  );
  return `${[INTRODUCTION, table(all, groups), ...groups.map((licence) => chapter(all, licence))].join('\n\n')}\n`;
}

const INTRODUCTION = `# Licences of what is used

Last ACK itself is under the [MIT licence](../LICENSE). It runs with the packages below, of every platform. **This file is written by \`npm run docs:licences\`** from
\`package-lock.json\`; a test fails when it is stale, or when a licence comes in that is not among those that [the script](../scripts/licences-doc.ts) allows.`;

function table(all: readonly Licensed[], groups: readonly string[]): string {
  const rows = groups.map((licence) => `| ${licence} | ${countOf(all, licence)} | ${ALLOWED[licence] ?? 'not allowed'} |`);
  return ['| licence | packages | what it asks |', '|---|--:|---|', ...rows].join('\n');
}

function chapter(all: readonly Licensed[], licence: string): string {
  const names = all.filter((one) => one.licence === licence).map(({ name, version }) => `${name} ${version}`);
  return [`## ${licence}`, names.sort(compare).join(' · ')].join('\n\n');
}

function countOf(all: readonly Licensed[], licence: string): number {
  return all.filter((one) => one.licence === licence).length;
}

/** The same on every machine, whatever its language. */
function compare(one: string, other: string): number {
  return one < other ? -1 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync('docs/licences.md', licencesDoc());
