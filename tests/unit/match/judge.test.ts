/** A proposal held against the set of right answers. Each row: what is proposed, and what the judge says of segment, state and answer. */
import { describe, expect, test } from 'vitest';
import { isPredicted, judge } from '#game/match/judge.ts';
import type { Ghost, Level, Spelling } from '#game/match/vocabulary.ts';
import { answersAt } from '#game/scenarios/play.ts';
import type { Script } from '#game/scenarios/script.ts';
import { inState, text } from '../tcp/endpoints.ts';
import { ESTABLISHED, LISTENING, prediction, proposal, situation, type Situation } from './situations.ts';

const clientCloses = situation([...ESTABLISHED, { do: 'call', at: 'client', call: 'close' }]);
const clientSends = situation([...ESTABLISHED, { do: 'send', at: 'client', len: 20 }]);
const dataArrives = situation([...ESTABLISHED, { do: 'send', at: 'client', len: 20 }], 1);
const clientAborts = situation([...ESTABLISHED, { do: 'call', at: 'client', call: 'abort' }]);
const open: Script = [{ do: 'call', at: 'client', call: 'open-active' }];
const clientOpens = situation([...LISTENING, ...open]);
const synMeetsNobody = situation(open, 1);
const synMeetsListener = situation([...LISTENING, ...open], 1);
const newSynInTimeWait: Situation = {
  play: { ...clientCloses.play, endpoints: { ...clientCloses.play.endpoints, client: inState('TIME_WAIT') } },
  happening: { at: 'client', event: { type: 'segment', segment: { flags: ['SYN'], seq: 1000, ack: null, len: 0 }, iss: 5000 } },
};
const crossed = situation([{ do: 'both', call: 'open-active' }], 2, 'client');

type Row = readonly [level: Level, proposed: string, segmentRight: boolean, stateRight: boolean, took: number, spelling?: Spelling];

function table(title: string, { play, happening }: Situation, rows: readonly Row[]): void {
  describe(title, () => {
    for (const [level, proposed, segmentRight, stateRight, took, spelling = null] of rows)
      test(`level ${level}: ${proposed}`, () => {
        const judged = judge(play, happening, proposal(proposed), level);
        expect(judged).toMatchObject({ segmentRight, stateRight, took, spelling });
      });
  });
}

table('CLOSE in ESTABLISHED: FIN,ACK seq=101 ack=301 and FIN_WAIT_1', clientCloses, [
  [1, 'FIN,ACK > FIN_WAIT_1', true, true, 0],
  [1, 'ACK,FIN > FIN_WAIT_1', true, true, 0],
  [1, 'FIN > FIN_WAIT_1', true, true, 0, 'fin-without-ack'],
  [1, 'FIN > CLOSING', true, false, 0, 'fin-without-ack'],
  [1, 'FIN,ACK > CLOSED', true, false, 0],
  [1, 'ACK > FIN_WAIT_1', false, true, 0],
  [1, 'nothing > FIN_WAIT_1', false, true, 0],
  [1, 'nothing > ESTABLISHED', false, false, 0],
  [1, 'FIN,ACK+data > FIN_WAIT_1', false, true, 0],
  [1, 'SYN,FIN > FIN_WAIT_1', false, true, 0],
  [1, 'FIN,RST,ACK > CLOSED', false, false, 0],
  [2, 'FIN,ACK 101 301 > FIN_WAIT_1', true, true, 0],
  [3, 'FIN,ACK 101 301 > FIN_WAIT_1', true, true, 0],
  [2, 'FIN 101 > FIN_WAIT_1', false, true, 0],
  [2, 'FIN,ACK 102 301 > FIN_WAIT_1', false, true, 0],
  [2, 'FIN,ACK 101 300 > FIN_WAIT_1', false, true, 0],
  [2, 'FIN,ACK 301 101 > CLOSED', false, false, 0],
]);

table('SEND of 20 octets in ESTABLISHED: ACK with the data', clientSends, [
  [1, 'ACK+data > ESTABLISHED', true, true, 0],
  [1, 'ACK > ESTABLISHED', false, true, 0],
  [2, 'ACK+data 101 301 > ESTABLISHED', true, true, 0],
  [2, 'ACK+data 121 301 > ESTABLISHED', false, true, 0],
]);

table('ABORT in ESTABLISHED: four readings stand (house rules C and M2)', clientAborts, [
  [1, 'RST > CLOSED', true, true, 0],
  [1, 'RST,ACK > CLOSED', true, true, 1],
  [1, 'RST > TIME_WAIT', true, true, 2],
  [1, 'RST,ACK > TIME_WAIT', true, true, 3],
  [2, 'RST 101 > CLOSED', true, true, 0],
  [2, 'RST,ACK 101 301 > CLOSED', true, true, 1],
  [2, 'RST 101 > TIME_WAIT', true, true, 2],
  [2, 'RST,ACK 101 301 > TIME_WAIT', true, true, 3],
  [2, 'RST 102 > TIME_WAIT', false, true, 0],
]);

table('a new SYN in TIME_WAIT: reopened or challenged (O)', newSynInTimeWait, [
  [2, 'SYN,ACK 5000 1001 > SYN_RCVD', true, true, 0],
  [2, 'ACK 102 302 > TIME_WAIT', true, true, 1],
  // Both parts are right, each of another answer: the state does not follow from the segment.
  [2, 'SYN,ACK 5000 1001 > TIME_WAIT', true, false, 0],
]);

table('a SYN arrives in CLOSED: RST,ACK seq=0 ack=101, whose form hangs on the ACK bit (M2)', synMeetsNobody, [
  [1, 'RST,ACK > CLOSED', true, true, 0],
  [1, 'RST > CLOSED', true, true, 0, 'rst-ack'],
  [2, 'RST,ACK 0 101 > CLOSED', true, true, 0],
  [2, 'RST 0 > CLOSED', false, true, 0],
  [2, 'RST,ACK 0 100 > CLOSED', false, true, 0],
]);

table('the SYN,ACKs of a simultaneous open have crossed: nothing, or an ACK (A)', crossed, [
  [1, 'nothing > ESTABLISHED', true, true, 0],
  [1, 'ACK > ESTABLISHED', true, true, 1],
  [2, 'ACK 101 301 > ESTABLISHED', true, true, 1],
  [2, 'ACK 100 301 > ESTABLISHED', false, true, 0],
  [2, 'nothing > SYN_RCVD', true, false, 0],
]);

test('what was missed is wrong, took the canonical answer and would have done nothing', () => {
  const { play, happening } = clientCloses;
  const missed = { segmentRight: false, stateRight: false, took: 0, spelling: null, ghost: null };
  expect(judge(play, happening, null, 2)).toMatchObject(missed);
});

test('every answer that stands comes with the verdict, the canonical one first', () => {
  const { answers } = judge(clientAborts.play, clientAborts.happening, null, 1);
  expect(answers.map(({ segment, state }) => `${segment && text(segment)} > ${state}`)).toEqual([
    'RST seq=101 > CLOSED',
    'RST,ACK seq=101 ack=301 > CLOSED',
    'RST seq=101 > TIME_WAIT',
    'RST,ACK seq=101 ack=301 > TIME_WAIT',
  ]);
});

function tell(ghost: Ghost | null): string {
  if (ghost === null) return 'none';
  if (ghost.kind === 'silence') return ghost.running ? 'the timer runs' : 'no timer runs';
  const { segment, from, to, reply, rules } = ghost;
  return `${text(segment)}: ${from} > ${to}, ${reply ? text(reply) : 'nothing'} (${rules.join(' ')})`;
}

describe('what a wrong proposal would have done at the other end', () => {
  test.each<[string, Situation, Level, string, string]>([
    ['FIN without ACK is dropped', clientCloses, 2, 'FIN 101 > FIN_WAIT_1', 'FIN seq=101: ESTABLISHED > ESTABLISHED, nothing (no-ack)'],
    [
      'a seq too high leaves a gap',
      clientCloses,
      2,
      'FIN,ACK 102 301 > FIN_WAIT_1',
      'FIN,ACK seq=102 ack=301: ESTABLISHED > ESTABLISHED, ACK seq=301 ack=101 (ahead-of-gap)',
    ],
    [
      'an ack of what was never sent',
      clientCloses,
      2,
      'FIN,ACK 101 302 > FIN_WAIT_1',
      'FIN,ACK seq=101 ack=302: ESTABLISHED > ESTABLISHED, ACK seq=301 ack=101 (ack-of-unsent)',
    ],
    ['a RST ends it', clientCloses, 1, 'RST > FIN_WAIT_1', 'RST seq=101: ESTABLISHED > CLOSED, nothing (rst)'],
    [
      'a SYN is challenged',
      clientCloses,
      1,
      'SYN > FIN_WAIT_1',
      'SYN seq=101: ESTABLISHED > ESTABLISHED, ACK seq=301 ack=101 (challenge-syn)',
    ],
    ['an ACK to a listener', clientOpens, 1, 'ACK > SYN_SENT', 'ACK seq=100 ack=0: LISTEN > LISTEN, RST seq=0 (listen-ack)'],
    [
      'a SYN,ACK in place of a SYN',
      clientOpens,
      2,
      'SYN,ACK 100 0 > SYN_SENT',
      'SYN,ACK seq=100 ack=0: LISTEN > LISTEN, RST seq=0 (listen-ack)',
    ],
    [
      'a SYN,ACK that acknowledges too little',
      synMeetsListener,
      2,
      'SYN,ACK 300 100 > SYN_RCVD',
      'SYN,ACK seq=300 ack=100: SYN_SENT > SYN_SENT, RST seq=100 (syn-sent-bad-ack)',
    ],
    [
      'data that was not offered',
      clientCloses,
      1,
      'FIN,ACK+data > FIN_WAIT_1',
      'FIN,ACK seq=101 ack=301 len=1: ESTABLISHED > CLOSE_WAIT, ACK seq=301 ack=103 (data established-fin)',
    ],
    ['silence where the peer waits for an ACK', dataArrives, 2, 'nothing > ESTABLISHED', 'the timer runs'],
    ['silence where nothing was sent', clientCloses, 2, 'nothing > FIN_WAIT_1', 'no timer runs'],
    ['a wrong state alone is told in words', clientCloses, 1, 'FIN,ACK > CLOSING', 'none'],
    ['and so is nothing for a right proposal', clientCloses, 1, 'FIN > FIN_WAIT_1', 'none'],
  ])('%s', (_, { play, happening }, level, proposed, expected) => {
    expect(tell(judge(play, happening, proposal(proposed), level).ghost)).toBe(expected);
  });
});

describe('a prediction names flags and state of one of the answers', () => {
  test.each<[string, Situation, string, boolean]>([
    ['CLOSE', clientCloses, 'FIN,ACK > FIN_WAIT_1', true],
    ['CLOSE', clientCloses, 'FIN > FIN_WAIT_1', true],
    ['CLOSE', clientCloses, 'FIN,ACK > CLOSING', false],
    ['CLOSE', clientCloses, 'nothing > FIN_WAIT_1', false],
    ['SEND', clientSends, 'ACK > ESTABLISHED', true],
    ['ABORT', clientAborts, 'RST > CLOSED', true],
    ['ABORT', clientAborts, 'RST,ACK > TIME_WAIT', true],
    ['crossed SYN,ACKs', crossed, 'nothing > ESTABLISHED', true],
    ['crossed SYN,ACKs', crossed, 'ACK > ESTABLISHED', true],
    ['crossed SYN,ACKs', crossed, 'ACK > SYN_RCVD', false],
  ])('%s: $2', (...[, { play, happening }, predicted, expected]) => {
    expect(isPredicted(prediction(predicted), answersAt(play, happening))).toBe(expected);
  });
});
