/** What nobody can foresee. */
import { randomBytes, randomInt } from 'node:crypto';

/** 0 (included) to 1 (excluded). */
export function random(): number {
  return randomInt(2 ** 32) / 2 ** 32;
}

/** An id, or a part of an address that only its link tells: 96 bits. */
export function makeKey(): string {
  return randomBytes(12).toString('base64url');
}
