/** Every code that the host can send has its words. Both languages have the same keys: `messages.test.ts`. */
import { expect, test } from 'vitest';
import en from '#messages/en.json';
import { FAULTS } from '#protocol/faults.ts';

test('the words of faults are those of the codes, and no others', () => {
  expect(Object.keys(en.faults).sort()).toEqual(Object.keys(FAULTS).sort());
});
