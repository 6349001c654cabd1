/** `npm test -- audit`, with a registry that knows of weaknesses, of none, and with one that does not answer. */
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from './temporary.ts';

const ADVISORY = {
  id: 1,
  url: 'https://advisories.example/1',
  title: 'Anybody may do anything',
  vulnerable_versions: '>=0',
  cwe: [],
  cvss: { score: 9, vectorString: null },
};

/** npm asks which versions there are of a package, and of those that need it. */
function packageAt(path: string): object {
  const name = decodeURIComponent(path.slice(1));
  return { name, 'dist-tags': { latest: '1.0.0' }, versions: { '1.0.0': { name, version: '1.0.0' } } };
}

async function auditWith(status: number, answer: object): Promise<{ readonly code: unknown; readonly said: string }> {
  const registry = createServer(({ method, url = '' }, response) => {
    response.writeHead(method === 'POST' ? status : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(method === 'POST' ? answer : packageAt(url)));
  });
  await new Promise<void>((resolve) => registry.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void registry.close());
  const env = {
    ...process.env,
    npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}`,
    npm_config_cache: temporaryFolder(),
  };
  return new Promise((done) => {
    execFile(process.execPath, ['scripts/test.mjs', 'audit'], { env }, (error, said) => done({ code: error?.code ?? 0, said }));
  });
}

test('a severe weakness of what the product runs with fails', async () => {
  const { code, said } = await auditWith(200, { hono: [{ ...ADVISORY, severity: 'high' }] });
  expect(said).toContain('hono: high: Anybody may do anything (https://advisories.example/1)\n');
  expect([code, said.trim().split('\n').at(-1)]).toEqual([1, '0 passed, 1 failed']);
});

test('a lesser one does not', async () => {
  const { code, said } = await auditWith(200, { hono: [{ ...ADVISORY, severity: 'low' }] });
  expect([code, said.trim().split('\n').at(-1)]).toEqual([0, '1 passed, 0 failed']);
});

test('a registry that does not answer is said, and counted as skipped', async () => {
  const { code, said } = await auditWith(405, {});
  expect(said).toContain('not asked: the registry has no answer (405)\n');
  expect([code, said.trim().split('\n').at(-1)]).toEqual([0, '0 passed, 0 failed, 1 skipped']);
});
