/** Whole connections, each as the figures of RFC 9293 have it. */
import { describe, expect, test } from 'vitest';
import { annotate, captureOf, ladderOf, rowsOf } from './ladder.ts';

type Passed = { readonly client: string; readonly server: string };

function expectLadder(ladder: string, { client, server }: Passed): void {
  expect(ladderOf(ladder)).toEqual(rowsOf(ladder));
  const [end] = annotate(captureOf(ladder)).ends;
  expect({ client: end?.clientStates.join(' '), server: end?.serverStates.join(' ') }).toEqual({ client, server });
  expect(end?.end).toEqual({ client: end?.clientStates.at(-1), server: end?.serverStates.at(-1) });
}

const OPENED = `
  client SYN     0          | SYN_SENT    SYN_RCVD
  server SYN,ACK 0 1        | ESTABLISHED SYN_RCVD
  client ACK     1 1        | ESTABLISHED ESTABLISHED`;

describe('opening', () => {
  test('Figure 6: three-way handshake, then data both ways', () => {
    expectLadder(
      `${OPENED}
      client ACK 1 1 +100       | ESTABLISHED ESTABLISHED
      server ACK 1 101 +20      | ESTABLISHED ESTABLISHED
      client ACK 101 21         | ESTABLISHED ESTABLISHED`,
      { client: 'CLOSED SYN_SENT ESTABLISHED', server: 'CLOSED LISTEN SYN_RCVD ESTABLISHED' },
    );
  });

  test('Figure 7: simultaneous open passes through SYN_RCVD at both ends, and neither listens', () => {
    expectLadder(
      `client SYN     0   | SYN_SENT    CLOSED
       server SYN     0   | SYN_RCVD    SYN_RCVD    | simultaneous open
       client SYN,ACK 0 1 | SYN_RCVD    SYN_RCVD
       server SYN,ACK 0 1 | ESTABLISHED ESTABLISHED`,
      { client: 'CLOSED SYN_SENT SYN_RCVD ESTABLISHED', server: 'CLOSED SYN_SENT SYN_RCVD ESTABLISHED' },
    );
  });

  test('simultaneous open where each SYN is answered by a mere ACK, as some hosts do', () => {
    expectLadder(
      `client SYN 0   | SYN_SENT    CLOSED
       server SYN 0   | SYN_RCVD    SYN_RCVD    | simultaneous open
       client ACK 1 1 | SYN_RCVD    ESTABLISHED
       server ACK 1 1 | ESTABLISHED ESTABLISHED`,
      { client: 'CLOSED SYN_SENT SYN_RCVD ESTABLISHED', server: 'CLOSED SYN_SENT SYN_RCVD ESTABLISHED' },
    );
  });

  test('a refused connection: the server is CLOSED throughout', () => {
    expectLadder(
      `client SYN     0   | SYN_SENT CLOSED
       server RST,ACK 0 1 | CLOSED   CLOSED | connection refused`,
      { client: 'CLOSED SYN_SENT CLOSED', server: 'CLOSED' },
    );
  });

  test('a SYN that comes again after the refusal shows that the refusal was lost', () => {
    expectLadder(
      `client SYN     0           | SYN_SENT CLOSED
       server RST,ACK 0 1         | SYN_SENT CLOSED | connection refused, lost
       client SYN     0 at=1000   | SYN_SENT CLOSED | retransmission
       server RST,ACK 0 1 at=1001 | CLOSED   CLOSED | connection refused`,
      { client: 'CLOSED SYN_SENT CLOSED', server: 'CLOSED' },
    );
  });

  test('a SYN that nothing answers shows no listener', () => {
    expectLadder(
      `client SYN 0         | SYN_SENT CLOSED | lost
       client SYN 0 at=1000 | SYN_SENT CLOSED | retransmission`,
      { client: 'CLOSED SYN_SENT', server: 'CLOSED' },
    );
  });

  test('a lost SYN leaves the listener where it is', () => {
    expectLadder(
      `client SYN     0         | SYN_SENT    LISTEN      | lost
       client SYN     0 at=1000 | SYN_SENT    SYN_RCVD    | retransmission
       server SYN,ACK 0 1 at=1001 | ESTABLISHED SYN_RCVD
       client ACK     1 1 at=1002 | ESTABLISHED ESTABLISHED`,
      { client: 'CLOSED SYN_SENT ESTABLISHED', server: 'CLOSED LISTEN SYN_RCVD ESTABLISHED' },
    );
  });

  test('a lost SYN,ACK, where the capture is made at the server', () => {
    expectLadder(
      `client SYN     0           | SYN_SENT    SYN_RCVD
       server SYN,ACK 0 1         | SYN_SENT    SYN_RCVD    | lost
       server SYN,ACK 0 1 at=1000 | ESTABLISHED SYN_RCVD    | retransmission
       client ACK     1 1 at=1010 | ESTABLISHED ESTABLISHED`,
      { client: 'CLOSED SYN_SENT ESTABLISHED', server: 'CLOSED LISTEN SYN_RCVD ESTABLISHED' },
    );
  });

  test('a lost third ACK is shown by the SYN,ACK that comes again', () => {
    expectLadder(
      `client SYN     0           | SYN_SENT    SYN_RCVD
       server SYN,ACK 0 1         | ESTABLISHED SYN_RCVD
       client ACK     1 1         | ESTABLISHED SYN_RCVD    | lost
       server SYN,ACK 0 1 at=1000 | ESTABLISHED SYN_RCVD    | retransmission
       client ACK     1 1 at=1010 | ESTABLISHED ESTABLISHED | duplicate ACK`,
      { client: 'CLOSED SYN_SENT ESTABLISHED', server: 'CLOSED LISTEN SYN_RCVD ESTABLISHED' },
    );
  });

  test('a RST in SYN_RCVD returns the listener to LISTEN (Figure 5, note 1)', () => {
    expectLadder(
      `${OPENED.replace('ESTABLISHED ESTABLISHED', 'ESTABLISHED SYN_RCVD | lost')}
      server SYN,ACK 0 1 at=1000 | ESTABLISHED SYN_RCVD | retransmission
      client RST,ACK 1 1 at=1001 | CLOSED      LISTEN   | reset`,
      { client: 'CLOSED SYN_SENT ESTABLISHED CLOSED', server: 'CLOSED LISTEN SYN_RCVD LISTEN' },
    );
  });

  test('a RST without ACK in answer to SYN,ACK: the client had given up before it came, as one that only scans for ports', () => {
    expectLadder(
      `client SYN     0   | SYN_SENT SYN_RCVD
       server SYN,ACK 0 1 | CLOSED   SYN_RCVD
       client RST     1   | CLOSED   LISTEN   | reset`,
      { client: 'CLOSED SYN_SENT CLOSED', server: 'CLOSED LISTEN SYN_RCVD LISTEN' },
    );
  });

  test('Figure 8: a SYN,ACK that answers an old duplicate SYN draws a RST, and the client waits on in SYN_SENT', () => {
    const lists = { client: 'CLOSED SYN_SENT ESTABLISHED', server: 'CLOSED LISTEN SYN_RCVD LISTEN SYN_RCVD ESTABLISHED' };
    const after = `
       client RST     91        | SYN_SENT    LISTEN      | reset
       server SYN,ACK 400 101   | ESTABLISHED SYN_RCVD
       client ACK     101 401   | ESTABLISHED ESTABLISHED`;
    expectLadder(
      `client SYN     100       | SYN_SENT    LISTEN
       server SYN,ACK 300 91    | SYN_SENT    SYN_RCVD${after}`,
      lists,
    );
    expectLadder(
      `client SYN     90        | SYN_SENT    SYN_RCVD
       client SYN     100       | SYN_SENT    SYN_RCVD
       server SYN,ACK 300 91    | SYN_SENT    SYN_RCVD${after}`,
      lists,
    );
  });

  test('a RST that does not acknowledge the SYN refuses nothing (§3.10.7.3)', () => {
    expectLadder(
      `client SYN     0           | SYN_SENT    CLOSED
       server RST,ACK 0 500       | SYN_SENT    LISTEN      | reset
       client SYN     0 at=1000   | SYN_SENT    SYN_RCVD    | retransmission
       server SYN,ACK 0 1 at=1010 | ESTABLISHED SYN_RCVD`,
      { client: 'CLOSED SYN_SENT ESTABLISHED', server: 'CLOSED LISTEN SYN_RCVD' },
    );
  });

  test('data with the SYN counts where the SYN,ACK acknowledges it (RFC 7413)', () => {
    expectLadder(
      `client SYN     0 +10     | SYN_SENT    SYN_RCVD
       server SYN,ACK 0 11      | ESTABLISHED SYN_RCVD
       server ACK     1 11 +500 | ESTABLISHED SYN_RCVD
       client ACK     11 501    | ESTABLISHED ESTABLISHED`,
      { client: 'CLOSED SYN_SENT ESTABLISHED', server: 'CLOSED LISTEN SYN_RCVD ESTABLISHED' },
    );
  });
});

const ACTIVE = 'CLOSED SYN_SENT ESTABLISHED';
const PASSIVE = 'CLOSED LISTEN SYN_RCVD ESTABLISHED';

describe('closing', () => {
  test('Figure 12: four segments, the client first', () => {
    expectLadder(
      `${OPENED}
      client FIN,ACK 1 1 | FIN_WAIT_1 CLOSE_WAIT
      server ACK     1 2 | FIN_WAIT_2 CLOSE_WAIT
      server FIN,ACK 1 2 | TIME_WAIT  LAST_ACK
      client ACK     2 2 | TIME_WAIT  CLOSED`,
      { client: `${ACTIVE} FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT`, server: `${PASSIVE} CLOSE_WAIT LAST_ACK CLOSED` },
    );
  });

  test('four segments, the server first', () => {
    expectLadder(
      `${OPENED}
      server FIN,ACK 1 1 | CLOSE_WAIT FIN_WAIT_1
      client ACK     1 2 | CLOSE_WAIT FIN_WAIT_2
      client FIN,ACK 1 2 | LAST_ACK   TIME_WAIT
      server ACK     2 2 | CLOSED     TIME_WAIT`,
      { client: `${ACTIVE} CLOSE_WAIT LAST_ACK CLOSED`, server: `${PASSIVE} FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT` },
    );
  });

  test('three segments: CLOSE_WAIT is passed through, FIN_WAIT_2 is not (Figure 5, note 2)', () => {
    expectLadder(
      `${OPENED}
      client FIN,ACK 1 1 | FIN_WAIT_1 CLOSE_WAIT
      server FIN,ACK 1 2 | TIME_WAIT  LAST_ACK
      client ACK     2 2 | TIME_WAIT  CLOSED`,
      { client: `${ACTIVE} FIN_WAIT_1 TIME_WAIT`, server: `${PASSIVE} CLOSE_WAIT LAST_ACK CLOSED` },
    );
  });

  test('Figure 13: simultaneous close; each FIN acknowledges what its sender had received', () => {
    expectLadder(
      `${OPENED}
      client FIN,ACK 1 1 | FIN_WAIT_1 ESTABLISHED
      server FIN,ACK 1 1 | CLOSING    CLOSING     | simultaneous close
      client ACK     2 2 | CLOSING    TIME_WAIT
      server ACK     2 2 | TIME_WAIT  TIME_WAIT`,
      { client: `${ACTIVE} FIN_WAIT_1 CLOSING TIME_WAIT`, server: `${PASSIVE} FIN_WAIT_1 CLOSING TIME_WAIT` },
    );
  });

  test('half-close: data flows on to the end that has closed', () => {
    expectLadder(
      `${OPENED}
      client FIN,ACK 1 1 +30    | FIN_WAIT_1 CLOSE_WAIT
      server ACK     1 32       | FIN_WAIT_2 CLOSE_WAIT
      server ACK     1 32 +700  | FIN_WAIT_2 CLOSE_WAIT
      client ACK     32 701     | FIN_WAIT_2 CLOSE_WAIT
      server FIN,ACK 701 32 +5  | TIME_WAIT  LAST_ACK
      client ACK     32 707     | TIME_WAIT  CLOSED`,
      { client: `${ACTIVE} FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT`, server: `${PASSIVE} CLOSE_WAIT LAST_ACK CLOSED` },
    );
  });

  test('data that crosses the FIN: the acknowledgment number shows that the FIN had not arrived', () => {
    expectLadder(
      `${OPENED}
      client FIN,ACK 1 1     | FIN_WAIT_1 ESTABLISHED
      server ACK     1 1 +8  | FIN_WAIT_1 ESTABLISHED
      server ACK     9 1 +8  | FIN_WAIT_1 CLOSE_WAIT
      client ACK     2 17    | FIN_WAIT_1 CLOSE_WAIT
      server ACK     17 2    | FIN_WAIT_2 CLOSE_WAIT`,
      { client: `${ACTIVE} FIN_WAIT_1 FIN_WAIT_2`, server: `${PASSIVE} CLOSE_WAIT` },
    );
  });

  test('a lost FIN is received when it comes again', () => {
    expectLadder(
      `${OPENED}
      client FIN,ACK 1 1        | FIN_WAIT_1 ESTABLISHED | lost
      client FIN,ACK 1 1 at=300 | FIN_WAIT_1 CLOSE_WAIT  | retransmission
      server FIN,ACK 1 2 at=310 | TIME_WAIT  LAST_ACK
      client ACK     2 2 at=320 | TIME_WAIT  CLOSED`,
      { client: `${ACTIVE} FIN_WAIT_1 TIME_WAIT`, server: `${PASSIVE} CLOSE_WAIT LAST_ACK CLOSED` },
    );
  });

  test('a lost last ACK: TIME_WAIT answers the FIN once more', () => {
    expectLadder(
      `${OPENED}
      client FIN,ACK 1 1        | FIN_WAIT_1 CLOSE_WAIT
      server FIN,ACK 1 2        | TIME_WAIT  LAST_ACK
      client ACK     2 2        | TIME_WAIT  LAST_ACK | lost
      server FIN,ACK 1 2 at=300 | TIME_WAIT  LAST_ACK | retransmission
      client ACK     2 2 at=310 | TIME_WAIT  CLOSED   | duplicate ACK`,
      { client: `${ACTIVE} FIN_WAIT_1 TIME_WAIT`, server: `${PASSIVE} CLOSE_WAIT LAST_ACK CLOSED` },
    );
  });

  test('a FIN ahead of lost data waits for it', () => {
    expectLadder(
      `${OPENED}
      client ACK     1 1 +50        | ESTABLISHED ESTABLISHED | lost
      client FIN,ACK 51 1           | FIN_WAIT_1  ESTABLISHED
      server ACK     1 1            | FIN_WAIT_1  ESTABLISHED | duplicate ACK
      client ACK     1 1 +50 at=300 | FIN_WAIT_1  CLOSE_WAIT  | retransmission
      server ACK     1 52 at=310    | FIN_WAIT_2  CLOSE_WAIT`,
      { client: `${ACTIVE} FIN_WAIT_1 FIN_WAIT_2`, server: `${PASSIVE} CLOSE_WAIT` },
    );
  });

  test('FIN in the same segment as the ACK that establishes: ESTABLISHED is passed through', () => {
    expectLadder(
      `client SYN     0          | SYN_SENT    SYN_RCVD
       server SYN,ACK 0 1        | ESTABLISHED SYN_RCVD
       client FIN,ACK 1 1 +3     | FIN_WAIT_1  CLOSE_WAIT`,
      { client: `${ACTIVE} FIN_WAIT_1`, server: `${PASSIVE} CLOSE_WAIT` },
    );
  });
});

describe('resets', () => {
  test('ABORT ends both ends', () => {
    expectLadder(
      `${OPENED}
      client RST,ACK 1 1 | CLOSED CLOSED | reset`,
      { client: `${ACTIVE} CLOSED`, server: `${PASSIVE} CLOSED` },
    );
  });

  test('data after the other end is gone for good draws a RST', () => {
    expectLadder(
      `${OPENED}
      server FIN,ACK 1 1    | CLOSE_WAIT FIN_WAIT_1
      client ACK     1 2    | CLOSE_WAIT FIN_WAIT_2
      client ACK     1 2 +8 | CLOSE_WAIT FIN_WAIT_2
      server RST     2      | CLOSED     CLOSED     | reset`,
      { client: `${ACTIVE} CLOSE_WAIT CLOSED`, server: `${PASSIVE} FIN_WAIT_1 FIN_WAIT_2 CLOSED` },
    );
  });

  test('data that crosses a FIN draws a RST with the number of that FIN: hosts take it', () => {
    expectLadder(
      `${OPENED}
      client FIN,ACK 1 1     | FIN_WAIT_1 ESTABLISHED
      server ACK     1 1 +10 | FIN_WAIT_1 CLOSE_WAIT
      client RST     1       | CLOSED     CLOSED     | reset`,
      { client: `${ACTIVE} FIN_WAIT_1 CLOSED`, server: `${PASSIVE} CLOSE_WAIT CLOSED` },
    );
  });

  test('a RST in the window but not exact draws a challenge ACK (RFC 5961)', () => {
    expectLadder(
      `${OPENED}
      client RST 101        | CLOSED ESTABLISHED | reset
      server ACK 1 1        | CLOSED ESTABLISHED | challenge ACK
      client RST 1          | CLOSED CLOSED      | reset`,
      { client: `${ACTIVE} CLOSED`, server: `${PASSIVE} CLOSED` },
    );
  });

  test('what an end sends after a RST passed shows that it had not got it', () => {
    expectLadder(
      `${OPENED}
      client RST,ACK 1 1     | CLOSED ESTABLISHED | reset
      server ACK     1 1 +10 | CLOSED CLOSED
      client RST     1       | CLOSED CLOSED      | reset`,
      { client: `${ACTIVE} CLOSED`, server: `${PASSIVE} CLOSED` },
    );
  });
});
