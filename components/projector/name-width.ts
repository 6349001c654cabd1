/** How much room a name wants on the wall, in halves of an em: what begins at U+1100 (Hangul, kana, Han, full-width forms) is as wide as it is high. */
export function nameWidth(name: string): number {
  return [...name].reduce((sum, letter) => sum + (letter >= '\u1100' ? 2 : 1), 0);
}

/** Of the longest part of it that is not broken in between. */
export function longestWordWidth(name: string): number {
  return Math.max(...name.split(/\s|(?<=-)/).map(nameWidth));
}
