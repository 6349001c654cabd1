/**
 * The host's clock, as this page knows it. The page's own part of it is a clock that nobody sets (High Resolution Time §4.1): the device's
 * date may jump by hours in the middle of a turn.
 */

/** Milliseconds to add to this page's clock to have the host's; null until the host has told its own. */
let ahead: number | null = null;
/** The next host may be another process, whose clock was set meanwhile. */
let isOfLastLink = false;

/** The host's clock in a message that comes just now. */
export function hearHostClock(now: number): void {
  const heard = now - performance.now();
  // A message is never early: of several estimates the largest is the best. So it mends itself where the page's clock stood still in a sleep.
  ahead = ahead === null || isOfLastLink ? heard : Math.max(ahead, heard);
  isOfLastLink = false;
}

/** To be called when a new link is there: what the next message tells counts alone. */
export function forgetHostClock(): void {
  isOfLastLink = true;
}

/** Milliseconds since 1970 by the host's clock. Before the host has told it, by the device's. */
export function hostNow(): number {
  return ahead === null ? Date.now() : performance.now() + ahead;
}
