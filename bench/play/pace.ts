/** Who answers when: at once, or at a pace that the host does not slow down. */
import type { Load } from './loads.ts';
import type { Seat } from './seat.ts';

const TICK_MS = 2;

/** Returns how to stop it. */
export function play(pairs: readonly (readonly [Seat, Seat])[], { perSecond }: Load): () => void {
  return perSecond === null ? playAtOnce(pairs) : playAtPace(pairs.flat(), perSecond);
}

function playAtOnce(pairs: readonly (readonly [Seat, Seat])[]): () => void {
  let isStopped = false;
  for (const seat of pairs.flat()) {
    seat.onDue = () => isStopped || seat.answer();
    seat.answer();
  }
  return () => {
    isStopped = true;
  };
}

/** Everybody has a moment of their own, again and again: neighbours in the list are partners, and half a round apart. */
function playAtPace(seats: readonly Seat[], perSecond: number): () => void {
  const slots = [...seats.filter((_, n) => n % 2 === 0), ...seats.filter((_, n) => n % 2 === 1)];
  const began = performance.now();
  let done = 0;
  const timer = setInterval(() => {
    for (; done < ((performance.now() - began) * perSecond) / 1_000; done += 1) slots[done % slots.length]?.answer();
  }, TICK_MS);
  return () => clearInterval(timer);
}
