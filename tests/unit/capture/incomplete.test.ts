/** Captures that begin late, hold one direction only, or have holes; and port pairs that are used again. */
import { describe, expect, test } from 'vitest';
import { annotate, captureOf, ladderOf, rowsOf } from './ladder.ts';

function statesOf(ladder: string) {
  const { connections, ends } = annotate(captureOf(ladder));
  return ends.map((end) => ({
    partial: connections.find(({ connection }) => connection === end.connection)?.partial,
    client: end.clientStates.join(' '),
    server: end.serverStates.join(' '),
  }));
}

const OPENED = 'client SYN 0\n server SYN,ACK 0 1\n client ACK 1 1';
const CLOSED = 'client FIN,ACK 1 1\n server FIN,ACK 1 2\n client ACK 2 2';

describe('a capture that begins in the middle', () => {
  test('both ends are ESTABLISHED, and what they close with is followed', () => {
    const ladder = `
      server ACK     100 50 +20 | ESTABLISHED ESTABLISHED
      client ACK     50 120     | ESTABLISHED ESTABLISHED
      client FIN,ACK 50 120     | FIN_WAIT_1  CLOSE_WAIT
      server FIN,ACK 120 51     | TIME_WAIT   LAST_ACK
      client ACK     51 121     | TIME_WAIT   CLOSED`;
    expect(ladderOf(ladder)).toEqual(rowsOf(ladder));
    expect(statesOf(ladder)).toEqual([
      { partial: true, client: 'ESTABLISHED FIN_WAIT_1 TIME_WAIT', server: 'ESTABLISHED CLOSE_WAIT LAST_ACK CLOSED' },
    ]);
  });

  test('numbers begin with the first that each end is seen to use', () => {
    const { segments } = annotate(captureOf('server ACK 100 50 +20\n client ACK 50 120\n client ACK 50 120 +7'));
    expect(segments.map(({ seq, ack }) => [seq, ack])).toEqual([
      [0, 0],
      [0, 20],
      [0, 20],
    ]);
  });

  test('with a SYN,ACK: the SYN was sent, and by the client', () => {
    const ladder = 'server SYN,ACK 0 1 | ESTABLISHED SYN_RCVD\n client ACK 1 1 | ESTABLISHED ESTABLISHED';
    expect(ladderOf(ladder)).toEqual(rowsOf(ladder));
    expect(annotate(captureOf(ladder)).connections).toEqual([
      { connection: 1, client: '10.0.0.1:40000', server: '10.0.0.2:80', partial: true },
    ]);
    expect(statesOf(ladder)[0]).toMatchObject({ client: 'CLOSED SYN_SENT ESTABLISHED', server: 'CLOSED LISTEN SYN_RCVD ESTABLISHED' });
  });

  test('with a RST: both ends were open', () => {
    const states = { partial: true, client: 'ESTABLISHED CLOSED', server: 'ESTABLISHED CLOSED' };
    expect(statesOf('client RST 5')).toEqual([states]);
    expect(statesOf('server RST,ACK 5 9')).toEqual([states]);
  });
});

describe('what was not captured and must have happened', () => {
  test('one direction only: the SYN,ACK and the listener are inferred', () => {
    expect(statesOf('client SYN 0\n client ACK 1 1\n client ACK 1 1 +10\n client FIN,ACK 11 1')).toEqual([
      { partial: false, client: 'CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1', server: 'CLOSED LISTEN SYN_RCVD ESTABLISHED CLOSE_WAIT' },
    ]);
  });

  test('the other direction only: data is sent by an end whose SYN was acknowledged', () => {
    expect(statesOf('server SYN,ACK 0 1\n server ACK 1 101 +10\n server FIN,ACK 11 101')).toEqual([
      { partial: true, client: 'CLOSED SYN_SENT ESTABLISHED CLOSE_WAIT', server: 'CLOSED LISTEN SYN_RCVD ESTABLISHED FIN_WAIT_1' },
    ]);
  });

  test('a SYN,ACK and a third ACK that are missing', () => {
    expect(statesOf('client SYN 0\n server ACK 1 1 +10\n client ACK 1 11')).toEqual([
      { partial: false, client: 'CLOSED SYN_SENT ESTABLISHED', server: 'CLOSED LISTEN SYN_RCVD ESTABLISHED' },
    ]);
  });

  test('lost data that was not captured does not keep a FIN from arriving', () => {
    const ladder = `${OPENED}\n client FIN,ACK 501 1\n server ACK 1 502\n server FIN,ACK 1 502\n client ACK 502 2`;
    expect(statesOf(ladder)).toEqual([
      {
        partial: false,
        client: 'CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT',
        server: 'CLOSED LISTEN SYN_RCVD ESTABLISHED CLOSE_WAIT LAST_ACK CLOSED',
      },
    ]);
  });
});

describe('the order of the lines', () => {
  test('is that of the frames, with the last line of a connection before the one that follows it, else at the end', () => {
    const { lines } = annotate(captureOf(`${OPENED}\n${CLOSED}\n${OPENED}`));
    const told = lines.map((line) =>
      'frame' in line ? line.frame : 'end' in line ? `end ${line.connection}` : `begin ${line.connection}`,
    );
    expect(told).toEqual(['begin 1', 1, 2, 3, 4, 5, 6, 'end 1', 'begin 2', 7, 8, 9, 'end 2']);
  });
});

describe('the same ports again', () => {
  const whole = { partial: false, client: 'CLOSED SYN_SENT ESTABLISHED FIN_WAIT_1 TIME_WAIT' };

  test('a SYN after the end begins a new connection, even with the same number', () => {
    const ladder = `${OPENED}\n${CLOSED}\n${OPENED}\n${CLOSED}`;
    expect(statesOf(ladder)).toMatchObject([whole, whole]);
    const { segments } = annotate(captureOf(ladder));
    expect(segments.map(({ connection }) => connection)).toEqual([1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2]);
    expect(segments[6]).toMatchObject({ seq: 0, note: 'new connection on the same ports' });
  });

  test('a SYN that is answered begins a new one though the end of the old one was not captured', () => {
    const ladder = `${OPENED}\n client SYN 9000\n client SYN 9000\n server SYN,ACK 7000 9001\n client ACK 9001 7001`;
    const { segments } = annotate(captureOf(ladder));
    expect(segments.map(({ connection, seq }) => [connection, seq])).toEqual([
      [1, 0],
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 1],
    ]);
  });

  test('so does one that is refused, and one that nothing answers', () => {
    expect(statesOf(`${OPENED}\n client SYN 9000\n server RST,ACK 0 9001`)).toHaveLength(2);
    expect(statesOf(`${OPENED}\n client SYN 9000`)).toHaveLength(2);
  });

  test('half-open discovery (RFC 9293 Figure 9): the SYN of a host that has forgotten is challenged, and begins a connection after the RST', () => {
    const ladder = `${OPENED}
      client SYN     9000      | SYN_SENT ESTABLISHED
      server ACK     1 1       | SYN_SENT ESTABLISHED | challenge ACK
      client RST     1         | SYN_SENT CLOSED      | reset
      client SYN     9000      | SYN_SENT SYN_RCVD    | new connection on the same ports
      server SYN,ACK 7000 9001 | ESTABLISHED SYN_RCVD`;
    expect(ladderOf(ladder).slice(3)).toEqual(rowsOf(ladder).slice(3));
    expect(annotate(captureOf(ladder)).segments.map(({ connection }) => connection)).toEqual([1, 1, 1, 1, 1, 1, 2, 2]);
    expect(statesOf(ladder)).toEqual([
      {
        partial: false,
        client: 'CLOSED SYN_SENT ESTABLISHED CLOSED SYN_SENT',
        server: 'CLOSED LISTEN SYN_RCVD ESTABLISHED CLOSED',
      },
      { partial: false, client: 'CLOSED SYN_SENT ESTABLISHED', server: 'CLOSED LISTEN SYN_RCVD' },
    ]);
  });

  test('a SYN that its alleged sender knows nothing of changes nothing', () => {
    for (const after of ['client ACK 1 1 +10', 'server ACK 1 1 +10', ''])
      expect(statesOf(`${OPENED}\n client SYN 9000\n server ACK 1 1\n ${after}`)).toEqual([
        { partial: false, client: 'CLOSED SYN_SENT ESTABLISHED', server: 'CLOSED LISTEN SYN_RCVD ESTABLISHED' },
      ]);
  });

  test('the server of the old one may be the client of the new one', () => {
    const { connections } = annotate(captureOf(`${OPENED}\n${CLOSED}\n server SYN 8000\n client SYN,ACK 9000 8001`));
    expect(connections[1]).toMatchObject({ client: '10.0.0.2:80', server: '10.0.0.1:40000', partial: false });
  });
});
