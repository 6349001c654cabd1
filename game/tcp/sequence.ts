/** Sequence number arithmetic, modulo 2^32 (RFC 9293 §3.4). Every comparison holds for numbers less than 2^31 apart. */
import type { Seq } from './vocabulary.ts';

export const MAX_SEQ = 2 ** 32 - 1;

/** seq + n, where n may be negative. */
export function add(seq: Seq, n: number): Seq {
  return (seq + n) >>> 0;
}

/** How far b lies ahead of a: −2^31 to 2^31 − 1. */
export function distance(a: Seq, b: Seq): number {
  return (b - a) | 0;
}

export function isBefore(a: Seq, b: Seq): boolean {
  return distance(a, b) > 0;
}

export function isAtOrBefore(a: Seq, b: Seq): boolean {
  return distance(a, b) >= 0;
}

/** Whether seq lies in the window of `size` numbers that begins at `start`. */
export function isInWindow(seq: Seq, start: Seq, size: number): boolean {
  return (seq - start) >>> 0 < size;
}
