/** The bank of concepts: whatever its rows are, each can be asked, answered and explained in both languages. */
import { parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { CONCEPTS, type Concept } from '#game/quiz/concepts.ts';
import { CHOICE_KEYS, type ChoiceKey } from '#game/quiz/vocabulary.ts';
import enReasons from '#messages/concept-reasons.en.json';
import zhReasons from '#messages/concept-reasons.zh-CN.json';
import enWords from '#messages/concepts.en.json';
import zhWords from '#messages/concepts.zh-CN.json';
import { FACTS } from './facts.ts';

type Texts = Readonly<Partial<Record<ChoiceKey, string>>>;
type Words = Readonly<Record<string, { readonly ask: string; readonly choices: Texts }>>;
type Reasons = Readonly<Record<string, Texts>>;

const IDS = CONCEPTS.map(({ id }) => id).sort();

describe('the rows', () => {
  test('each has an id of its own that can be the name of a card', () => {
    expect(new Set(IDS).size).toBe(IDS.length);
    expect(IDS.filter((id) => !/^[a-z0-9-]{1,60}$/.test(id))).toEqual([]);
  });

  test.each(CONCEPTS)('$id has three or four choices, one of them right, and a section', ({ choices, right, section }) => {
    expect(choices).toEqual(CHOICE_KEYS.slice(0, Math.max(3, choices.length)));
    expect(choices).toContain(right);
    expect(section).toMatch(/^\d+(\.\d+)*$/);
  });

  test('no key is right in more than 45 % of them', () => {
    const most = Math.max(...CHOICE_KEYS.map((key) => CONCEPTS.filter(({ right }) => right === key).length));
    expect(most / CONCEPTS.length).toBeLessThanOrEqual(0.45);
  });
});

/** The titles are the list of which question covers which: `npx vitest run --reporter=verbose`, with the name of this file. */
describe('the facts', () => {
  test.each(FACTS.map((fact, index) => [index + 1, fact, idsOf(index + 1)] as const))('%i, %s: %s', (_, __, asked) => {
    expect(asked).not.toBe('');
  });

  test('no concept asks one that is not there', () => {
    expect(CONCEPTS.flatMap(({ facts }) => facts.filter((fact) => fact < 1 || fact > FACTS.length))).toEqual([]);
  });
});

function idsOf(fact: number): string {
  return CONCEPTS.filter(({ facts }) => facts.includes(fact))
    .map(({ id }) => id)
    .join(', ');
}

describe.each<[string, Words, Reasons]>([
  ['English', enWords, enReasons],
  ['Chinese', zhWords, zhReasons],
])('%s', (_, words, reasons) => {
  test('has words and reasons for every concept, and for nothing else', () => {
    expect(Object.keys(words).sort()).toEqual(IDS);
    expect(Object.keys(reasons).sort()).toEqual(IDS);
  });

  test.each(CONCEPTS)('$id has words and a reason for each of its choices, no two alike', ({ id, choices }) => {
    expect(Object.keys(words[id]?.choices ?? {})).toEqual(choices);
    expect(Object.keys(reasons[id] ?? {})).toEqual(choices);
    expect(new Set(Object.values(words[id]?.choices ?? {}).map(bare)).size).toBe(choices.length);
  });

  test('no two ask or give as a reason the same', () => {
    const asks = Object.values(words).map(({ ask }) => bare(ask));
    const whys = Object.values(reasons).flatMap((own) => Object.values(own).map(bare));
    expect(new Set(asks).size).toBe(asks.length);
    expect(new Set(whys).size).toBe(whys.length);
  });

  test('no text is empty, is read as ICU syntax, or names a choice by its place, which is drawn', () => {
    const texts = textsOf(words, reasons);
    expect(texts.filter((text) => !isLiteral(text))).toEqual([]);
    expect(texts.filter((text) => /\b(choice|option) [a-d]\b|of the above|选项 ?[a-d一二三四]|以上(都|皆|全|各)/i.test(text))).toEqual([]);
  });

  test('the right choice is not the longest too often: 40 % at most', () => {
    const told = CONCEPTS.filter((concept) => rightIsLongest(concept, words[concept.id]?.choices ?? {}));
    expect(told.length / CONCEPTS.length).toBeLessThanOrEqual(0.4);
  });
});

test('Chinese is Chinese, with its own punctuation; only what a program prints is quoted as it is', () => {
  const foreign = [
    ...Object.values<{ ask: string }>(zhWords).map(({ ask }) => ask),
    ...Object.values<Texts>(zhReasons).flatMap(Object.values),
  ];
  expect(foreign.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  const texts = textsOf(zhWords, zhReasons).map((text) => text.replace(/“[^”]*”/gu, '“”'));
  expect(texts.filter((text) => /\p{Script=Han}[,.;:?!"]|[,;:?!"]\p{Script=Han}|[a-z]+ [a-z]+ [a-z]+ [a-z]+/u.test(text))).toEqual([]);
});

/** Without what does not make two texts different. */
function bare(text: string): string {
  return text.toLowerCase().replace(/[\s\p{P}]/gu, '');
}

function textsOf(words: Words, reasons: Reasons): readonly string[] {
  return [
    ...Object.values(words).flatMap(({ ask, choices }) => [ask, ...Object.values(choices)]),
    ...Object.values(reasons).flatMap(Object.values),
  ];
}

function isLiteral(text: string): boolean {
  const [only, ...others] = parse(text);
  return only?.type === TYPE.literal && only.value === text && text.trim() !== '' && others.length === 0;
}

function rightIsLongest({ right, choices }: Concept, texts: Texts): boolean {
  const length = (key: ChoiceKey) => texts[key]?.length ?? 0;
  return choices.every((key) => key === right || length(key) < length(right));
}
