/** Every kind of question in every phase, with answers made by hand. */
import type { Made, Given, Key, Question, SceneAct } from '#game/quiz/vocabulary.ts';
import type { Event, Role, Segment, State } from '#game/tcp/vocabulary.ts';
import { segment } from './build.ts';

const FIN = segment('FIN ACK', 301, 801);
const CROSSED_FIN = segment('FIN ACK', 801, 302);

const ASKED: Question['asked'] = { at: 'client', state: null, to: null, event: null, moves: [], lines: [], blank: null };

function act(at: Role, event: Event, state: State | null, sent: Segment | null = null): SceneAct {
  return { at, event, outcome: state && { at, segment: sent, state, lost: false } };
}

const arrives = (sent: Segment): Event => ({ type: 'segment', segment: sent });

const CLOSING_SCENE = (state: State | null, sent: Segment | null): NonNullable<Question['scene']> => ({
  before: { client: 'ESTABLISHED', server: 'ESTABLISHED' },
  moments: [
    [act('client', { type: 'close' }, 'FIN_WAIT_1', FIN)],
    [act('server', arrives(FIN), 'LAST_ACK', CROSSED_FIN)],
    [act('client', arrives(CROSSED_FIN), state, sent)],
  ],
});

const LAST_ACK_SENT = segment('ACK', 302, 802);

function made(question: Partial<Question> & Pick<Question, 'kind' | 'form'>, key: Partial<Key> & Pick<Key, 'right'>): Made {
  return {
    question: { card: 'rule:fin-wait-1-fin-ack', asked: ASKED, scene: null, ...question },
    key: { rules: [], reasons: [], scene: null, ...key },
  };
}

const SECOND: Given = { type: 'choice', index: 1 };

export const QUESTIONS = {
  answer: made(
    {
      kind: 'answer',
      asked: { ...ASKED, state: 'FIN_WAIT_1', event: arrives(CROSSED_FIN) },
      scene: CLOSING_SCENE(null, null),
      form: {
        type: 'choose',
        choices: [
          { type: 'move', move: { segment: LAST_ACK_SENT, state: 'CLOSING' } },
          { type: 'move', move: { segment: LAST_ACK_SENT, state: 'TIME_WAIT' } },
          { type: 'move', move: { segment: null, state: 'FIN_WAIT_2' } },
          { type: 'move', move: { segment: segment('FIN ACK', 302, 802), state: 'LAST_ACK' } },
        ],
      },
    },
    {
      right: SECOND,
      rules: ['fin-wait-1-fin-ack'],
      reasons: [{ type: 'misconception', id: 'listener-calls' }, null, { type: 'rule', id: 'fin-wait-1-fin-acked' }, null],
      scene: CLOSING_SCENE('TIME_WAIT', LAST_ACK_SENT),
    },
  ),
  event: made(
    {
      kind: 'event',
      asked: { ...ASKED, at: 'server', state: 'ESTABLISHED', to: 'CLOSE_WAIT' },
      form: {
        type: 'choose',
        choices: [
          { type: 'event', event: { type: 'close' } },
          { type: 'event', event: arrives(FIN) },
          { type: 'event', event: { type: 'timeout', timer: 'retransmission' } },
        ],
      },
    },
    { right: SECOND, rules: ['established-fin'] },
  ),
  'missing-segment': made(
    {
      kind: 'missing-segment',
      scene: {
        before: { client: 'CLOSED', server: 'LISTEN' },
        moments: [
          [act('client', { type: 'open-active', iss: 300 }, 'SYN_SENT', segment('SYN', 300))],
          [act('server', arrives(segment('SYN', 300)), null)],
          [act('client', arrives(segment('SYN ACK', 800, 301)), 'ESTABLISHED', segment('ACK', 301, 801))],
        ],
      },
      form: {
        type: 'choose',
        choices: [
          { type: 'segment', from: 'server', segment: segment('SYN', 800) },
          { type: 'segment', from: 'server', segment: segment('SYN ACK', 800, 301) },
          { type: 'segment', from: 'client', segment: segment('ACK', 301, 4294967295, 1400) },
        ],
      },
    },
    { right: SECOND, rules: ['listen-syn'] },
  ),
  numbers: made(
    {
      kind: 'numbers',
      asked: {
        ...ASKED,
        state: 'FIN_WAIT_1',
        event: { ...arrives(CROSSED_FIN), iss: 4294967000 },
        blank: { flags: ['ACK'], len: 0, ack: true },
      },
      scene: CLOSING_SCENE(null, null),
      form: { type: 'numbers' },
    },
    { right: { type: 'numbers', seq: 302, ack: 802 }, rules: ['fin-wait-1-fin-ack'], scene: CLOSING_SCENE('TIME_WAIT', LAST_ACK_SENT) },
  ),
  illegal: made(
    {
      kind: 'illegal',
      asked: {
        ...ASKED,
        state: 'ESTABLISHED',
        event: arrives(FIN),
        moves: [
          { segment: LAST_ACK_SENT, state: 'CLOSE_WAIT' },
          { segment: segment('FIN ACK', 301, 802), state: 'TIME_WAIT' },
        ],
      },
      form: {
        type: 'choose',
        choices: [
          { type: 'illegal', move: 0, why: 'listener-calls' },
          { type: 'illegal', move: 1, why: 'established-fin' },
          { type: 'illegal', move: 1, why: 'syn-and-ack-apart' },
        ],
      },
    },
    { right: SECOND, rules: ['established-fin'], reasons: [{ type: 'rule', id: 'established-fin' }, null, null] },
  ),
  order: made(
    { kind: 'order', form: { type: 'order', states: ['TIME_WAIT', 'ESTABLISHED', 'FIN_WAIT_2', 'FIN_WAIT_1', 'CLOSED'] } },
    {
      right: { type: 'order', states: ['ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'TIME_WAIT', 'CLOSED'] },
      rules: ['established-close', 'two-msl'],
    },
  ),
  'time-wait': made(
    {
      kind: 'time-wait',
      asked: { ...ASKED, at: null, state: 'TIME_WAIT' },
      scene: CLOSING_SCENE(null, null),
      form: { type: 'choose', choices: (['client', 'server', 'both', 'neither'] as const).map((who) => ({ type: 'ends', who })) },
    },
    { right: { type: 'choice', index: 0 }, rules: ['fin-wait-1-fin-ack'] },
  ),
  misconception: made(
    {
      kind: 'misconception',
      asked: { ...ASKED, state: 'FIN_WAIT_1', event: arrives(CROSSED_FIN), moves: [{ segment: LAST_ACK_SENT, state: 'CLOSED' }] },
      form: {
        type: 'choose',
        choices: [
          { type: 'misconception', id: 'listener-calls' },
          { type: 'misconception', id: 'syn-and-ack-apart' },
          { type: 'misconception', id: 'third-ack-forgotten' },
        ],
      },
    },
    { right: SECOND, rules: ['fin-wait-1-fin-ack'] },
  ),
} as const satisfies Readonly<Record<string, Made>>;
export type QuestionName = keyof typeof QUESTIONS;

/** One that is wrong. */
export const WRONG: Readonly<Record<QuestionName, Given>> = {
  answer: { type: 'choice', index: 0 },
  event: { type: 'choice', index: 0 },
  'missing-segment': { type: 'choice', index: 0 },
  numbers: { type: 'numbers', seq: 302, ack: 801 },
  illegal: { type: 'choice', index: 0 },
  order: { type: 'order', states: ['ESTABLISHED', 'FIN_WAIT_2', 'FIN_WAIT_1', 'TIME_WAIT', 'CLOSED'] },
  'time-wait': { type: 'choice', index: 2 },
  misconception: { type: 'choice', index: 0 },
};
