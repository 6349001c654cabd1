/** What the browser keeps, where it keeps it and where it does not. */
import { afterEach, expect, test, vi } from 'vitest';
import { keep, readKept } from '#app/kept.ts';

/** A browser's storage that takes so many characters. */
function storage(most: number): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem(key, value) {
      if (value.length > most) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
    removeItem: (key) => kept.delete(key),
  };
}

afterEach(() => vi.unstubAllGlobals());

test('what is kept is read again, until it is forgotten', () => {
  vi.stubGlobal('localStorage', storage(1_000));
  keep('steps', [1, 2]);
  expect(readKept('steps')).toEqual([1, 2]);
  keep('steps', null);
  expect(readKept('steps')).toBeNull();
});

test('what a full browser does not take lasts as long as the page, and not what was there before', () => {
  vi.stubGlobal('localStorage', storage(10));
  keep('answers', ['a']);
  keep('answers', ['a', 'b', 'c']);
  expect(readKept('answers')).toEqual(['a', 'b', 'c']);
  keep('answers', null);
  expect(readKept('answers')).toBeNull();
});

test('a browser that keeps nothing at all breaks nothing', () => {
  vi.stubGlobal('localStorage', undefined);
  keep('cards', [3]);
  expect(readKept('cards')).toEqual([3]);
  keep('cards', null);
  expect(readKept('cards')).toBeNull();
});

test('what a hand has written there is nothing', () => {
  const browser = storage(1_000);
  browser.setItem('last', '{"steps":');
  vi.stubGlobal('localStorage', browser);
  expect(readKept('last')).toBeNull();
});
