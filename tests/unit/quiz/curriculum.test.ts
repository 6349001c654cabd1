/** What a card is about, and which comes before which. */
import { describe, expect, test } from 'vitest';
import { CONCEPTS } from '#game/quiz/concepts.ts';
import { cardsOf, TEACHING_ORDER, topicOf } from '#game/quiz/curriculum.ts';
import { TOPICS, type CardId } from '#game/quiz/vocabulary.ts';
import { isRefusal, RULES } from '#game/tcp/rules.ts';

const CARDS: readonly CardId[] = [...RULES.map(({ id }): CardId => `rule:${id}`), ...CONCEPTS.map(({ id }): CardId => `concept:${id}`)];

test('every rule and every concept is a card of one topic', () => {
  const placed = TOPICS.flatMap(cardsOf);
  expect(placed.toSorted()).toEqual(CARDS.toSorted());
  for (const card of CARDS) expect(cardsOf(topicOf(card))).toContain(card);
});

test('a concept is in the topic that it says', () => {
  expect(CONCEPTS.filter(({ id, topic }) => topicOf(`concept:${id}`) !== topic)).toEqual([]);
});

describe('the teaching order', () => {
  test('has every card once', () => {
    expect(TEACHING_ORDER.toSorted()).toEqual(CARDS.toSorted());
  });

  test('begins with the handshake; the close, data and its loss, resets and the rest follow', () => {
    const milestones: readonly CardId[] = [
      'rule:closed-open-passive',
      'rule:listen-syn',
      'rule:syn-sent-syn-ack',
      'rule:syn-rcvd-ack',
      'rule:established-close',
      'rule:established-fin',
      'rule:close-wait-close',
      'rule:last-ack-fin-acked',
      'rule:send',
      'rule:retransmit-data',
      'rule:rst',
      'rule:syn-sent-syn',
      'rule:challenge-syn',
      'rule:status',
    ];
    const places = milestones.map((card) => TEACHING_ORDER.indexOf(card));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('asks a rule and a concept in turn, so that no session is words alone', () => {
    const rulesIn = (cards: readonly CardId[]) => cards.filter((card) => card.startsWith('rule:')).length;
    for (let first = 0; first + 8 <= 120; first += 8) expect(rulesIn(TEACHING_ORDER.slice(first, first + 8))).toBeGreaterThanOrEqual(4);
  });

  test('teaches no other reading before the canonical one', () => {
    const early = RULES.filter(({ id, insteadOf }) => {
      return insteadOf && TEACHING_ORDER.indexOf(`rule:${id}`) < TEACHING_ORDER.indexOf(`rule:${insteadOf}`);
    });
    expect(early).toEqual([]);
  });

  test('ends with other readings and refused calls', () => {
    const last = RULES.filter(({ id, insteadOf }) => insteadOf || isRefusal(id)).map(({ id }): CardId => `rule:${id}`);
    expect(TEACHING_ORDER.slice(-last.length).toSorted()).toEqual(last.toSorted());
  });
});
