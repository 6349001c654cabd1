/** The six digits by which a class session is joined, as people type and paste them. */
const DIGITS = 6;

/** The digits of a text, six at most: blanks and hyphens between them go, and the wide digits of Chinese keyboards count. */
export function digitsIn(text: string): string {
  return text.normalize('NFKC').replace(/\D/g, '').slice(0, DIGITS);
}

export function isWholeCode(digits: string): boolean {
  return /^\d{6}$/.test(digits);
}

/** "417 902": in two groups, as it is read aloud. What is not whole yet is grouped as far as it goes. */
export function groupDigits(digits: string): string {
  return [digits.slice(0, 3), digits.slice(3)].filter(Boolean).join(' ');
}
