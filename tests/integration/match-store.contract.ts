/** What every match store does, whatever it keeps matches in. */
import { expect, test } from 'vitest';
import type { MatchStore } from '#db/match-store.ts';
import { bot, finished, person, ready, record } from './samples.ts';

/** `makeStore` makes an empty one that knows the players "ada" and "bob" and ada's open invitation "OPEN66". */
export function matchStoreContract(makeStore: () => Promise<MatchStore>): void {
  async function storeWith(matchId: string, entries: number): Promise<MatchStore> {
    const store = await makeStore();
    await store.create(record(matchId));
    const all = Array.from({ length: entries }, (_, n) => ready(n));
    await store.append(matchId, 0, all);
    return store;
  }

  test('a match comes back as it was made', async () => {
    const store = await makeStore();
    const made = record('m1', { parties: [person('ada'), bot('skilled')] });
    expect(await store.create(made)).toBe('stored');
    expect(await store.load('m1')).toEqual({ record: made, entries: [], commandIds: [] });
    await store.create(record('m2', { legTurns: null }));
    expect((await store.load('m2'))?.record.legTurns).toBeNull();
  });

  test('there is no match that nobody made', async () => {
    const store = await makeStore();
    expect(await store.load('nope')).toBeNull();
    expect(await store.openMatches()).toEqual([]);
  });

  test('a second match with the same id is a conflict and changes nothing', async () => {
    const store = await storeWith('m1', 1);
    expect(await store.create(record('m1', { rulesVersion: '2' }))).toBe('conflict');
    expect((await store.load('m1'))?.record.rulesVersion).toBe('1');
  });

  test('an invitation makes one match', async () => {
    const store = await makeStore();
    expect(await store.create(record('m1'), 'OPEN66')).toBe('stored');
    expect(await store.create(record('m2'), 'OPEN66')).toBe('conflict');
    expect(await store.create(record('m3'), 'NOSUCH')).toBe('conflict');
    expect(await store.openMatches()).toEqual(['m1']);
  });

  test('entries come back in their order, whatever they hold', async () => {
    const store = await storeWith('m1', 2);
    const comment = { type: 'disputed', turn: 3, side: 1, comment: '"quoted" 汉字 \u{1F468}‍\u{1F467} \n' } as const;
    await store.append('m1', 2, [{ entry: comment, commandId: 'c-dispute' }, ready(9)]);
    expect((await store.load('m1'))?.entries).toEqual([ready(0).entry, ready(1).entry, comment, ready(9).entry]);
  });

  test.each([0, 1, 3, 99])('an append after version %i of a match at version 2 is a conflict and adds nothing', async (after) => {
    const store = await storeWith('m1', 2);
    expect(await store.append('m1', after, [ready(7, 'c-7')])).toBe('conflict');
    expect((await store.load('m1'))?.entries).toHaveLength(2);
    expect(await store.answered('m1', 'c-7')).toBeNull();
  });

  test('of two appends for one version the first is stored and the second is a conflict', async () => {
    const store = await storeWith('m1', 2);
    const both = [store.append('m1', 2, [ready(7)]), store.append('m1', 2, [ready(8), ready(9)])];
    expect(await Promise.all(both)).toEqual(['stored', 'conflict']);
    expect((await store.load('m1'))?.entries.at(-1)).toEqual(ready(7).entry);
  });

  test('a command is answered by the version that it made, in its own match', async () => {
    const store = await storeWith('m1', 1);
    await store.create(record('m2'));
    await store.append('m1', 1, [ready(1), ready(2, 'command')]);
    expect(await store.answered('m1', 'command')).toBe(3);
    expect(await store.answered('m2', 'command')).toBeNull();
    expect((await store.load('m1'))?.commandIds).toEqual(['command']);
    expect(await store.append('m2', 0, [ready(1, 'command')])).toBe('stored');
  });

  test('an append to a match that does not exist is refused', async () => {
    const store = await makeStore();
    await expect(store.append('nope', 0, [ready(1)])).rejects.toThrow();
  });

  test('a finished match is no longer open, and still takes a rematch or a dispute', async () => {
    const store = await storeWith('m1', 1);
    await store.create(record('m0', { startedAt: 500 }));
    expect(await store.openMatches()).toEqual(['m0', 'm1']);
    const ended = { entry: { type: 'ended', reason: 'played', by: null, winner: 0 } as const, commandId: null };
    const finish = finished();
    expect(await store.append('m1', 1, [ended], finish)).toBe('stored');
    expect(await store.openMatches()).toEqual(['m0']);
    expect(await store.append('m1', 2, [ready(5)])).toBe('stored');
    expect(await store.append('m1', 3, [ended], finish)).toBe('conflict');
    expect((await store.load('m1'))?.entries).toHaveLength(3);
  });

  test('a correction is for a match that is over, and leaves it over', async () => {
    const store = await storeWith('m1', 1);
    const voided = { entry: { type: 'voided', turn: 0 } as const, commandId: null };
    const { scores, winner, judged } = finished();
    const correction = { kind: 'correct', scores, winner, judged } as const;
    expect(await store.append('m1', 1, [voided], correction)).toBe('conflict');
    expect((await store.load('m1'))?.entries).toHaveLength(1);
    expect(await store.append('m1', 1, [ready(1)], finished())).toBe('stored');
    expect(await store.append('m1', 2, [voided], correction)).toBe('stored');
    expect(await store.openMatches()).toEqual([]);
    expect((await store.load('m1'))?.entries.at(-1)).toEqual(voided.entry);
  });
}
