/** The code by which a student proves who they are: read off a sheet and typed on a phone. */
import { randomInt } from 'node:crypto';

/** Consonants only, so that no code spells a word, and none that is taken for a digit or for another letter. */
const LETTERS = 'BCDFGHJKMNPQRSTVWXZ';
const GROUPS = 2;
const GROUP_LENGTH = 4;

/** Two groups of four. Of 19^8 (34 bits), with guessing slowed down, that is enough for whoever has to be in a class first. */
export function makePersonalCode(): string {
  const letter = () => LETTERS[randomInt(LETTERS.length)];
  const group = () => Array.from({ length: GROUP_LENGTH }, letter).join('');
  return Array.from({ length: GROUPS }, group).join('-');
}

/** The code as it was made, from how people type it: any case, spaces and dashes anywhere. */
export function readPersonalCode(typed: string): string {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '');
  return `${letters.slice(0, GROUP_LENGTH)}-${letters.slice(GROUP_LENGTH)}`;
}
