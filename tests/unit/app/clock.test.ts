import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetHostClock, hearHostClock, hostNow } from '#app/clock.ts';

const HOUR = 3_600_000;

beforeEach(() => void vi.useFakeTimers({ now: 5_000_000 }));
afterEach(() => {
  vi.useRealTimers();
});

/** A link of its own, by whose first message the host's clock is 1,000,000. */
function hearFirst(): void {
  forgetHostClock();
  hearHostClock(1_000_000);
}

test('the host’s clock is estimated by the message that was fastest', () => {
  hearFirst();
  hearHostClock(999_400);
  expect(hostNow()).toBe(1_000_000);
  hearHostClock(1_000_050);
  expect(hostNow()).toBe(1_000_050);
  vi.advanceTimersByTime(250);
  expect(hostNow()).toBe(1_000_300);
});

test.each([HOUR, -HOUR, 400 * 24 * HOUR])('a device whose date jumps by %i ms goes on counting down as before', (jump) => {
  hearFirst();
  vi.setSystemTime(Date.now() + jump);
  vi.advanceTimersByTime(250);
  expect(hostNow()).toBe(1_000_250);
  hearHostClock(1_000_250);
  expect(hostNow()).toBe(1_000_250);
});

test('a host that was started again with an earlier clock is believed', () => {
  hearFirst();
  forgetHostClock();
  expect(hostNow(), 'until it has told').toBe(1_000_000);
  hearHostClock(1_000_000 - HOUR);
  expect(hostNow()).toBe(1_000_000 - HOUR);
});
