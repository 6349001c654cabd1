/** The words of docs/RULES.md that do not stand in the table. */
import type { Condition } from '#game/tcp/conditions.ts';
import type { Reply, Stage } from '#game/tcp/rules.ts';

export const INTRODUCTION = `# The rules

What an endpoint does about an event, as the game judges it: RFC 9293, §3.10 above all, as a table. The machine walks this
table, and so do the bots, the verdicts and the quiz. **This file is written by \`npm run docs:rules\`** from
\`game/tcp/rules.ts\` and \`messages/en.json\`; a test fails when it is stale.

An event is processed in stages, in the order of the chapters below. Within a stage the first rule fires whose states and
conditions fit; a stage where none fits is passed. A rule that "goes on" hands over to a later stage, any other one ends the event.
An acknowledgement that is due goes out at the end, joined with whatever else goes out (MUST-58).

A house rule is a place where the text allows several answers or contradicts itself. The canonical answer is the one that
the machine gives; a rule marked "instead of" is another defensible reading, and a player who chooses it is right. The letters
lead to the table of [house rules](#house-rules). "Counts whole": to send nothing and stay is worth little, but here most
people get it wrong, so that it is worth as much as any other move.

A segment that is sent takes the first number that is free and carries the current RCV.NXT where it carries ACK. Between the
chapters on ACK and on data the send window takes the value that the segment offers, unless a later one has told it before
(SND.WL1, SND.WL2; 3.10.7.4, fifth).`;

export const MISCONCEPTIONS_INTRODUCTION = `A wrong move shows the first of these that fits it, or none; the explanation begins with its words. A verdict keeps what it
named when it was given. Which wrong answers show which: \`game/match/misconception-patterns.ts\`.`;

export const STAGE_TITLES = {
  call: 'Calls of the application',
  timeout: 'Timers',
  unsynchronised: 'A segment arrives in CLOSED, LISTEN or SYN_SENT',
  sequence: 'A segment arrives: sequence number',
  rst: 'A segment arrives: RST',
  syn: 'A segment arrives: SYN',
  ack: 'A segment arrives: ACK',
  data: 'A segment arrives: data',
  fin: 'A segment arrives: FIN',
  transmit: 'What waited and may go out',
} as const satisfies Record<Stage, string>;

export const CONDITION_WORDS = {
  hasSyn: 'SYN is set',
  hasAck: 'ACK is set',
  hasRst: 'RST is set',
  hasFin: 'FIN is set',
  noAck: 'ACK is not set',
  noRst: 'RST is not set',
  noSyn: 'SYN is not set',
  unacceptable: 'it fails Table 6',
  isNotExact: 'SEG.SEQ is not RCV.NXT',
  beginsAtIrs: 'SEG.SEQ = IRS',
  isAheadOfGap: 'SEG.SEQ > RCV.NXT and SEG.LEN > 0',
  isNewerThanAllSeen: 'SEG.SEQ >= RCV.NXT',
  issIsLarger: 'the ISS to take is larger than every number used before',
  acksNew: 'SND.UNA < SEG.ACK =< SND.NXT',
  acksBeyond: 'SEG.ACK > SND.NXT',
  acksWrongly: 'SEG.ACK =< SND.UNA or SEG.ACK > SND.NXT',
  acksOurFin: 'SEG.ACK acknowledges our FIN',
  isBareAck: 'it is ACK and nothing else',
  isDuplicateAck: 'SEG.ACK =< SND.UNA',
  changesWindow: 'SEG.WND is not SND.WND, and no later segment has told that',
  hasNewData: 'data at RCV.NXT, in it or kept',
  hasData: 'it has data',
  finIsNext: 'a FIN at RCV.NXT, in it or kept',
  openedPassively: 'opened passively',
  openedActively: 'opened actively',
  reopened: 'reopened out of TIME_WAIT',
  cameFromFinWait1: 'the event began in FIN_WAIT_1',
  windowIsOpen: 'the send window has room',
  dataIsQueued: 'data is queued',
  sendHasToWait: 'data is queued, or the send window has no room',
  dataWasHandedOver: 'data is queued, or was sent with the SYN and is not acknowledged',
  closeWaits: 'a CLOSE is queued',
  closeIsQueued: 'a CLOSE is queued and no data',
  dataGoesOutNow: 'the last data goes out now',
  synIsFirstUnacked: 'the oldest unacknowledged segment has a SYN',
  finIsFirstUnacked: 'the oldest unacknowledged segment has a FIN',
  retransmissionRanOut: 'the retransmission timer ran out',
  twoMslRanOut: 'the 2MSL timer ran out',
  userTimeoutRanOut: 'the user timeout ran out',
  somethingIsUnacked: 'something is not acknowledged',
} as const satisfies Record<Condition, string>;

export const REPLY_WORDS = {
  nothing: 'nothing',
  SYN: 'SYN',
  'SYN-DATA': 'SYN with the data',
  'SYN,ACK': 'SYN,ACK',
  ACK: 'ACK',
  DATA: 'the data of one SEND, as much as the window takes, with ACK',
  PROBE: 'one octet of the data, with ACK',
  'FIN,ACK': 'FIN,ACK',
  'FIN-ON-DATA': 'FIN,ACK on the segment with the data',
  RST: 'RST with SEQ=SND.NXT',
  'RST,ACK': 'RST,ACK with SEQ=SND.NXT',
  RESET: 'RST with SEQ=SEG.ACK, or RST,ACK with SEQ=0 where no ACK came',
  FRONT: 'the front of the retransmission queue again',
  'FRONT-SYN': 'SYN again',
} as const satisfies Record<Reply, string>;

/** The situations of the house rules and what the text says of them; L, N and T have no rule. */
export const HOUSE_RULES: Readonly<Record<string, readonly [situation: string, text: string]>> = {
  A: [
    'The crossed SYN,ACK of a simultaneous open',
    'Figure 7 takes its ACK; the first step of 3.10.7.4 finds it unacceptable, and Appendix A.2 concedes that.',
  ],
  B: ['TIME_WAIT gets the FIN again', 'Steps 1, 5 and 8 of 3.10.7.4 agree on the ACK; steps 5 and 8 restart 2MSL.'],
  B2: ['TIME_WAIT gets a bare ACK', 'By the letter it is answered, and two ends would answer each other for ever.'],
  C: ['The side that aborts', '3.10.5 has CLOSED; note 3 of Figure 5 and 3.5.2 have TIME-WAIT. Each goes with either spelling of M2.'],
  D: ['RST in SYN_SENT', '3.10.7.3: it counts if its ACK is acceptable. RCV.NXT is not set, so the check of RFC 5961 cannot apply.'],
  D2: ['RST in SYN_RCVD', '3.10.7.4, second step, and MUST-11: LISTEN after a passive OPEN, else CLOSED.'],
  E: ['The same SYN again in SYN_RCVD', 'The first step asks for an ACK; the SYN,ACK may be retransmitted at any time.'],
  E2: ['Another SYN in the window in SYN_RCVD', '3.10.7.4, fourth step: back to LISTEN after a passive OPEN.'],
  F: ['SYN in a synchronised state', '3.10.7.4 has the path of RFC 5961 beside that of RFC 793; the game takes the first.'],
  F2: ['RST exact, in the window, outside', '3.10.7.4, second step, with the three checks of RFC 5961.'],
  G: ['RST in TIME_WAIT', 'The text has CLOSED; RFC 1337 advises to ignore it.'],
  H: ['The FIN again after it was taken', 'It is unacceptable by the first step, and answered with an ACK.'],
  I: ['CLOSE in SYN_RCVD', 'Queued data would have to go first; the stories say that nothing is queued.'],
  J: ['Both FINs exchanged', '3.6, case 3, deletes the connection; Figure 13 and 3.10.7.4 have TIME-WAIT, and win.'],
  K: ['The close in three segments', 'A FIN is answered with an ACK; a CLOSE that was asked for before joins it (MUST-58, MUST-59).'],
  L: ['PSH, URG, window and options', 'Constant, and never scored.'],
  M: ['FIN or FIN,ACK', 'Segments of an open connection carry ACK (3.1, Figure 12). At level 1 FIN is taken for FIN,ACK.'],
  M2: ['RST or RST,ACK', 'ABORT: both, at every level. Replies: as 3.10.7.1 says; at level 1 both.'],
  N: [
    'One event that sends several segments',
    'A move is one segment; the story splits the event. Every joining that the RFC allows is right: ACK with data, ACK with FIN, FIN with the data before it.',
  ],
  O: [
    'A new SYN in TIME_WAIT',
    'MAY-2 permits to reopen with an ISS larger than all numbers used before, if a SYN that turns out to be old leads back; the fourth step has the challenge ACK.',
  ],
  P: ['Data or a FIN ahead of a gap', 'MAY-13 permits the ACK and does not require it; SHLD-31 keeps the segment.'],
  Q: [
    'An unacceptable ACK in SYN_RCVD',
    'The fifth step has a RST; RFC 5961 (MAY-12) has an ACK. Outside the window the first step has an ACK, and 3.5.2 the RST.',
  ],
  R: ['SEND or an active OPEN in LISTEN', 'It needs a remote socket; the stories give one. The data may wait or go with the SYN.'],
  S: ['Retransmission after a simultaneous open', 'The RFC leaves open whether SYN or SYN,ACK is at the front of the queue.'],
  T: ['CLOSE with unread data', 'SHLD-3 holds for half-duplex closes only; not played.'],
};

export const LEFT_OUT = `## What of RFC 9293 is left out

- **PSH, URG, ECE and CWR**: the bits, the urgent pointer, SND.UP and RCV.UP (3.8.5; 3.10.7.4, sixth).
- **The choice of the ISS** (3.4.1, MUST-8, MUST-9): a story tells it, and so does a line that the machine reads.
- **Addresses** (3.9.1.1, 3.9.2; MUST-43 to MUST-46, MUST-57, MUST-63): what arrives belongs to this connection and comes from its peer.
- **The receive window as it fills**: RCV.WND is 65,535 and stays so, because the application reads at once; no window is shown, and none is scored. What reaches beyond its right edge is not trimmed, for the window moves on with the data. A receive window of zero cannot come about, and so nothing of MUST-66.
- **When to send little** (3.7.4, 3.8.6.2): no Nagle algorithm and no avoidance of silly windows; data goes out as soon as the window takes any of it. Zero-window probes go out when a story says so, with one octet of data.
- **Options**: MSS, timestamps and all others (3.2), and what needs them: PAWS, TIME-WAIT by timestamps (SHLD-4).
- **Security, compartment, Diffserv** (3.10.7.4, third).
- **The lower bound for acknowledgements** of RFC 5961 (MAY-12), but for the other reading in SYN_RCVD; the throttling of challenge ACKs (RFC 5961, 7). Without it two ends of which each finds the other outside of its window answer each other for ever; the tests name the ways there.
- **RFC 1337** stands as the other reading in TIME_WAIT only.
- **Delayed acknowledgements** (3.8.6.3): an ACK goes out at once, joined with what the same event sends.
- **Segmentation** by MSS and path MTU (3.7): one SEND is one segment if the window takes it, else as many as the window makes of it.
- **Congestion control, fast retransmit, the computation and the backing off of the retransmission timeout, R1 and R2** (3.8.1 to 3.8.3): a story says when a timer runs out. Only the front of the queue is sent again.
- **Keep-alives** (3.8.4), **ICMP** (3.9.2.2), **quiet time** (3.4.3), FLUSH (MAY-14), checksums.
- **A signal for a RST in CLOSING, LAST_ACK and TIME_WAIT**: 3.10.7.4 has none there, though 3.5.3 advises the user (MUST-12).
- **Answers to calls that went well**: "ok" for a SEND or a CLOSE that was acknowledged (3.10.7.4, fifth), what STATUS returns, and urgent and pushed data; only errors are signals. Outstanding RECEIVEs are not counted: one always waits, so the signals that go to them are always given.
- **Data on our own SYN** goes out in the other reading of SEND in LISTEN only.
- **The half-duplex close** (MAY-1, SHLD-3).
- **Several connections of one listener**: LISTEN becomes the connection itself, as in Figure 5.
- **Errors of resources and rights**: "insufficient resources", "remote socket unspecified", "connection illegal for this process".
`;
