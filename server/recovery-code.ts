/** The code that carries a guest to another device: 100 random bits, written to be copied by hand. */
import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no I, L, O and U (crockford.com/base32.html). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 20;
const GROUP = /.{5}(?=.)/g;
const CODE = new RegExp(`^[${ALPHABET}]{${LENGTH}}$`);

/** Four groups of five. */
export function makeRecoveryCode(): string {
  const letters = [...randomBytes(LENGTH)].map((octet) => ALPHABET[octet % ALPHABET.length]);
  return letters.join('').replace(GROUP, '$&-');
}

/** The code as it was made, from how people type it: any case, spaces and dashes anywhere, O for 0, I and L for 1. Null where it is none. */
export function readRecoveryCode(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return CODE.test(letters) ? letters.replace(GROUP, '$&-') : null;
}
