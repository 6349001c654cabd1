/** What can be wrong in the text of a scenario. The words for each are in `messages`, "scenario-mistakes". */

export const MISTAKES = [
  'not-text',
  // Reading a line.
  'unknown-statement',
  'unexpected-word',
  'missing-word',
  'extra-word',
  'number-out-of-range',
  'bad-flags',
  'ack-without-flag',
  'flag-without-ack',
  'bad-id',
  'line-too-long',
  // Reading the whole.
  'header-twice',
  'header-too-late',
  'missing-header',
  'missing-leg',
  'empty-leg',
  'too-many-legs',
  'too-many-statements',
  // Playing it.
  'no-effect',
  'several-segments',
  'without-end',
  'nothing-asked',
  'level-too-low',
  'not-siblings',
] as const;
export type MistakeCode = (typeof MISTAKES)[number];

/** Lines and columns count from 1. A column counts characters; it is one behind the last where something is missing. */
export type Place = { readonly line: number; readonly column: number };

export type Mistake = Place & {
  readonly code: MistakeCode;
  /** The word that is wrong; empty where one is missing. */
  readonly word: string;
  /** What could stand there; empty where that is not a matter of words. */
  readonly expected: readonly string[];
};

export const START: Place = { line: 1, column: 1 };

export function mistake(code: MistakeCode, { line, column }: Place, word = '', expected: readonly string[] = []): Mistake {
  return { code, line, column, word, expected };
}
