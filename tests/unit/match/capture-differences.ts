/** Where a capture of a match tells other states than the match had: the limits that docs/captures.md names, each where it shows. */
import type { Role } from '#game/tcp/vocabulary.ts';

type Difference = {
  readonly scenario: string;
  readonly at: Role;
  readonly played: string;
  readonly told: string;
};

const OPENED = 'CLOSED LISTEN SYN_RCVD ESTABLISHED';
const ACTIVE = 'CLOSED SYN_SENT ESTABLISHED';

/** A match has one state after each event; a capture tells also those that are passed through within one. */
const MOMENTARY: readonly Difference[] = [
  { scenario: 'three-segment-close', at: 'server', played: `${OPENED} LAST_ACK CLOSED`, told: `${OPENED} CLOSE_WAIT LAST_ACK CLOSED` },
  { scenario: 'whole-life', at: 'client', played: `${ACTIVE} LAST_ACK CLOSED`, told: `${ACTIVE} CLOSE_WAIT LAST_ACK CLOSED` },
  {
    scenario: 'fin-completes-handshake',
    at: 'server',
    played: 'CLOSED LISTEN SYN_RCVD LAST_ACK CLOSED',
    told: `${OPENED} CLOSE_WAIT LAST_ACK CLOSED`,
  },
  {
    scenario: 'fin-with-data',
    at: 'server',
    played: 'CLOSED LISTEN SYN_RCVD FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT',
    told: `${OPENED} FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT`,
  },
];

/** What changes a state and sends nothing is not seen: LISTEN that nobody reaches, and SEND on a listener. */
const SILENT: readonly Difference[] = [
  { scenario: 'abort-before-established', at: 'server', played: 'CLOSED LISTEN CLOSED', told: 'CLOSED' },
  { scenario: 'close-before-established', at: 'server', played: 'CLOSED LISTEN CLOSED', told: 'CLOSED' },
  { scenario: 'send-on-listen', at: 'server', played: 'CLOSED LISTEN SYN_SENT ESTABLISHED', told: ACTIVE },
  {
    scenario: 'send-on-listen-crossed',
    at: 'server',
    played: 'CLOSED LISTEN SYN_SENT SYN_RCVD FIN_WAIT_1 FIN_WAIT_2',
    told: 'CLOSED SYN_SENT SYN_RCVD ESTABLISHED FIN_WAIT_1 FIN_WAIT_2',
  },
];

/** The loss of a segment that is never sent again and never missed is not seen. */
const NEVER_MISSED: readonly Difference[] = [
  { scenario: 'unfinished-handshake', at: 'server', played: 'CLOSED LISTEN SYN_RCVD', told: OPENED },
  { scenario: 'abort-in-fin-wait-1', at: 'server', played: `${OPENED} CLOSED`, told: `${OPENED} CLOSE_WAIT CLOSED` },
  {
    scenario: 'simultaneous-close-one-fin-ack',
    at: 'client',
    played: `${ACTIVE} FIN_WAIT_1 TIME_WAIT`,
    told: `${ACTIVE} FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT`,
  },
];

/** In which order segments arrived that are under way together is not seen: here an ACK overtakes a FIN, or the data before one. */
const OVERTAKEN: readonly Difference[] = [
  {
    scenario: 'simultaneous-close-ahead-of-data',
    at: 'server',
    played: `${OPENED} FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT`,
    told: `${OPENED} FIN_WAIT_1 CLOSING TIME_WAIT`,
  },
];

/** A new SYN on the same ports is another connection of the capture, and that one begins in CLOSED. */
const SAME_PORTS: readonly Difference[] = [
  { scenario: 'half-open', at: 'client', played: `${ACTIVE} CLOSED SYN_SENT ESTABLISHED`, told: `${ACTIVE} CLOSED SYN_SENT ${ACTIVE}` },
  { scenario: 'half-open', at: 'server', played: `${OPENED} CLOSED LISTEN SYN_RCVD ESTABLISHED`, told: `${OPENED} CLOSED ${OPENED}` },
  {
    scenario: 'new-syn-in-time-wait',
    at: 'client',
    played: `${ACTIVE} CLOSE_WAIT LAST_ACK CLOSED SYN_SENT ESTABLISHED`,
    told: `${ACTIVE} CLOSE_WAIT LAST_ACK CLOSED ${ACTIVE}`,
  },
  {
    scenario: 'new-syn-in-time-wait',
    at: 'server',
    played: `${OPENED} FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT SYN_RCVD ESTABLISHED`,
    told: `${OPENED} FIN_WAIT_1 FIN_WAIT_2 TIME_WAIT ${OPENED}`,
  },
];

const DIFFERENCES = [...MOMENTARY, ...SILENT, ...NEVER_MISSED, ...OVERTAKEN, ...SAME_PORTS];

/** What a capture tells of the states that were played: the same, but for the differences above. */
export function tellingOf(scenario: string, at: Role, played: string): string {
  return DIFFERENCES.find((one) => one.scenario === scenario && one.at === at && one.played === played)?.told ?? played;
}
