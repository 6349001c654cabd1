/** The picture of the architecture: which folder may import which folders and packages. Held against every import line. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

type Layer = { readonly imports: readonly string[]; readonly packages: readonly string[] };

const PURE_GAME = ['game/tcp', 'game/capture', 'game/scenarios', 'game/match', 'game/practice', 'game/quiz', 'game/contest'];

/** A folder may always import itself. `node:` stands for what Node brings. */
const LAYERS: Readonly<Record<string, Layer>> = {
  'game/tcp': { imports: [], packages: [] },
  'game/scenarios': { imports: ['game/tcp'], packages: [] },
  'game/capture': { imports: ['game/tcp'], packages: [] },
  // A finished match is written as a capture.
  'game/match': { imports: ['game/tcp', 'game/scenarios', 'game/capture'], packages: [] },
  // A leg alone, judged as in a match.
  'game/practice': { imports: ['game/tcp', 'game/scenarios', 'game/match'], packages: [] },
  // Misconceptions are the match's; when a card comes again is FSRS's (docs/decisions/review-scheduling.md).
  'game/quiz': { imports: ['game/tcp', 'game/scenarios', 'game/match'], packages: ['ts-fsrs'] },
  // Standings are made of scores; what is hard, of judged moves.
  'game/contest': { imports: ['game/tcp', 'game/scenarios', 'game/match'], packages: [] },
  protocol: { imports: PURE_GAME, packages: ['zod'] },
  db: { imports: [...PURE_GAME, 'protocol'], packages: ['better-sqlite3', 'drizzle-orm', 'node:'] },
  server: {
    imports: [...PURE_GAME, 'protocol', 'db'],
    packages: [
      '@hono/node-server',
      'better-auth',
      'csv-parse',
      'csv-stringify',
      'hono',
      'next',
      'node:',
      'obscenity',
      'pino',
      'prom-client',
      'qrcode',
      'socket.io',
      'ws',
      'zod',
    ],
  },
  components: { imports: [...PURE_GAME, 'protocol'], packages: ['next', 'next-intl', 'qrcode', 'react', 'react-dom'] },
  app: {
    imports: [...PURE_GAME, 'protocol', 'components', 'messages'],
    packages: ['next', 'next-intl', 'qrcode', 'react', 'socket.io-client', 'zod'],
  },
};

const IMPORT = /^\s*(?:import|export)\b[^'";]*?from\s+'([^']+)'|^\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm;

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

function layerOf(path: string): string {
  return Object.keys(LAYERS).find((layer) => path.startsWith(`${layer}/`)) ?? path.split('/')[0] ?? path;
}

/** The layer or the package that an import line names. */
function targetOf(file: string, specifier: string): { layer: string } | { package: string } {
  if (specifier.startsWith('.')) return { layer: layerOf(normalize(join(dirname(file), specifier))) };
  if (specifier.startsWith('#')) return { layer: layerOf(specifier.slice(1)) };
  if (specifier.startsWith('node:')) return { package: 'node:' };
  return {
    package: specifier
      .split('/')
      .slice(0, specifier.startsWith('@') ? 2 : 1)
      .join('/'),
  };
}

function isAllowed(file: string, specifier: string): boolean {
  const own = layerOf(file);
  const rules = LAYERS[own];
  const target = targetOf(file, specifier);
  return 'layer' in target
    ? target.layer === own || rules?.imports.includes(target.layer) === true
    : rules?.packages.includes(target.package) === true;
}

const folders = ['app', 'components', 'db', 'game', 'protocol', 'server'];
const lines = folders.flatMap(filesIn).flatMap((file) => importsOf(file).map((specifier) => ({ file, specifier })));

describe('the import table', () => {
  test('finds import lines in every folder that it guards', () => {
    for (const folder of folders) expect(lines.some(({ file }) => file.startsWith(`${folder}/`))).toBe(true);
  });

  test('holds for every import line', () => {
    expect(
      lines.filter(({ file, specifier }) => !isAllowed(file, specifier)).map(({ file, specifier }) => `${file} imports ${specifier}`),
    ).toEqual([]);
  });

  test('every import of a module of ours names its file', () => {
    const nameless = lines.filter(({ specifier }) => /^[.#]/.test(specifier) && !/\.(ts|tsx|json|css)$/.test(specifier));
    expect(nameless).toEqual([]);
  });

  test('no folder is called after nothing in particular', () => {
    const vague = /(^|\/)(utils?|lib|helpers?|common|misc)(\/|\.)/;
    expect(folders.flatMap(filesIn).filter((file) => vague.test(file))).toEqual([]);
  });
});
