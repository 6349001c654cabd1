/** Lines of ss and netstat, and the stories that they tell. */
import { describe, expect, test } from 'vitest';
import { SOCKET } from '#game/quiz/kinds/socket.ts';
import { STORIES, type Story } from '#game/quiz/stories.ts';
import type { Made } from '#game/quiz/vocabulary.ts';
import { randomFrom } from '#game/scenarios/random.ts';
import { ruleOf } from '#game/tcp/rules.ts';
import { STATES } from '#game/tcp/vocabulary.ts';
import en from '#messages/en.json';
import { isTrueOf, readSocket } from './socket-reader.ts';

const made: readonly Made[] = SOCKET.rules.flatMap((rule, n) =>
  Array.from({ length: 30 }, (_, seed) => SOCKET.make(rule, randomFrom(1_000 * n + seed))),
);

function storiesOf({ question: { form } }: Made): readonly Story[] {
  if (form.type !== 'choose') throw new Error('nothing to choose');
  return form.choices.map((choice) => {
    const story = STORIES.find(({ id }) => choice.type === 'story' && id === choice.id);
    if (!story) throw new Error('no such story');
    return story;
  });
}

describe('a line of ss or netstat', () => {
  test('has one story among four that is true of it', () => {
    for (const one of made) {
      const stories = storiesOf(one);
      expect(new Set(stories).size).toBe(4);
      const line = readSocket(one.question.asked.lines);
      expect(stories.filter((story) => line && isTrueOf(story, line)).map(({ id }) => id)).toEqual([
        stories[one.key.right.type === 'choice' ? one.key.right.index : -1]?.id,
      ]);
    }
  });

  test('tells of every state but CLOSED, which has none', () => {
    const shown = new Set(made.map((one) => readSocket(one.question.asked.lines)?.state));
    expect(STATES.filter((state) => !shown.has(state))).toEqual(['CLOSED']);
  });

  test('has addresses for documentation only (RFC 5737)', () => {
    const addresses = made.flatMap(({ question }) => question.asked.lines.flatMap((line) => line.match(/\d+\.\d+\.\d+\.\d+/g) ?? []));
    expect(addresses.filter((address) => !/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$|^0\.0\.0\.0$/.test(address))).toEqual([]);
  });

  test('is seldom the same twice', () => {
    const lines = made.map(({ question }) => question.asked.lines.join());
    expect(new Set(lines).size / lines.length).toBeGreaterThan(0.95);
  });

  test('is drawn by the seed alone', () => {
    for (const rule of SOCKET.rules) expect(SOCKET.make(rule, randomFrom(7))).toEqual(SOCKET.make(rule, randomFrom(7)));
  });
});

describe('a story', () => {
  test('has words', () => {
    expect(Object.keys(en['quiz-stories']).toSorted()).toEqual(STORIES.map(({ id }) => id).toSorted());
  });

  test('is led to by rules whose states it can be', () => {
    const stray = STORIES.flatMap(({ id, state, rules }) =>
      rules.filter((rule) => ![...ruleOf(rule).states, ruleOf(rule).next].includes(state)).map((rule) => `${id} ${rule}`),
    );
    expect(stray).toEqual([]);
  });

  test('tells why every wrong choice is wrong', () => {
    for (const one of made) {
      const { reasons, right } = one.key;
      const expected = storiesOf(one).map(({ id }, index) =>
        right.type === 'choice' && index === right.index ? null : { type: 'story', id },
      );
      expect(reasons).toEqual(expected);
    }
  });
});
