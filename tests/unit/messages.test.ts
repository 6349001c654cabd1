/** English and Chinese are equals: the same keys, and in each the same arguments. */
import { expect, test } from 'vitest';
import en from '#messages/en.json';
import zhCn from '#messages/zh-CN.json';
import { argumentsOf, flatten } from './icu.ts';

const english = flatten(en);
const chinese = flatten(zhCn);

test('both languages have the same keys', () => {
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
});

test('no message is empty', () => {
  const empty = [...english, ...chinese].filter(([, message]) => message.trim() === '').map(([key]) => key);
  expect(empty).toEqual([]);
});

test('a message takes the same arguments and tags in both languages', () => {
  const uneven = [...english.keys()].filter((key) => argumentsOf(english.get(key)) !== argumentsOf(chinese.get(key)));
  expect(uneven).toEqual([]);
});

test('Chinese is Chinese: a message of more than a few words has Chinese characters in it', () => {
  const untranslated = [...chinese]
    .filter(([, message]) => /[a-z]+ [a-z]+ [a-z]+/i.test(message) && !/\p{Script=Han}/u.test(message))
    .map(([key]) => key);
  expect(untranslated).toEqual([]);
});
