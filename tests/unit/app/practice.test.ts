/** The addresses of practices, and what of them the study is told. */
import { describe, expect, test } from 'vitest';
import { readStart, type Start } from '#app/practice/address.ts';
import { catchHref, drawSeed, ownPracticeHref, practiceHref } from '#app/practice/hrefs.ts';
import { answersOf } from '#app/practice/use-tell-judged.ts';
import type { Judged } from '#game/practice/judged.ts';
import { studyAnswersSchema } from '#protocol/study.ts';

const paramsOf = (href: string) => Object.fromEntries(new URL(href, 'http://host').searchParams);
const START: Start = { scenario: 'half-close', own: null, level: 3, role: 'server', bot: 'perfect', hints: false, seed: 7 };

describe('an address', () => {
  test('is read as it was written', () => {
    expect(readStart(paramsOf(practiceHref(START)))).toEqual(START);
    const drawn: Start = { ...START, scenario: null, hints: true };
    expect(readStart(paramsOf(practiceHref(drawn)))).toEqual(drawn);
    expect(readStart(paramsOf(catchHref(START)))).toMatchObject({ scenario: 'half-close', level: 3, seed: 7 });
  });

  test('with a scenario alone is enough: its level, the client against a novice, hints', () => {
    expect(readStart({ scenario: 'syn-in-established' })).toEqual({
      scenario: 'syn-in-established',
      own: null,
      level: 3,
      role: 'client',
      bot: 'novice',
      hints: true,
      seed: null,
    });
  });

  test('may have a leg of one’s own, which is a scenario like others; one that does not read, or asks nothing, is none', () => {
    const own = { script: 'wire_by_hand;client_opens;server_opens;drop_to_server', name: '两个 SYN' };
    const read = readStart(paramsOf(practiceHref({ ...START, scenario: null, own })));
    expect(read).toEqual({ ...START, scenario: null, own });
    expect(readStart(paramsOf(ownPracticeHref(own)))).toMatchObject({ own, level: 2, role: 'client', seed: null });
    expect(readStart({ script: 'client_dances', name: 'x' })).toBeNull();
    expect(readStart({ script: 'tell;client_opens' })).toBeNull();
  });

  test('that says nothing, or nothing that is known, asks what to practise', () => {
    expect(readStart({})).toBeNull();
    expect(readStart({ scenario: 'no-such-scenario' })).toBeNull();
    expect(readStart({ level: '2', role: 'server' })).toBeNull();
    expect(readStart({ scenario: ['half-close', 'abort'], seed: '4294967296' })).toBeNull();
  });

  test('has a seed that can be read again', () => {
    const seed = drawSeed();
    expect(readStart({ seed: String(seed) })?.seed).toBe(seed);
  });
});

describe('the study is told', () => {
  const move: Judged = { kind: 'move', rules: ['data', 'established-fin'], right: true, hints: 0, misconception: null, points: 90 };

  test('each rule of the right answer once, as the host reads it', () => {
    const answers = answersOf({ ...move, rules: ['data', 'established-fin', 'data'] }, 'practice', 1_000);
    expect(answers.map(({ card, kind, mode, grade }) => [card, kind, mode, grade])).toEqual([
      ['rule:data', 'answer', 'practice', 3],
      ['rule:established-fin', 'answer', 'practice', 3],
    ]);
    expect(studyAnswersSchema.safeParse({ answers }).success).toBe(true);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(2);
  });

  test('what was wrong, what was right with a hint, and that a word on a move is another kind of question', () => {
    expect(answersOf({ ...move, right: false }, 'practice', 0)[0]?.grade).toBe(1);
    expect(answersOf({ ...move, hints: 2 }, 'practice', 0)[0]?.grade).toBe(2);
    expect(answersOf({ ...move, hints: 3 }, 'practice', 0)[0]?.grade).toBe(1);
    expect(answersOf({ ...move, kind: 'call' }, 'catch', 0)[0]).toMatchObject({ kind: 'illegal', mode: 'catch' });
  });
});
