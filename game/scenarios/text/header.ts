/** The lines above the legs: what the scenario is called, how hard it is, and what it tells. */
import { done, finish, oneOf, andThen, wrong, type Line, type Read } from './words.ts';

/** The languages of titles and stories. */
export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

export const HEADERS = ['scenario', 'level', 'title', 'story'] as const;
export const SCENARIO_LEVELS = ['1', '2', '3'] as const;

/** "title en": each name stands once at most. */
export type Header = { readonly name: string; readonly value: string };

export function isHeader({ words: [first] }: Line): boolean {
  return HEADERS.some((name) => name === first?.text);
}

export function readHeader(line: Line): Read<Header> {
  return andThen(oneOf(line, HEADERS), (name, rest) => {
    switch (name) {
      case 'scenario':
        return andThen(id(rest), (value, left) => finish({ name, value }, left));
      case 'level':
        return andThen(oneOf(rest, SCENARIO_LEVELS), (value, left) => finish({ name, value }, left));
      case 'title':
      case 'story':
        return andThen(oneOf(rest, LANGUAGES), (language, left) =>
          andThen(prose(left), (value, end) => done({ name: `${name} ${language}`, value }, end)),
        );
      default:
        return name satisfies never;
    }
  });
}

/** Small letters, digits and hyphens, 60 at most: it stands in addresses. */
function id(line: Line): Read<string> {
  const [word, ...words] = line.words;
  if (!word) return wrong('missing-word', line.end);
  const isId = word.text.length <= 60 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(word.text);
  return isId ? done(word.text, { ...line, words }) : wrong('bad-id', word, word.text);
}

function prose(line: Line): Read<string> {
  if (line.words.length === 0) return wrong('missing-word', line.end);
  return done(line.words.map(({ text }) => text).join(' '), { ...line, words: [] });
}

/** Without these a text is no scenario. */
export const REQUIRED = ['scenario', 'level'] as const;
