import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLease } from '#app/lease.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function counted() {
  const counts = { begun: 0, ended: 0 };
  const hold = createLease(() => {
    counts.begun += 1;
    return () => {
      counts.ended += 1;
    };
  }, 400);
  return { counts, hold };
}

test('mounting, unmounting and mounting again is not seen at the other end', () => {
  const { counts, hold } = counted();
  hold()();
  hold();
  vi.advanceTimersByTime(1_000);
  expect(counts).toEqual({ begun: 1, ended: 0 });
});

test('two holders have one thing, which ends a moment after the last of them', () => {
  const { counts, hold } = counted();
  const [release, releaseToo] = [hold(), hold()];
  release();
  vi.advanceTimersByTime(1_000);
  expect(counts).toEqual({ begun: 1, ended: 0 });
  releaseToo();
  vi.advanceTimersByTime(399);
  expect(counts.ended).toBe(0);
  vi.advanceTimersByTime(1);
  expect(counts).toEqual({ begun: 1, ended: 1 });
});

test('what has ended begins anew', () => {
  const { counts, hold } = counted();
  hold()();
  vi.advanceTimersByTime(400);
  hold();
  expect(counts).toEqual({ begun: 2, ended: 1 });
});
