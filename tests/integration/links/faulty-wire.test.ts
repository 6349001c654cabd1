/** `npm run links` in small: simulated players over a wire with every fault, by clocks that jump. docs/links.md has the long run. */
import { expect, test } from 'vitest';
import { runLinks } from '../../faulty-wire/run.ts';

test('players over a wire with every fault see what the host has stored, and nothing that was acknowledged is lost', {
  timeout: 120_000,
}, async () => {
  const options = { seed: 7, hurry: 20, scenario: 'three-way-handshake' };
  const { differences, wire, matches, sleeps, jumps } = await runLinks({ pairs: 4, playMs: 0, patienceMs: 100_000, ...options });
  expect(differences).toEqual([]);
  expect(matches).toBe(4);
  for (const struck of [wire.lost, wire.doubled, wire.late, wire.cut, sleeps, jumps]) expect(struck).toBeGreaterThan(0);
});
