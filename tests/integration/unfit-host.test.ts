/** A host that would go wrong later does not start, and says why in one sentence. */
import { execFile } from 'node:child_process';
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { whyClosed } from '#server/refuse.ts';
import { whyUnfit } from '#server/unfit.ts';
import { temporaryFolder } from './temporary.ts';

/** What `npm start` runs, from its sources; the working directory is a project without a build. */
function start(environment: Readonly<Record<string, string>>): Promise<{ readonly code: unknown; readonly said: string }> {
  const project = temporaryFolder();
  for (const name of ['db', 'package.json', 'node_modules']) symlinkSync(resolve(name), join(project, name));
  const env = { ...process.env, HOST: '127.0.0.1', PORT: '0', ...environment, NODE_ENV: 'production' as const };
  const args = ['--import', pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href, resolve('server/main.ts')];
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: project, env }, (error, _out, said) => done({ code: error?.code, said }));
  });
}

test('without pages', async () => {
  expect(await start({ DATA_DIR: temporaryFolder() })).toEqual({
    code: 1,
    said: 'Last ACK did not start. The pages are not built: npm run build.\n',
  });
});

test('with a key that everybody can read', async () => {
  const folder = temporaryFolder();
  const key = join(folder, 'instructors.key');
  writeFileSync(key, 'x', { mode: 0o644 });
  const said = `Last ACK did not start. Everybody on this machine can read ${key}: chmod 600 ${key}.\n`;
  expect(await start({ DATA_DIR: folder })).toEqual({ code: 1, said });
});

test('with its data among the files that everybody gets', () => {
  const folder = resolve('public/data');
  expect(whyUnfit(folder, Date.now())).toBe(`DATA_DIR must not lie in public, which is not a place for data; it is "${folder}".`);
  expect(whyUnfit(resolve('public-data'), Date.now()) ?? '').not.toMatch(/DATA_DIR/);
});

test('with a clock that has forgotten the time', () => {
  expect(whyUnfit(temporaryFolder(), 0)).toBe('The clock of this machine says 1970-01-01: set it first.');
});

test('the runbook has every sentence', () => {
  const runbook = readFileSync('docs/runbook.md', 'utf8');
  const closed = (['unwritable', 'newer-version', 'damaged'] as const).map((fault) => whyClosed({ ok: false, fault, detail: '…' }, '…'));
  for (const sentence of [...closed, whyUnfit(temporaryFolder(), 0)]) expect(runbook).toContain(sentence);
});
