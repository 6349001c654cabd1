/** What is asked in one sitting. */
import { describe, expect, test } from 'vitest';
import { cardsOf, isAside, TEACHING_ORDER, topicOf } from '#game/quiz/curriculum.ts';
import { kindsOf, makeQuestion } from '#game/quiz/question.ts';
import { review, type CardState } from '#game/quiz/schedule.ts';
import { PAPER_LENGTHS, planPaper, planSession, SESSION_LENGTH, type Wish } from '#game/quiz/session.ts';
import { QUESTION_KINDS, TOPICS, type CardId, type QuestionSource } from '#game/quiz/vocabulary.ts';
import { randomFrom } from '#game/scenarios/random.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 26, 9);

function plan(wish: Wish, cards: readonly CardState[] = [], length = SESSION_LENGTH): readonly QuestionSource[] {
  return planSession({ cards, now: NOW, wish, length }, randomFrom(1));
}
const cardsIn = (sources: readonly QuestionSource[]): readonly CardId[] => sources.map(({ card }) => card);

const mostOfAKind = (sources: readonly QuestionSource[]) =>
  Math.max(...QUESTION_KINDS.map((kind) => sources.filter((source) => source.kind === kind).length));

/** Answered right once, so many days ago: due two days later. */
const known = (card: CardId, daysAgo: number): CardState => review(null, { card, grade: 3, at: NOW - daysAgo * DAY });
const mistaken = (card: CardId, daysAgo: number): CardState => review(null, { card, grade: 1, at: NOW - daysAgo * DAY });

const A_FEW = TEACHING_ORDER.slice(20, 25);

describe('to learn', () => {
  test('somebody new is asked the first eight in teaching order', () => {
    expect(cardsIn(plan({ mode: 'learn' }))).toEqual(TEACHING_ORDER.slice(0, 8));
  });

  test('what is due comes first, most overdue first, then what is new, then what is known least', () => {
    const [a, b, c, d, e] = A_FEW as [CardId, CardId, CardId, CardId, CardId];
    const cards = [known(a, 0), known(b, 5), known(c, 9), mistaken(d, 1), known(e, 1)];
    expect(cardsIn(plan({ mode: 'learn' }, cards))).toEqual([c, b, d, ...TEACHING_ORDER.slice(0, 8), e, a]);
  });

  test('no session is longer than it is to be, and none has more than eight new ones', () => {
    const cards = TEACHING_ORDER.slice(0, 9).map((card) => known(card, 9));
    const planned = cardsIn(plan({ mode: 'learn' }, cards));
    expect(planned).toHaveLength(SESSION_LENGTH);
    expect(planned.filter((card) => cards.every((state) => state.card !== card))).toHaveLength(SESSION_LENGTH - 9);
  });
});

describe('every session', () => {
  const wishes: readonly Wish[] = [
    { mode: 'learn' },
    { mode: 'topic', topic: 'close' },
    { mode: 'mistakes' },
    { mode: 'cards', cards: ['rule:send', 'rule:data', 'rule:established-fin'] },
    { mode: 'interview' },
  ];
  const cards = TEACHING_ORDER.filter((_, n) => n % 3 === 0).map((card, n) => (n % 4 === 0 ? mistaken : known)(card, n % 7));

  test.each(wishes)('asks no card twice and only in kinds that it has: $mode', (wish) => {
    const planned = plan(wish, cards);
    expect(planned.length).toBeGreaterThan(0);
    expect(new Set(cardsIn(planned)).size).toBe(planned.length);
    for (const { card, kind } of planned) expect(kindsOf(card)).toContain(kind);
  });

  test.each(wishes)('is made of questions: $mode', (wish) => {
    for (const source of plan(wish, cards)) expect(makeQuestion(source).question).toMatchObject({ card: source.card, kind: source.kind });
  });
});

test('a topic has its own cards alone', () => {
  for (const { card } of plan({ mode: 'topic', topic: 'time-wait' })) expect(topicOf(card)).toBe('time-wait');
});

test('mistakes are what was wrong when it was asked last, due or not', () => {
  const [a, b, c] = A_FEW as [CardId, CardId, CardId];
  const corrected = review(mistaken(b, 3), { card: b, grade: 3, at: NOW - DAY });
  expect(cardsIn(plan({ mode: 'mistakes' }, [mistaken(a, 0), corrected, mistaken(c, 2)]))).toEqual([c, a]);
  expect(plan({ mode: 'mistakes' }, [known(a, 9)])).toEqual([]);
});

test('somebody who wants certain cards is asked about these alone, due or not', () => {
  const cards: readonly CardId[] = ['rule:data', 'rule:established-fin', 'rule:send', 'concept:two-directions'];
  const planned = plan({ mode: 'cards', cards }, [known('rule:data', 9), known('rule:send', 0)]);
  const fresh = TEACHING_ORDER.filter((card) => card === 'rule:established-fin' || card === 'concept:two-directions');
  expect(cardsIn(planned)).toEqual(['rule:data', ...fresh, 'rule:send']);
});

test('an interview has questions that can be answered without choices', () => {
  const kinds = new Set(
    plan(
      { mode: 'interview' },
      TEACHING_ORDER.map((card) => known(card, 4)),
      100,
    ).map(({ kind }) => kind),
  );
  expect([...kinds].filter((kind) => kind !== 'answer' && kind !== 'concept')).toEqual([]);
});

test('a first interview asks for reasons', () => {
  expect(new Set(plan({ mode: 'interview' }).map(({ kind }) => kind))).toEqual(new Set(['concept']));
});

test('an interview leaves out a concept that asks "which of these"', () => {
  const all = TEACHING_ORDER.map((card) => known(card, 4));
  expect(cardsIn(plan({ mode: 'topic', topic: 'calls' }, all, 200))).toContain('concept:abort-without-a-word');
  expect(cardsIn(plan({ mode: 'interview' }, all, 1_000))).not.toContain('concept:abort-without-a-word');
});

describe('the kinds', () => {
  test('of a card take turns', () => {
    const state = known('rule:established-fin', 9);
    const kindAfter = (cards: readonly CardState[]) =>
      planSession({ cards, now: NOW, wish: { mode: 'cards', cards: ['rule:established-fin'] }, length: 1 }, randomFrom(3))[0]?.kind;
    const again = review(state, { card: state.card, grade: 3, at: NOW });
    expect(new Set([kindAfter([]), kindAfter([state]), kindAfter([again])]).size).toBe(3);
  });

  test('of a session vary', () => {
    const rules = plan(
      { mode: 'learn' },
      TEACHING_ORDER.map((card) => known(card, 4)),
      60,
    ).filter(({ kind }) => kind !== 'concept');
    const most = mostOfAKind(rules);
    expect(most).toBeLessThan(rules.length / 2);
  });
});

describe('a paper', () => {
  test.each(['exam', 'daily'] as const)('has as many questions as it is to have, no card twice: %s', (paper) => {
    for (let seed = 0; seed < 20; seed += 1) {
      const sources = planPaper(paper, randomFrom(seed), []);
      expect(sources).toHaveLength(PAPER_LENGTHS[paper]);
      expect(new Set(cardsIn(sources)).size).toBe(sources.length);
    }
  });

  test('is the same for everybody from the same seed, and another from another', () => {
    expect(planPaper('daily', randomFrom(5), [])).toEqual(planPaper('daily', randomFrom(5), []));
    expect(planPaper('daily', randomFrom(6), [])).not.toEqual(planPaper('daily', randomFrom(5), []));
  });

  test('is mixed: many topics, several kinds, none of them most of it', () => {
    for (let seed = 0; seed < 20; seed += 1) {
      const sources = planPaper('exam', randomFrom(seed), []);
      expect(new Set(sources.map(({ card }) => topicOf(card))).size).toBeGreaterThanOrEqual(9);
      const most = mostOfAKind(sources);
      expect(most).toBeLessThanOrEqual(7);
    }
  });

  test('has no other readings and no refused calls as long as there is something else', () => {
    for (let seed = 0; seed < 20; seed += 1) expect(cardsIn(planPaper('exam', randomFrom(seed), [])).filter(isAside)).toEqual([]);
  });

  test('about a few topics has no other', () => {
    const sources = planPaper('exam', randomFrom(2), ['time-wait', 'reset']);
    expect(sources).toHaveLength(PAPER_LENGTHS.exam);
    expect([...new Set(sources.map(({ card }) => topicOf(card)))].toSorted()).toEqual(['reset', 'time-wait']);
  });

  test('about little asks a rule again, as another question, and no concept twice', () => {
    for (const topic of TOPICS) {
      const sources = planPaper('exam', randomFrom(4), [topic]);
      const concepts = cardsIn(sources).filter((card) => card.startsWith('concept:'));
      expect(new Set(concepts).size).toBe(concepts.length);
      expect(new Set(sources.map((source) => JSON.stringify(source))).size).toBe(sources.length);
      if (cardsOf(topic).some((card) => card.startsWith('rule:'))) expect(sources).toHaveLength(PAPER_LENGTHS.exam);
    }
  });
});
