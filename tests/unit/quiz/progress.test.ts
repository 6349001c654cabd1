/** What a learner is told about what is known, what is weak and what is due. */
import { describe, expect, test } from 'vitest';
import { cardsOf, TEACHING_ORDER } from '#game/quiz/curriculum.ts';
import { KNOWN_FROM, masteryOf, masteryOfStates, standingOf, topicStandings, weakSpots, type Met } from '#game/quiz/progress.ts';
import { foldReviews, type CardState, type Grade } from '#game/quiz/schedule.ts';
import { accuracyPoints, dayAfter, dayOf, dueByDay, lastWeeks } from '#game/quiz/study-days.ts';
import { type CardId, TOPICS } from '#game/quiz/vocabulary.ts';
import { STATES } from '#game/tcp/vocabulary.ts';

const DAY = 86_400_000;
/** A Thursday. */
const NOW = Date.UTC(2026, 10, 26, 9);

type Answered = readonly [daysAgo: number, grade: Grade];

function card(id: CardId, ...answers: readonly Answered[]): CardState {
  const known = foldReviews(answers.map(([daysAgo, grade]) => ({ card: id, grade, at: NOW - daysAgo * DAY })));
  if (!known) throw new Error('a card without answers');
  return known;
}
const met = (...cards: readonly CardState[]): Met => new Map(cards.map((one) => [one.card, one]));
const ID = 'rule:established-fin';
const FIRM: readonly Answered[] = [
  [3, 3],
  [1, 3],
];

describe('a card', () => {
  test('is new, then being learnt, then known once it was right on two days', () => {
    expect(standingOf(undefined, NOW)).toBe('new');
    expect(standingOf(card(ID, [0, 3]), NOW)).toBe('learning');
    expect(standingOf(card(ID, ...FIRM), NOW)).toBe('known');
  });

  test('that was easy at once is known', () => {
    expect(standingOf(card(ID, [0, 4]), NOW)).toBe('known');
  });

  test('that was wrong last counts as not known, however often it was right before', () => {
    const forgotten = card(ID, ...FIRM, [0, 1]);
    expect(masteryOf(forgotten, NOW)).toBe(0);
    expect(standingOf(forgotten, NOW)).toBe('learning');
  });

  test('that was known is forgotten again with the months', () => {
    const known = card(ID, ...FIRM);
    expect(masteryOf(known, NOW + 90 * DAY)).toBeLessThan(masteryOf(known, NOW));
    expect(standingOf(known, NOW + 90 * DAY)).toBe('learning');
  });
});

describe('mastery on the diagram', () => {
  const of = (state: string, cards: Met) => masteryOfStates(cards, NOW).find((one) => one.state === state);

  test('is nothing anywhere before the first answer', () => {
    const states = masteryOfStates(met(), NOW);
    expect(states.map(({ state }) => state)).toEqual(STATES);
    for (const { share, met: count, all, arrows } of states) {
      expect([share, count]).toEqual([0, 0]);
      expect(all).toBeGreaterThan(0);
      for (const arrow of arrows) expect([arrow.share, arrow.met]).toEqual([0, 0]);
    }
  });

  test('of a rule shows at the state in which it is met and at the arrow that it takes', () => {
    const cards = met(card(ID, ...FIRM));
    const established = of('ESTABLISHED', cards);
    expect(established?.met).toBe(1);
    expect(established?.share).toBeGreaterThan(0);
    const arrow = established?.arrows.find(({ to }) => to === 'CLOSE_WAIT');
    expect(arrow?.share).toBeGreaterThan(KNOWN_FROM);
    expect(established?.arrows.find(({ to }) => to === 'FIN_WAIT_1')?.share).toBe(0);
    expect(of('LISTEN', cards)?.met).toBe(0);
  });

  test('a rule of several states shows at each of them', () => {
    const cards = met(card('rule:data', [0, 3]));
    expect(['ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2'].map((state) => of(state, cards)?.met)).toEqual([1, 1, 1]);
  });

  test('the FIN that acknowledges ours belongs to FIN_WAIT_1, where it is met, as note 2 of Figure 5 has it', () => {
    const cards = met(card('rule:fin-wait-1-fin-ack', [0, 3]));
    expect(of('FIN_WAIT_1', cards)?.arrows.find(({ to }) => to === 'TIME_WAIT')?.met).toBe(1);
    expect([of('FIN_WAIT_1', cards)?.met, of('FIN_WAIT_2', cards)?.met]).toEqual([1, 0]);
  });

  test('is all but whole once every rule is known, and never more than whole', () => {
    const cards = met(...TEACHING_ORDER.map((id) => card(id, ...FIRM)));
    for (const { share, met: count, all } of masteryOfStates(cards, NOW)) {
      expect(count).toBe(all);
      expect(share).toBeGreaterThan(KNOWN_FROM);
      expect(share).toBeLessThanOrEqual(1);
    }
  });
});

test('the cards of each topic are counted by how well they are known, each once', () => {
  const [one, other] = cardsOf('reset') as [CardId, CardId];
  const standings = topicStandings(met(card(one, ...FIRM), card(other, [0, 1])), NOW);
  expect(standings.map(({ topic }) => topic)).toEqual(TOPICS);
  const sizes = standings.map(({ known, learning, new: fresh }) => known + learning + fresh);
  expect(sizes.reduce((a, b) => a + b)).toBe(TEACHING_ORDER.length);
  const all = cardsOf('reset').length;
  expect(standings.find(({ topic }) => topic === 'reset')).toMatchObject({ known: 1, learning: 1, new: all - 2 });
});

describe('weak spots', () => {
  const tally = (id: CardId, answers: number, right: number) => ({ card: id, answers, right });

  test('are what was wrong, the weakest first: often wrong goes before wrong once', () => {
    const ids: readonly CardId[] = ['rule:ack', 'rule:data', 'concept:two-directions'];
    const cards = met(...ids.map((id) => card(id, [1, 1])));
    const tallies = [tally('rule:ack', 1, 0), tally('rule:data', 5, 1), tally('concept:two-directions', 4, 3)];
    expect(weakSpots(cards, tallies, NOW, 9).map(({ card: id }) => id)).toEqual(['rule:data', 'rule:ack', 'concept:two-directions']);
    expect(weakSpots(cards, tallies, NOW, 1)).toMatchObject([{ card: 'rule:data', asked: 5, right: 1 }]);
  });

  test('are not what was never wrong, nor what has been learnt since', () => {
    const [right, learnt] = [card('rule:ack', [0, 3]), card('rule:data', [9, 1], [8, 3], [6, 4], [1, 4])];
    expect(standingOf(learnt, NOW)).toBe('known');
    expect(weakSpots(met(right, learnt), [tally('rule:ack', 1, 1), tally('rule:data', 4, 3)], NOW, 9)).toEqual([]);
  });

  test('of the same share go by how often they were forgotten after they had been known', () => {
    const [once, lapsed] = [card('rule:ack', [9, 1], [8, 3]), card('rule:data', [9, 3], [4, 1])];
    const spots = weakSpots(met(once, lapsed), [tally('rule:ack', 2, 1), tally('rule:data', 2, 1)], NOW, 9);
    expect(spots.map(({ card: id, lapses }) => [id, lapses])).toEqual([
      ['rule:data', 1],
      ['rule:ack', 0],
    ]);
  });
});

describe('days', () => {
  test('are those of the reader: in Shanghai it is tomorrow already', () => {
    const late = Date.UTC(2026, 10, 26, 20);
    expect([dayOf(late, 0), dayOf(late, 480)]).toEqual(['2026-11-26', '2026-11-27']);
  });

  test('go on over the end of a month, of a year and over 29 February', () => {
    expect([dayAfter('2026-12-31', 1), dayAfter('2028-02-28', 1), dayAfter('2026-03-01', -1)]).toEqual([
      '2027-01-01',
      '2028-02-29',
      '2026-02-28',
    ]);
  });

  test.each(['2026-11-23', '2026-11-26', '2026-11-29'])('the last weeks begin on a Monday and end with the week of %s', (today) => {
    const weeks = lastWeeks(today, 3);
    expect(weeks.map(([monday]) => monday)).toEqual(['2026-11-09', '2026-11-16', '2026-11-23']);
    expect(weeks.at(-1)).toContain(today);
    expect(new Set(weeks.flat()).size).toBe(21);
  });

  test('what is overdue is due today, the rest on its day, and what comes later is not shown', () => {
    const due = (days: number): CardState => ({ ...card(ID, [0, 3]), due: NOW + days * DAY });
    expect(dueByDay([due(-40), due(0.1), due(2), due(2), due(9)], NOW, 0, 4)).toEqual([
      { day: '2026-11-26', count: 2 },
      { day: '2026-11-27', count: 0 },
      { day: '2026-11-28', count: 2 },
      { day: '2026-11-29', count: 0 },
    ]);
  });

  test('accuracy is told day by day, and in the trend a day with one answer does not outweigh one with many', () => {
    const points = accuracyPoints([
      { day: '2026-11-24', answers: 9, right: 9 },
      { day: '2026-11-26', answers: 1, right: 0 },
    ]);
    expect(points.map(({ share, trend }) => [share, trend])).toEqual([
      [1, 1],
      [0, 0.9],
    ]);
  });
});
