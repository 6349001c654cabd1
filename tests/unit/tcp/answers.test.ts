/** The house rules as a table: where the RFC is not of one mind, the canonical answer and the others that are right. */
import { describe, expect, test } from 'vitest';
import { answersTo, type Answer } from '#game/tcp/answers.ts';
import type { Endpoint } from '#game/tcp/endpoint.ts';
import type { Event } from '#game/tcp/vocabulary.ts';
import { abort, afterCrossedSyns, arrives, close, inState, openActive, play, send, text, timeout } from './endpoints.ts';

type Row = readonly [house: string, situation: string, at: Endpoint, event: Event, canonical: string, ...alsoRight: string[]];

const finOf = (seq: number, ack: number) => arrives('FIN,ACK', seq, ack);
const newSyn: Event = { ...arrives('SYN', 1000), iss: 5000 };
const finAndClose: Event = { type: 'segment', segment: { flags: ['FIN', 'ACK'], seq: 301, ack: 101, len: 0 }, joined: 'close' };
const retransmission = timeout('retransmission');

// biome-ignore format: one row a line
const HOUSE_RULES: readonly Row[] = [
  ['A', 'the crossed SYN,ACK of a simultaneous open', afterCrossedSyns(), arrives('SYN,ACK', 300, 101), 'nothing → ESTABLISHED', 'ACK seq=101 ack=301 → ESTABLISHED'],
  ['B', 'TIME_WAIT gets the FIN again', inState('TIME_WAIT'), finOf(301, 102), 'ACK seq=102 ack=302 → TIME_WAIT'],
  ['B2', 'TIME_WAIT gets a bare ACK', inState('TIME_WAIT'), arrives('ACK', 302, 102), 'nothing → TIME_WAIT'],
  ['C, M2', 'ABORT', inState('ESTABLISHED'), abort, 'RST seq=101 → CLOSED', 'RST,ACK seq=101 ack=301 → CLOSED', 'RST seq=101 → TIME_WAIT', 'RST,ACK seq=101 ack=301 → TIME_WAIT'],
  ['D', 'RST with an acceptable ACK in SYN_SENT', inState('SYN_SENT'), arrives('RST,ACK', 0, 101), 'nothing → CLOSED'],
  ['D', 'RST with another ACK in SYN_SENT', inState('SYN_SENT'), arrives('RST,ACK', 0, 91), 'nothing → SYN_SENT'],
  ['D', 'RST without ACK in SYN_SENT', inState('SYN_SENT'), arrives('RST', 0), 'nothing → SYN_SENT'],
  ['D2', 'exact RST in SYN_RCVD, opened passively', inState('SYN_RCVD'), arrives('RST', 301), 'nothing → LISTEN'],
  ['D2', 'exact RST in SYN_RCVD, opened actively', afterCrossedSyns(), arrives('RST', 301), 'nothing → CLOSED'],
  ['E', 'the same SYN again in SYN_RCVD', inState('SYN_RCVD'), arrives('SYN', 300), 'ACK seq=101 ack=301 → SYN_RCVD', 'SYN,ACK seq=100 ack=301 → SYN_RCVD'],
  ['E2', 'another SYN in the window in SYN_RCVD', inState('SYN_RCVD'), arrives('SYN', 400), 'nothing → LISTEN'],
  ['F', 'SYN in a synchronised state', inState('ESTABLISHED'), arrives('SYN', 400), 'ACK seq=101 ack=301 → ESTABLISHED'],
  ['F2', 'exact RST', inState('ESTABLISHED'), arrives('RST', 301), 'nothing → CLOSED'],
  ['F2', 'RST in the window', inState('ESTABLISHED'), arrives('RST', 302), 'ACK seq=101 ack=301 → ESTABLISHED'],
  ['F2', 'RST outside the window', inState('ESTABLISHED'), arrives('RST', 300), 'nothing → ESTABLISHED'],
  ['G', 'RST in TIME_WAIT', inState('TIME_WAIT'), arrives('RST', 302), 'nothing → CLOSED', 'nothing → TIME_WAIT'],
  ['H', 'the FIN again in CLOSE_WAIT', inState('CLOSE_WAIT'), finOf(301, 101), 'ACK seq=101 ack=302 → CLOSE_WAIT'],
  ['H', 'the FIN again in CLOSING', inState('CLOSING'), finOf(301, 101), 'ACK seq=102 ack=302 → CLOSING'],
  ['H', 'the FIN again in LAST_ACK', inState('LAST_ACK'), finOf(301, 101), 'ACK seq=102 ack=302 → LAST_ACK'],
  ['I', 'CLOSE in SYN_RCVD', inState('SYN_RCVD'), close, 'FIN,ACK seq=101 ack=301 → FIN_WAIT_1'],
  ['J', 'both FINs exchanged', inState('CLOSING'), arrives('ACK', 302, 102), 'nothing → TIME_WAIT'],
  ['K', 'a FIN where the application has asked to close', inState('ESTABLISHED'), finAndClose, 'FIN,ACK seq=101 ack=302 → LAST_ACK'],
  ['K', 'its peer', inState('FIN_WAIT_1'), finOf(301, 102), 'ACK seq=102 ack=302 → TIME_WAIT'],
  ['M', 'CLOSE in ESTABLISHED', inState('ESTABLISHED'), close, 'FIN,ACK seq=101 ack=301 → FIN_WAIT_1'],
  ['M2', 'a SYN to a port where nobody listens', inState('CLOSED'), arrives('SYN', 300), 'RST,ACK seq=0 ack=301 → CLOSED'],
  ['M2', 'an ACK to a port where nobody listens', inState('CLOSED'), arrives('ACK', 300, 500), 'RST seq=500 → CLOSED'],
  ['N', 'data and the ACK of the handshake are joined', play(inState('SYN_SENT'), send(10)), arrives('SYN,ACK', 300, 101), 'ACK seq=101 ack=301 len=10 → ESTABLISHED'],
  ['N', 'data and the FIN behind it are joined', play(inState('SYN_RCVD'), send(10), close), arrives('ACK', 301, 101), 'FIN,ACK seq=101 ack=301 len=10 → FIN_WAIT_1'],
  ['N', 'the same after the FIN of the peer', play(inState('SYN_RCVD'), send(10), close), finOf(301, 101), 'FIN,ACK seq=101 ack=302 len=10 → LAST_ACK'],
  ['O', 'a new SYN in TIME_WAIT', inState('TIME_WAIT'), newSyn, 'SYN,ACK seq=5000 ack=1001 → SYN_RCVD', 'ACK seq=102 ack=302 → TIME_WAIT'],
  ['O', 'the same without a number that is larger', inState('TIME_WAIT'), arrives('SYN', 1000), 'ACK seq=102 ack=302 → TIME_WAIT'],
  ['O', 'a RST to what was reopened', play(inState('TIME_WAIT'), newSyn), arrives('RST', 1001), 'nothing → TIME_WAIT'],
  ['P', 'data ahead of a gap', inState('ESTABLISHED'), arrives('ACK', 401, 101, 10), 'ACK seq=101 ack=301 → ESTABLISHED', 'nothing → ESTABLISHED'],
  ['P', 'a FIN ahead of a gap', inState('FIN_WAIT_2'), finOf(401, 102), 'ACK seq=102 ack=301 → FIN_WAIT_2', 'nothing → FIN_WAIT_2'],
  ['Q', 'an unacceptable ACK in SYN_RCVD', inState('SYN_RCVD'), arrives('ACK', 301, 500), 'RST seq=500 → SYN_RCVD', 'ACK seq=101 ack=301 → SYN_RCVD'],
  ['Q', 'the same outside the window', inState('SYN_RCVD'), arrives('ACK', 65_836, 500), 'ACK seq=101 ack=301 → SYN_RCVD', 'RST seq=500 → SYN_RCVD'],
  ['R', 'SEND on LISTEN', inState('LISTEN'), send(10), 'SYN seq=100 → SYN_SENT', 'SYN seq=100 len=10 → SYN_SENT'],
  ['R', 'active OPEN on LISTEN', inState('LISTEN'), openActive, 'SYN seq=100 → SYN_SENT'],
  ['S', 'retransmission after a simultaneous open', afterCrossedSyns(), retransmission, 'SYN,ACK seq=100 ack=301 → SYN_RCVD', 'SYN seq=100 → SYN_RCVD'],
  ['S', 'retransmission after a passive open', inState('SYN_RCVD'), retransmission, 'SYN,ACK seq=100 ack=301 → SYN_RCVD'],
];

function answerText({ segment, state }: Answer): string {
  return `${segment ? text(segment) : 'nothing'} → ${state}`;
}

describe('the answers that stand', () => {
  const rows = HOUSE_RULES.map(([house, situation, at, event, ...answers]) => ({ house, situation, at, event, answers }));

  test.each(rows)('house rule $house, $situation', ({ at, event, answers }) => {
    expect(answersTo(at, event).map(answerText)).toEqual(answers);
  });

  test('ABORT has the same four in every state that sends a RST', () => {
    for (const state of ['SYN_RCVD', 'ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSE_WAIT'] as const) {
      const answers = answersTo(inState(state), abort).map((answer) => [answer.segment?.flags.join(','), answer.state]);
      expect(answers).toEqual([
        ['RST', 'CLOSED'],
        ['RST,ACK', 'CLOSED'],
        ['RST', 'TIME_WAIT'],
        ['RST,ACK', 'TIME_WAIT'],
      ]);
    }
  });

  test('the connection goes on with the answer that was chosen', () => {
    const [, challenged] = answersTo(inState('TIME_WAIT'), newSyn);
    expect(challenged?.endpoint).toEqual(inState('TIME_WAIT'));
    const [, silent] = answersTo(inState('ESTABLISHED'), arrives('ACK', 401, 101, 10));
    expect(silent?.endpoint.held).toHaveLength(1);
  });

  test('an event that sends several segments is no turn (house rule N)', () => {
    const waiting = play(inState('SYN_RCVD'), send(10), send(20));
    expect(() => answersTo(waiting, arrives('ACK', 301, 101))).toThrow('2 segments');
  });
});
