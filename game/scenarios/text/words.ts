/** A line of text as its words, read one after the other. */
import { mistake, type Mistake, type MistakeCode, type Place } from './mistakes.ts';

export type Word = Place & { readonly text: string };

/** What reading came to: a value and the words that are left, or where it went wrong. */
export type Read<T> = { readonly ok: true; readonly value: T; readonly rest: Line } | { readonly ok: false; readonly mistake: Mistake };

/** `end`: where a further word would stand. */
export type Line = { readonly words: readonly Word[]; readonly end: Place };

/** The words of a line; `#` begins a comment. `number` counts from 1. */
export function wordsOf(text: string, number: number): Line {
  const said = text.replace(/(^|\s)#.*$/, '').trimEnd();
  const words = Array.from(said.matchAll(/\S+/g), (match) => ({ text: match[0], line: number, column: columnAt(said, match.index) }));
  return { words, end: { line: number, column: columnAt(said, said.length) + (words.length > 0 ? 1 : 0) } };
}

/** What no editor writes: control characters, and U+FFFD, which stands for bytes that are no UTF-8. */
const NO_TEXT = /[\p{Cc}\uFFFD]/u;

/** Where a file turns out to be no text: a picture, say, or UTF-16. */
export function noTextIn(lines: readonly string[]): Place | undefined {
  const found = lines.map((said) => said.replaceAll('\t', ' ').search(NO_TEXT));
  const line = found.findIndex((index) => index >= 0);
  return line < 0 ? undefined : { line: line + 1, column: columnAt(lines[line] ?? '', found[line] ?? 0) };
}

/** Characters, not UTF-16 units: a reader counts 三 and 😀 as one each. */
function columnAt(text: string, index: number): number {
  return Array.from(text.slice(0, index)).length + 1;
}

export function done<T>(value: T, rest: Line): Read<T> {
  return { ok: true, value, rest };
}

export function wrong(code: MistakeCode, place: Place, word = '', expected: readonly string[] = []): Read<never> {
  return { ok: false, mistake: mistake(code, place, word, expected) };
}

/** Goes on with what the first reading came to. Not called "then": a module with such an export never finishes loading. */
export function andThen<A, B>(read: Read<A>, next: (value: A, rest: Line) => Read<B>): Read<B> {
  return read.ok ? next(read.value, read.rest) : read;
}

/** The next word, which must be one of those. */
export function oneOf<T extends string>(line: Line, expected: readonly T[], code: MistakeCode = 'unexpected-word'): Read<T> {
  const [word, ...words] = line.words;
  if (!word) return wrong('missing-word', line.end, '', expected);
  const found = expected.find((one) => one === word.text);
  return found === undefined ? wrong(code, word, word.text, expected) : done(found, { ...line, words });
}

/** Those words in that order. */
export function phrase(line: Line, text: string): Read<null> {
  return text
    .split(' ')
    .reduce<Read<null>>(
      (before, word) => andThen(before, (_, rest) => andThen(oneOf(rest, [word]), (_word, left) => done(null, left))),
      done(null, line),
    );
}

/** Whether the next word is that one, which is then read. */
export function optional(line: Line, text: string): { readonly isThere: boolean; readonly rest: Line } {
  const isThere = line.words[0]?.text === text;
  return { isThere, rest: isThere ? { ...line, words: line.words.slice(1) } : line };
}

/** A whole number in figures. */
export function number(line: Line, from: number, to: number): Read<number> {
  const [word, ...words] = line.words;
  const range = [`${from}–${to}`];
  if (!word) return wrong('missing-word', line.end, '', range);
  if (!/^\d+$/.test(word.text)) return wrong('unexpected-word', word, word.text, range);
  const value = Number(word.text);
  return value < from || value > to ? wrong('number-out-of-range', word, word.text, range) : done(value, { ...line, words });
}

/** The value, if nothing is left on the line. */
export function finish<T>(value: T, { words: [extra] }: Line): Read<T> {
  return extra ? wrong('extra-word', extra, extra.text) : done(value, { words: [], end: { line: 0, column: 0 } });
}
