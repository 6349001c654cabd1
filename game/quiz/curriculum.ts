/** What a card is about, and which comes before which. */
import { isRefusal, ruleOf, type RuleId } from '../tcp/rules.ts';
import { CONCEPTS } from './concepts.ts';
import { TOPICS, type CardId, type Topic } from './vocabulary.ts';

/** The rules of each topic, in the order in which they are taught. The states have concepts alone. */
const RULES_OF: Readonly<Record<Topic, readonly RuleId[]>> = {
  states: [],
  handshake: [
    'closed-open-passive',
    'closed-open-active',
    'listen-syn',
    'syn-sent-syn-ack',
    'syn-rcvd-ack',
    'opening-send',
    'listen-close',
    'syn-sent-close',
    'syn-rcvd-close',
    'syn-rcvd-close-queued',
    'listen-open-active',
    'listen-send',
    'listen-send-on-syn',
  ],
  sequence: ['ack', 'duplicate-ack', 'no-ack'],
  close: [
    'established-close',
    'established-fin',
    'fin-wait-1-fin-acked',
    'close-wait-close',
    'fin-wait-2-fin',
    'last-ack-fin-acked',
    'fin-wait-1-fin-ack',
    'established-close-queued',
    'queued-close',
    'queued-close-behind-data',
    'queued-fin',
    'queued-close-on-data',
    'queued-fin-on-data',
  ],
  'half-close': [
    'closing-send',
    'close-wait-close-queued',
    'queued-close-after-fin',
    'queued-close-after-fin-on-data',
    'data-after-fin',
    'fin-after-fin',
  ],
  'time-wait': [
    'two-msl',
    'time-wait-fin',
    'time-wait-ack',
    'time-wait-segment',
    'time-wait-rst',
    'time-wait-rst-ignored',
    'time-wait-new-syn',
    'time-wait-new-syn-challenged',
    'syn-rcvd-rst-reopened',
  ],
  data: ['send', 'data', 'send-waits', 'queued-data', 'window-update', 'zero-window-probe'],
  loss: [
    'retransmit-syn',
    'retransmit-syn-ack',
    'syn-rcvd-same-syn',
    'syn-rcvd-same-syn-again',
    'retransmit-data',
    'ahead-of-gap',
    'ahead-of-gap-unacked',
    'retransmit-fin',
    'old-fin',
    'user-timeout',
  ],
  reset: [
    'closed-segment',
    'closed-rst',
    'syn-sent-rst',
    'listen-rst',
    'syn-rcvd-rst-passive',
    'syn-rcvd-rst-active',
    'rst',
    'late-rst',
    'abort',
    'abort-rst-ack',
    'abort-time-wait',
    'abort-rst-ack-time-wait',
    'early-abort',
    'late-abort',
    'rst-in-window',
    'unacceptable-rst',
  ],
  simultaneous: [
    'fin-wait-1-fin',
    'closing-fin-acked',
    'closing-ignored',
    'syn-sent-syn',
    'syn-rcvd-crossed-syn-ack',
    'syn-rcvd-crossed-syn-ack-acked',
    'retransmit-syn-alone',
  ],
  'old-segments': [
    'unacceptable',
    'challenge-syn',
    'listen-ack',
    'listen-other',
    'syn-sent-bad-ack',
    'syn-sent-bad-ack-rst',
    'syn-sent-rst-without-ack',
    'syn-sent-other',
    'syn-rcvd-new-syn',
    'syn-rcvd-bad-ack',
    'syn-rcvd-bad-ack-challenged',
    'syn-rcvd-unacceptable-ack',
    'syn-rcvd-unacceptable-ack-reset',
    'ack-of-unsent',
  ],
  calls: [
    'receive',
    'opening-receive',
    'status',
    'closed-send',
    'closed-close',
    'closed-abort',
    'closed-receive',
    'closed-status',
    'closing-close',
    'close-after-close',
    'send-after-close',
    'closing-receive',
    'open-active-again',
    'open-passive-again',
  ],
};

const RULE_TOPICS = new Map(TOPICS.flatMap((topic) => RULES_OF[topic].map((id) => [id, topic] as const)));
const CONCEPT_TOPICS = new Map(CONCEPTS.map(({ id, topic }) => [`concept:${id}` as CardId, topic]));

/** Every card has one. */
export function topicOf(card: CardId): Topic {
  const rule = ruleIn(card);
  const topic = rule ? RULE_TOPICS.get(rule) : CONCEPT_TOPICS.get(card);
  if (!topic) throw new Error(`no topic of ${card}`);
  return topic;
}

/** The rule that the card is about; null where it is about a concept. */
export function ruleIn(card: CardId): RuleId | null {
  return card.startsWith('rule:') ? (card.slice('rule:'.length) as RuleId) : null;
}

/** Other readings make sense only beside the canonical one, and of calls that are merely refused there is little to say. */
export function isAside(card: CardId): boolean {
  const rule = ruleIn(card);
  return rule !== null && (ruleOf(rule).insteadOf !== undefined || isRefusal(rule));
}

/** Topics that are taught side by side: the handshake first, then the close, then data and its loss, then what is rare. */
const LESSONS: readonly (readonly Topic[])[] = [
  ['handshake', 'states'],
  ['close', 'half-close', 'time-wait'],
  ['sequence', 'data', 'loss'],
  ['reset'],
  ['simultaneous'],
  ['old-segments'],
  ['calls'],
];

/**
 * Every card, each once. In a lesson each rule is followed by a concept; concepts that are left over then come after all lessons, and
 * what is aside comes last.
 */
export const TEACHING_ORDER: readonly CardId[] = inTeachingOrder();

function inTeachingOrder(): readonly CardId[] {
  const lessons = LESSONS.map(lessonAbout);
  return [
    ...lessons.flatMap(({ rules, concepts }) => rules.flatMap((card, n) => [card, ...concepts.slice(n, n + 1)])),
    ...lessons.flatMap(({ rules, concepts }) => concepts.slice(rules.length)),
    ...lessons.flatMap(({ asides }) => asides),
  ];
}

function lessonAbout(topics: readonly Topic[]) {
  const rules = topics.flatMap((topic) => RULES_OF[topic]).map((id): CardId => `rule:${id}`);
  const concepts = CONCEPTS.filter(({ topic }) => topics.includes(topic)).map(({ id }): CardId => `concept:${id}`);
  return { rules: rules.filter((card) => !isAside(card)), concepts, asides: rules.filter(isAside) };
}

/** In the order in which they are taught. */
export function cardsOf(topic: Topic): readonly CardId[] {
  return TEACHING_ORDER.filter((card) => topicOf(card) === topic);
}
