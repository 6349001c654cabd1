/** What a line remarks about its segment, and what it does not. */
import { describe, expect, test } from 'vitest';
import { NOTES } from '#game/capture/vocabulary.ts';
import { annotate, captureOf, ENDS, ISS, ladderOf, rowsOf, sentOf } from './ladder.ts';
import { ethernetOctets, ipv4Octets, tcpOctets } from '#game/capture/packet.ts';
import { joinOctets, pcapHeader, pcapRecord } from '#game/capture/write.ts';

/** A round trip of 20 ms. */
const OPENED = `
  client SYN     0          | SYN_SENT    SYN_RCVD
  server SYN,ACK 0 1        | ESTABLISHED SYN_RCVD
  client ACK     1 1        | ESTABLISHED ESTABLISHED`;

const LADDERS: Readonly<Record<string, string>> = {
  'an acknowledged segment that comes again: not it, but its acknowledgment was lost': `${OPENED}
    client ACK 1 1 +10        | ESTABLISHED ESTABLISHED
    server ACK 1 11           | ESTABLISHED ESTABLISHED | lost
    client ACK 1 1 +10 at=400 | ESTABLISHED ESTABLISHED | retransmission
    server ACK 1 11 at=410    | ESTABLISHED ESTABLISHED | duplicate ACK`,
  'a segment that comes again unacknowledged was lost': `${OPENED}
    client ACK 1 1 +10        | ESTABLISHED ESTABLISHED | lost
    client ACK 1 1 +10 at=400 | ESTABLISHED ESTABLISHED | retransmission, lost
    client ACK 1 1 +10 at=900 | ESTABLISHED ESTABLISHED | retransmission
    server ACK 1 11 at=910    | ESTABLISHED ESTABLISHED`,
  'what was overtaken is out of order': `${OPENED}
    client ACK 101 1 +100 at=30 | ESTABLISHED ESTABLISHED | previous segment not captured
    client ACK 1 1 +100 at=31   | ESTABLISHED ESTABLISHED | out of order
    server ACK 1 201 at=40      | ESTABLISHED ESTABLISHED`,
  'what fills a gap after a round trip was sent again': `${OPENED}
    client ACK 101 1 +100 at=30 | ESTABLISHED ESTABLISHED | previous segment not captured
    server ACK 1 1 at=31        | ESTABLISHED ESTABLISHED | duplicate ACK
    client ACK 1 1 +100 at=60   | ESTABLISHED ESTABLISHED | retransmission
    server ACK 1 201 at=70      | ESTABLISHED ESTABLISHED`,
  'an acknowledgment of what was not captured, which then comes out of order': `${OPENED}
    server ACK 1 101 at=30      | ESTABLISHED ESTABLISHED | acknowledges what was not captured
    client ACK 1 1 +100 at=31   | ESTABLISHED ESTABLISHED | out of order`,
  'a FIN that is captured behind its acknowledgment': `${OPENED}
    server ACK 1 2 at=30        | ESTABLISHED ESTABLISHED | acknowledges what was not captured
    client FIN,ACK 1 1 at=31    | FIN_WAIT_2  CLOSE_WAIT  | out of order
    server FIN,ACK 1 2          | TIME_WAIT   LAST_ACK
    client ACK 2 2              | TIME_WAIT   CLOSED`,
  'keep-alive, without data and with one octet of rubbish, and its answer': `${OPENED}
    client ACK 1 1 +10           | ESTABLISHED ESTABLISHED
    server ACK 1 11              | ESTABLISHED ESTABLISHED
    client ACK 10 1 at=7200000   | ESTABLISHED ESTABLISHED | keep-alive
    server ACK 1 11 at=7200001   | ESTABLISHED ESTABLISHED | keep-alive ACK
    client ACK 10 1 +1 at=7300000 | ESTABLISHED ESTABLISHED | keep-alive
    server ACK 1 11 at=7300001   | ESTABLISHED ESTABLISHED | keep-alive ACK`,
  'a full receiver, probed by an old number and by a new octet, until it has room': `${OPENED}
    client ACK 1 1 +10             | ESTABLISHED ESTABLISHED
    server ACK 1 11 wnd=0          | ESTABLISHED ESTABLISHED | zero window
    client ACK 10 1 at=300         | ESTABLISHED ESTABLISHED | window probe
    server ACK 1 11 wnd=0 at=310   | ESTABLISHED ESTABLISHED | zero window
    client ACK 11 1 +1 at=900      | ESTABLISHED ESTABLISHED | window probe
    server ACK 1 11 wnd=0 at=910   | ESTABLISHED ESTABLISHED | zero window
    server ACK 1 11 wnd=500 at=990 | ESTABLISHED ESTABLISHED | window update
    client ACK 11 1 +100 at=1000   | ESTABLISHED ESTABLISHED
    server ACK 1 111 at=1010       | ESTABLISHED ESTABLISHED`,
  'the octet of a probe that the receiver takes': `${OPENED}
    server ACK 1 1 wnd=0           | ESTABLISHED ESTABLISHED | zero window
    client ACK 1 1 +1 at=300       | ESTABLISHED ESTABLISHED | window probe
    server ACK 1 2 wnd=500 at=310  | ESTABLISHED ESTABLISHED
    client ACK 2 1 +100 at=320     | ESTABLISHED ESTABLISHED`,
  'a SYN in an open connection draws a challenge ACK and changes nothing (RFC 5961)': `${OPENED}
    client SYN 70000     | ESTABLISHED ESTABLISHED
    server ACK 1 1       | ESTABLISHED ESTABLISHED | challenge ACK
    client ACK 1 1 +10   | ESTABLISHED ESTABLISHED
    server ACK 1 11      | ESTABLISHED ESTABLISHED`,
};

/** The same packet, so many microseconds apart. */
function synTwice(identification: number, apart: number): Uint8Array {
  const [first] = sentOf('client SYN 0');
  const { client, server } = ENDS;
  if (!first) throw new Error('no segment');
  const packet = ipv4Octets(tcpOctets(first.segment, client, server, 1000), client, server, identification);
  const recordAt = (time: number) => pcapRecord(ethernetOctets(packet, client, server), time);
  return joinOctets([pcapHeader(1), recordAt(first.time), recordAt(first.time + apart)]);
}

describe('notes', () => {
  test.each(Object.entries(LADDERS))('%s', (_, ladder) => {
    expect(ladderOf(ladder)).toEqual(rowsOf(ladder));
  });

  test.each([
    ['by its identification', 7, 500_000],
    ['without one, as it comes again sooner than anything is sent again', 0, 20],
  ])('a packet that was captured at two places is noted, and not as a retransmission: %s', (_, identification, apart) => {
    const { segments } = annotate(synTwice(identification, apart));
    expect(segments.map(({ client, server, note }) => [client, server, note])).toEqual([
      ['SYN_SENT', 'CLOSED', null],
      ['SYN_SENT', 'CLOSED', 'captured twice'],
    ]);
  });

  test('a packet without identification that comes again after a while was sent again', () => {
    const { segments } = annotate(synTwice(0, 500_000));
    expect(segments.map(({ note }) => note)).toEqual(['lost', 'retransmission']);
  });

  test('no note is listed twice', () => {
    expect(new Set(NOTES).size).toBe(NOTES.length);
  });
});

describe('numbers', () => {
  test('are relative to the first of each end, across the end of the sequence space', () => {
    expect(ISS.client).toBe(2 ** 32 - 1);
    const { segments } = annotate(captureOf(`${OPENED}\n client ACK 1 1 +10\n server ACK 1 11 +20`));
    expect(segments.map(({ seq, ack, len }) => [seq, ack, len])).toEqual([
      [0, null, 0],
      [0, 1, 0],
      [1, 1, 0],
      [1, 1, 10],
      [1, 11, 20],
    ]);
  });

  test('a refusal is numbered from its own SEQ=0', () => {
    const { segments } = annotate(captureOf('client SYN 0\n server RST,ACK 5 1'));
    expect(segments.map(({ seq, ack }) => [seq, ack])).toEqual([
      [0, null],
      [0, 1],
    ]);
  });

  test('time counts in seconds from the first frame', () => {
    const { segments } = annotate(captureOf('client SYN 0 at=0\n server SYN,ACK 0 1 at=20.5\n client ACK 1 1 at=41'));
    expect(segments.map(({ time }) => time)).toEqual([0, 0.0205, 0.041]);
  });
});
