/** A practice: going back, hints, the bot's mistakes, and what counts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judgeMove, isRightVerdict } from '#game/match/verdict.ts';
import { asProposal } from '#game/match/typical-mistakes.ts';
import { POINTS } from '#game/match/scoring.ts';
import { BOT_STRENGTHS, LEVELS } from '#game/match/vocabulary.ts';
import { hintTo } from '#game/practice/hints.ts';
import { gradeOf, pointsOf, weakRulesOf } from '#game/practice/judged.ts';
import { canTakeBack, hintsIn, openIn, takeStep, type Practice, type PracticeStep } from '#game/practice/practice.ts';
import { askIn } from '#game/practice/turns.ts';
import { ruleOf } from '#game/tcp/rules.ts';
import { ROLES } from '#game/tcp/vocabulary.ts';
import { playOn, practise, rightMove, SCENARIOS, stands } from './legs.ts';

const WRONG: PracticeStep = { type: 'answer', proposal: { segment: null, state: 'CLOSING' } };
const take = (practice: Practice, ...steps: readonly PracticeStep[]) => steps.reduce(takeStep, practice);
const right = (practice: Practice): PracticeStep => ({ type: 'answer', proposal: rightMove(practice) });
/** What of a practice is where one stands in it. */
const place = ({ turns, phase, call }: Practice) => ({ turns, phase, call });

test.each(SCENARIOS.map(({ id }) => id))('%s is played to its end from either end', (id) => {
  for (const role of ROLES) {
    const played = playOn(practise(id, { role }));
    expect(played.phase).toBe('over');
    expect(played.judged.every((one) => one.right)).toBe(true);
  }
});

const someSteps = fc.array(
  fc.oneof(
    fc.constantFrom<'right' | 'wrong' | 'go-on' | 'object' | 'hint'>('right', 'wrong', 'go-on', 'object', 'hint'),
    fc.nat({ max: 9 }),
  ),
  { maxLength: 40 },
);
const someStart = fc.record({
  id: fc.constantFrom(...SCENARIOS.map(({ id }) => id)),
  role: fc.constantFrom(...ROLES),
  strength: fc.constantFrom(...BOT_STRENGTHS),
  level: fc.constantFrom(...LEVELS),
  seed: fc.nat({ max: 1_000 }),
});

function stepOf(practice: Practice, one: 'right' | 'wrong' | 'go-on' | 'object' | 'hint' | number): PracticeStep {
  if (typeof one === 'number') return { type: 'take-back', turn: one };
  if (one === 'right') return practice.phase === 'asked' ? right(practice) : { type: 'go-on' };
  return one === 'wrong' ? WRONG : { type: one };
}

test('a step back leads exactly to where one stood, and what was judged stays', () => {
  fc.assert(
    fc.property(someStart, someSteps, ({ id, ...settings }, drawn) => {
      let now = practise(id, settings);
      const askedAt = new Map<number, ReturnType<typeof place>>();
      for (const one of drawn) {
        if (now.phase === 'asked') askedAt.set(openIn(now).number, place(now));
        const before = now;
        now = takeStep(now, stepOf(now, one));
        if (typeof one !== 'number') continue;
        if (!canTakeBack(before, one)) expect(now).toBe(before);
        else expect(place(now)).toEqual(askedAt.get(one));
        expect(now.judged).toEqual(before.judged);
      }
    }),
    { numRuns: 150 },
  );
});

test('a practice is its steps: the same ones give the same practice', () => {
  const steps: PracticeStep[] = [WRONG, { type: 'go-on' }, { type: 'object' }, { type: 'go-on' }, { type: 'hint' }];
  const settings = { strength: 'novice', seed: 7 } as const;
  expect(practise('half-close', settings, steps)).toEqual(practise('half-close', settings, steps));
});

describe('what is answered again', () => {
  test('counts as it was first answered', () => {
    const first = take(practise('half-close', {}), WRONG);
    const again = take(first, { type: 'take-back', turn: openIn(first).number });
    const righted = take(again, right(again));
    expect(righted.judged).toEqual(first.judged);
    expect(pointsOf(righted.judged)).toBe(0);
    expect(isRightVerdict(openIn(righted).verdicts[0] ?? { segmentRight: false, stateRight: false })).toBe(true);
    expect(openIn(righted).verdicts[0]?.points.total).toBe(0);
  });

  test('keeps the hints that were given', () => {
    const begun = take(practise('half-close', {}), { type: 'hint' }, { type: 'hint' });
    const answered = take(begun, right(begun));
    expect(hintsIn(take(answered, { type: 'take-back', turn: 0 }))).toBe(2);
  });
});

describe('hints', () => {
  test.each(SCENARIOS.map(({ id }) => id))('of %s tell what is so', (id) => {
    let now = practise(id, {});
    while (now.phase !== 'over') {
      if (now.phase !== 'asked') now = takeStep(now, { type: 'go-on' });
      else {
        const turn = openIn(now);
        const ask = askIn(turn);
        if (!ask) throw new Error('nothing is asked');
        const hint = hintTo(turn.play, ask);
        expect(isRightVerdict(judgeMove(turn.play, ask, asProposal(hint.answer, 2), 2))).toBe(true);
        expect(hint.event).toBe(ask.event.type);
        expect(hint.rules).toEqual(hint.answer.rules);
        for (const rule of hint.rules) {
          expect(ruleOf(rule).states.length).toBeGreaterThan(0);
          expect(hint.stages).toContain(ruleOf(rule).stage);
        }
        now = takeStep(now, right(now));
      }
    }
  });

  test('cost points and the grade, the deepest all of them', () => {
    const worth = [0, 1, 2, 3, 4].map((times) => {
      const asked = take(practise('half-close', {}), ...Array.from({ length: times }, (): PracticeStep => ({ type: 'hint' })));
      const [judged] = take(asked, right(asked)).judged;
      return judged && [judged.points, gradeOf(judged)];
    });
    expect(worth).toEqual([
      [POINTS.move, 3],
      [60, 2],
      [30, 2],
      [0, 1],
      [0, 1],
    ]);
  });
});

describe("the bot's moves", () => {
  test('are called illegal where they are no right answer, and a false alarm where they are, at every level', () => {
    const seen = { caught: 0, 'false-alarm': 0, missed: 0 };
    for (const { id } of SCENARIOS)
      for (const level of LEVELS) {
        let now = playUntilBot(practise(id, { strength: 'novice', level, seed: level }));
        while (now.phase === 'bots-move') {
          const turn = openIn(now);
          const verdict = turn.verdicts.at(-1);
          if (!verdict) throw new Error('no move');
          const called = takeStep(now, { type: 'object' });
          expect(called.call).toBe(stands(turn, verdict) ? 'false-alarm' : 'caught');
          expect((called.judged.at(-1)?.points ?? 0) > 0).toBe(called.call === 'caught');
          const passed = takeStep(now, { type: 'go-on' });
          expect(passed.call).toBe(stands(turn, verdict) ? null : 'missed');
          seen[called.call ?? 'missed'] += 1;
          now = playUntilBot(takeStep(called, { type: 'go-on' }));
        }
      }
    expect(seen.caught).toBeGreaterThan(100);
    expect(seen['false-alarm']).toBeGreaterThan(100);
  });

  test('the perfect bot makes no mistake', () => {
    for (const { id } of SCENARIOS) {
      let now = playUntilBot(practise(id, { strength: 'perfect' }));
      while (now.phase === 'bots-move') {
        expect(takeStep(now, { type: 'object' }).call).toBe('false-alarm');
        now = playUntilBot(takeStep(now, { type: 'go-on' }));
      }
    }
  });

  test('the connection goes on with the right answer, whatever was moved and said', () => {
    const careless = practise('half-close', { strength: 'novice', seed: 3 });
    const careful = practise('half-close', { strength: 'perfect', seed: 3 });
    expect(playOn(careless).turns.map(({ play }) => play)).toEqual(playOn(careful).turns.map(({ play }) => play));
  });
});

function playUntilBot(practice: Practice): Practice {
  return practice.phase === 'bots-move' ? practice : playOn(practice, 'bots-move');
}

test('the rules that were got wrong are listed, the most often missed first', () => {
  const judged = [
    ['data', true],
    ['ack', false],
    ['data', false],
    ['data', false],
  ] as const;
  const all = judged.map(
    ([rule, isRight]) => ({ kind: 'move', rules: [rule], right: isRight, hints: 0, misconception: null, points: 0 }) as const,
  );
  expect(weakRulesOf(all)).toEqual(['data', 'ack']);
});
