/** When a host says that it is ready. */
import { expect, test } from 'vitest';
import { createReadiness } from '#server/operations/readiness.ts';

test('not before open matches are taken up, and not once it goes down', async () => {
  const readiness = createReadiness(
    async () => true,
    () => 0,
  );
  const said = [await readiness.check()];
  readiness.started();
  said.push(await readiness.check());
  readiness.shuttingDown();
  readiness.started();
  said.push(await readiness.check());
  expect(said).toEqual(['starting', null, 'shutting-down']);
});

test('however often it is asked, it writes once in five seconds', async () => {
  let now = 0;
  let writes = 0;
  let isFull = false;
  const canSave = async () => {
    writes += 1;
    return !isFull;
  };
  const readiness = createReadiness(canSave, () => now);
  readiness.started();
  for (let n = 0; n < 100; n += 1) expect(await readiness.check()).toBe(null);
  expect(writes).toBe(1);
  isFull = true;
  now = 5_000;
  expect(await readiness.check()).toBe('not-saved');
  expect(writes).toBe(2);
});
