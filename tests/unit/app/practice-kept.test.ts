/** What a practice finds in the browser’s storage, which another build, or anybody, may have written. */
import { expect, test, vi } from 'vitest';
import { readKept } from '#app/practice/kept.ts';

test.each(['{"href":1}', '{"href":"/practice?seed=1"}', '{"steps":[]}', '[', '7', 'null'])('a practice kept as %s is none', (text) => {
  vi.stubGlobal('localStorage', { getItem: () => text });
  expect(readKept('practice')).toBeNull();
  vi.unstubAllGlobals();
});
