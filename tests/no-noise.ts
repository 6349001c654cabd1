/** A test that makes the console complain fails, unless it says so: `takeNoise()` returns what was said and forgets it. */
import { afterEach, beforeEach, expect, vi } from 'vitest';

let noise: string[] = [];

export function takeNoise(): readonly string[] {
  const taken = noise;
  noise = [];
  return taken;
}

beforeEach(() => {
  noise = [];
  for (const method of ['error', 'warn'] as const)
    vi.spyOn(console, method).mockImplementation((...said) => void noise.push(said.join(' ')));
});

afterEach(() => {
  vi.restoreAllMocks();
  expect(takeNoise(), 'what the console said').toEqual([]);
});
