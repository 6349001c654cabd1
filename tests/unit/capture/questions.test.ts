/** A captured connection as questions, judged as a move of a match is. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Act, ToldAct } from '#game/capture/acts.ts';
import { questionsIn, type Question } from '#game/capture/questions.ts';
import type { Proposal } from '#game/match/vocabulary.ts';
import { ROLES } from '#game/tcp/vocabulary.ts';
import { indexShown, judgeAnswer } from '#components/captures/practice-verdict.ts';
import { isRightVerdict } from '#game/match/verdict.ts';
import { connectionsIn, shownBy } from './connections.ts';
import { captureOf } from './ladder.ts';

const FOLDER = 'tests/captures';
const CAPTURES = readdirSync(FOLDER).filter((name) => /\.pcap(ng)?$/.test(name));
const EVERY = { ends: ROLES, repeats: true } as const;

const RECORDED = new Map(CAPTURES.map((name) => [name, connectionsIn(readFileSync(`${FOLDER}/${name}`)).map(({ acts }) => acts)]));
const recorded = (name: string) => RECORDED.get(name) ?? [];
const actsOf = (name: string) => recorded(name)[0] ?? [];

function ask(acts: readonly ToldAct[], question: Question | undefined, proposal: (act: Act) => Proposal, level: 1 | 2 = 2) {
  const act = question && acts[question.index];
  if (!question || !act) throw new Error('no such question');
  return judgeAnswer(question, act, proposal(act), level);
}

describe.each(CAPTURES)('%s', (name) => {
  test('whoever answers as the capture does is right, at both levels', () => {
    for (const acts of recorded(name))
      for (const question of questionsIn(acts, EVERY))
        for (const level of [1, 2] as const) {
          const verdict = ask(acts, question, (act) => shownBy(act, level), level);
          expect([question.index, isRightVerdict(verdict)]).toEqual([question.index, true]);
        }
  });

  test('whoever resets everything and claims LISTEN is wrong, and is shown what the capture has', () => {
    const reset: Proposal = { segment: { flags: ['SYN', 'RST'], data: false, seq: 9, ack: null }, state: 'LISTEN' };
    for (const acts of recorded(name))
      for (const question of questionsIn(acts, EVERY)) {
        const verdict = ask(acts, question, () => reset);
        const act = acts[question.index] as Act;
        expect(verdict).toMatchObject({ segmentRight: false, took: indexShown(verdict.answers, act) });
        expect(verdict.answers[verdict.took]).toMatchObject({ segment: act.sent, state: act.after.state });
      }
  });
});

test('most of what happens in a capture can be asked', () => {
  const counts = CAPTURES.map((name) => {
    const acts = recorded(name).flat();
    const asked = recorded(name).flatMap((one) => questionsIn(one, EVERY)).length;
    return `${name.replace(/\..*/, '')} ${asked}/${acts.length}`;
  });
  expect(counts).toMatchInlineSnapshot(`
    [
      "abort 9/10",
      "close-crosses-data 12/16",
      "data-crosses-fin 16/17",
      "data-to-closed 10/12",
      "half-close 19/20",
      "half-open 23/26",
      "keep-alive 14/17",
      "loopback-cooked-v1 32/34",
      "loopback-cooked-v2-nanoseconds 32/34",
      "loopback-ethernet 32/34",
      "loopback 32/34",
      "lossy-transfer 36/43",
      "lost-ack-of-fin 11/13",
      "lost-fin 11/12",
      "lost-last-ack 12/13",
      "lost-syn-ack 14/16",
      "lost-syn 11/12",
      "lost-third-ack 12/13",
      "open-close 16/17",
      "ports-used-again 26/28",
      "refused 3/3",
      "server-closes-first 13/14",
      "simultaneous-close 10/11",
      "simultaneous-open 14/14",
      "three-segment-close 14/15",
      "zero-window 70/75",
    ]
  `);
});

test('one end is asked what happens at that end', () => {
  const acts = actsOf('open-close.pcap');
  const server = questionsIn(acts, { ends: ['server'], repeats: true });
  expect(server.map(({ at, event }) => `${at} ${event.type}`)).toEqual([
    'server segment',
    'server segment',
    'server segment',
    'server send',
    'server segment',
    'server segment',
    'server close',
    'server segment',
  ]);
});

test('without repeats, what the same rules decide is asked once at an end', () => {
  const acts = actsOf('lossy-transfer.pcap');
  const client = questionsIn(acts, { ends: ['client'], repeats: false });
  expect(client.filter(({ event }) => event.type === 'send')).toHaveLength(1);
  expect(client.length).toBeLessThan(questionsIn(acts, { ends: ['client'], repeats: true }).length);
});

test('a wrong answer is told which mistake it shows', () => {
  const acts = actsOf('open-close.pcap');
  const close = questionsIn(acts, EVERY).find(({ at, event }) => at === 'client' && event.type === 'close');
  const closed = ask(acts, close, (act) => ({ ...shownBy(act, 2), state: 'CLOSED' }));
  expect(closed).toMatchObject({ segmentRight: true, stateRight: false, misconception: 'close-means-closed' });
  expect(ask(acts, close, (act) => shownBy(act, 2)).misconception).toBeNull();
});

test('both ends stand as the event finds them, so that a wrong segment meets the peer of that moment', () => {
  const acts = actsOf('open-close.pcap');
  const close = questionsIn(acts, EVERY).find(({ at, event }) => at === 'client' && event.type === 'close');
  const reset = ask(acts, close, () => ({ segment: { flags: ['RST'], data: false, seq: 6, ack: null }, state: 'CLOSED' }));
  expect(reset.ghost).toMatchObject({ kind: 'segment', from: 'ESTABLISHED', to: 'CLOSED' });
});

test('to say nothing where data has arrived leaves the retransmission to its sender', () => {
  const acts = connectionsIn(captureOf('client ACK 1 1 +100\nserver ACK 1 101'))[0]?.acts ?? [];
  const arrival = questionsIn(acts, { ends: ['server'], repeats: true })[0];
  const silence = ask(acts, arrival, () => ({ segment: null, state: 'ESTABLISHED' }));
  expect(silence).toMatchObject({ segmentRight: false, stateRight: true, ghost: { kind: 'silence', running: true } });
});
