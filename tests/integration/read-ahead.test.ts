/**
 * Nobody reads ahead: whatever the host sends to anybody before a turn closes tells nothing of its right answer, of the other's choice, or of
 * what comes later. A few matches here; `npm run prove:secrets` plays a thousand. docs/fuzzing.md says how it is held.
 */
import { expect, test } from 'vitest';
import { startHost } from './links/host.ts';
import { holdOne, newPeople, nothingHeld } from './read-ahead/held.ts';

const MATCHES = Number(process.env.MATCHES ?? 6);
const SEED = Number(process.env.SEED ?? 1);
const TABLES = 3;

test(
  'whatever is told before a turn closes is the same whatever its answer, the other’s choice and the rest of the match',
  async () => {
    const host = await startHost({ BOT_THINK_MS: '0' });
    const held = nothingHeld();
    let next = SEED * 1_000_000;
    const last = next + MATCHES;
    const table = async () => {
      const people = await newPeople(host);
      while (next < last) await holdOne(host, people, next++, held);
    };
    await Promise.all(Array.from({ length: TABLES }, table));
    expect(held.matches).toBe(MATCHES);
    expect(held.twins).toBeGreaterThan(MATCHES / 4);
    if (process.env.MATCHES) process.stdout.write(`${JSON.stringify(held)}\n`);
  },
  20_000 * MATCHES + 20_000,
);
