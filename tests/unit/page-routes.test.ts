/** Paths of pages have codes in them, patterns do not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readPageRoutes } from '#server/page-routes.ts';

test('a path is known by its pattern, and by nothing where there is none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'last-ack-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'routes-manifest.json');
  const routes = {
    staticRoutes: [{ page: '/join', regex: '^/join(?:/)?$' }],
    dynamicRoutes: [{ page: '/join/[code]', regex: '^/join/([^/]+?)(?:/)?$' }],
  };
  writeFileSync(file, JSON.stringify(routes));
  const routeOf = readPageRoutes(file);
  expect(['/join', '/join/123456?x=1', '/_next/static/a.js', '/anything'].map(routeOf)).toEqual([
    '/join',
    '/join/[code]',
    '/_next/*',
    '/*',
  ]);
  expect(readPageRoutes(join(folder, 'nothing'))('/join/123456')).toBe('/*');
});
