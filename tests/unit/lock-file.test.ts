/** `npm ci` asks of the lock file that it holds what every platform may need, also those that it was not written on. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Package = { readonly optionalDependencies?: Readonly<Record<string, string>>; readonly resolved?: string };
const lock: { readonly packages: Readonly<Record<string, Package>> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

test('the lock file holds the optional packages of all platforms', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no host that packages are downloaded from', () => {
  expect(Object.values(lock.packages).filter((entry) => entry.resolved)).toEqual([]);
});
