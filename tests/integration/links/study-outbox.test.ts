/** What a browser has not told yet, against the real host: whatever stands in its storage, the rest gets there. */
import { beforeEach, expect, test, vi } from 'vitest';
import { addAnswer, tellAnswers, untoldAnswers } from '#app/study/answers.ts';
import { studyAnswers } from '#db/study-schema.ts';
import type { StudyAnswer } from '#protocol/study.ts';
import { startHost } from './host.ts';
import { newGuest, newId } from './player.ts';

const kept = new Map<string, string>();
const STORAGE = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => void kept.set(key, text),
  removeItem: (key: string) => void kept.delete(key),
};
beforeEach(() => {
  vi.unstubAllGlobals();
  kept.clear();
  vi.stubGlobal('localStorage', STORAGE);
});

/** A browser of a new guest. `sent`: how often it has told answers. */
async function aBrowser() {
  const host = await startHost();
  const { playerId, cookie } = await newGuest(host);
  const browserFetch = fetch;
  let sent = 0;
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    sent += Number(path === '/api/study/answers');
    return browserFetch(host.url + path, { ...init, headers: { ...init.headers, cookie } });
  });
  const told = () =>
    host.database.orm
      .select()
      .from(studyAnswers)
      .all()
      .map(({ id }) => id)
      .sort();
  return { playerId, told, sent: () => sent };
}

const answer = (changes: Partial<StudyAnswer> = {}): StudyAnswer => ({
  ...{ id: newId(), card: 'rule:data', kind: 'answer', mode: 'learn', grade: 3, at: Date.now() - 60_000, ms: null },
  ...changes,
});
const idsOf = (answers: readonly StudyAnswer[]) => answers.map(({ id }) => id).sort();
const keyOf = (playerId: string) => `last-ack-study-1:answers:${playerId}`;

test('of 230 answers those about cards that have gone, and those of another build, are dropped, and the rest is told', async () => {
  const { playerId, told, sent } = await aBrowser();
  const good = Array.from({ length: 227 }, () => answer({ id: newId().padEnd(64, 'x') }));
  const gone = [answer({ card: 'concept:long-gone' }), answer({ card: 'rule:long-gone' }), answer({ kind: 'riddle' as 'answer' })];
  for (const one of [...good.slice(0, 10), gone[0], ...good.slice(10, 200), ...gone.slice(1), ...good.slice(200)])
    if (one) addAnswer(playerId, one);
  expect((await tellAnswers(playerId)).isDone).toBe(true);
  expect(told()).toEqual(idsOf(good));
  expect(untoldAnswers(playerId)).toEqual([]);
  expect(sent(), 'by halves').toBeLessThan(50);
});

test.each(['[{"id":"half-wri', '{}', '7', 'null', '[null,7,{},{"id":"some-answer","card":"rule:data"}]'])(
  'a storage that holds %s takes answers, and they are told',
  async (text) => {
    const { playerId, told } = await aBrowser();
    kept.set(keyOf(playerId), text);
    const one = answer();
    addAnswer(playerId, one);
    expect(untoldAnswers(playerId)).toEqual([one]);
    expect((await tellAnswers(playerId)).isDone).toBe(true);
    expect(told()).toEqual([one.id]);
  },
);

test.each<[string, Partial<typeof STORAGE>]>([
  ['full', { setItem: () => fail('QuotaExceededError') }],
  ['forbidden', { getItem: () => fail('SecurityError'), setItem: () => fail('SecurityError'), removeItem: () => fail('SecurityError') }],
])('a storage that is %s loses nothing as long as the page is open', async (_, broken) => {
  const { playerId, told } = await aBrowser();
  vi.stubGlobal('localStorage', { ...STORAGE, ...broken });
  const both = [answer(), answer()];
  for (const one of both) addAnswer(playerId, one);
  expect((await tellAnswers(playerId)).isDone).toBe(true);
  expect(told()).toEqual(idsOf(both));
  expect(untoldAnswers(playerId)).toEqual([]);
});

function fail(name: string): never {
  throw new DOMException(name, name);
}
