/** What may stand on a roster: the same for a row of a file and for a form. */
import * as z from 'zod';
import { EMAIL_MAX, STUDENT_NAME_MAX, STUDENT_NUMBER_MAX } from '#protocol/classes.ts';
import type { StudentDetails } from '#db/students.ts';

export type StudentReason = 'missing-name' | 'bad-name' | 'bad-email' | 'bad-number' | 'mangled-number';
export type CheckedStudent =
  | { readonly ok: true; readonly details: StudentDetails }
  | { readonly ok: false; readonly reasons: readonly StudentReason[] };

const email = z.email().max(EMAIL_MAX);
/** Controls, what is not assigned, and line breaks; joiners and marks of direction belong to names of some scripts. */
const UNSEEN = /[\p{Cc}\p{Co}\p{Cn}\p{Cs}\p{Zl}\p{Zp}]/u;
/** What Excel makes of a long number: 2.02401E+11. */
const MANGLED = /^\d[.,]?\d*E\+?\d+$/i;

/** Texts as they were typed; an empty e-mail or number is none. */
export function checkStudent(given: { readonly name: string; readonly email: string; readonly number: string }): CheckedStudent {
  const [name, address, number] = [tidy(given.name), tidy(given.email).toLowerCase(), tidy(given.number)];
  const reasons = [whyNotName(name), whyNotEmail(address), whyNotNumber(number)].filter((reason) => reason !== null);
  return reasons.length > 0
    ? { ok: false, reasons }
    : { ok: true, details: { name, email: address === '' ? null : address, number: number === '' ? null : number } };
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Zs}\t\n]+/gu, ' ')
    .trim();
}

function whyNotName(name: string): StudentReason | null {
  if (name === '') return 'missing-name';
  return [...name].length > STUDENT_NAME_MAX || UNSEEN.test(name) ? 'bad-name' : null;
}

function whyNotEmail(address: string): StudentReason | null {
  return address === '' || email.safeParse(address).success ? null : 'bad-email';
}

function whyNotNumber(number: string): StudentReason | null {
  if (MANGLED.test(number)) return 'mangled-number';
  return [...number].length > STUDENT_NUMBER_MAX || UNSEEN.test(number) ? 'bad-number' : null;
}
