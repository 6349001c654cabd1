/** What a rule is: one row of the table. */
import type { ActionName } from './actions.ts';
import type { Condition } from './conditions.ts';
import type { EventType, Signal, State } from './vocabulary.ts';

/**
 * The order in which an event is processed. "unsynchronised" is §3.10.7.1 to §3.10.7.3; from "sequence" to "fin" are the steps of
 * §3.10.7.4 that the game plays; "transmit" is what waited and may now go out.
 */
export const STAGES = ['call', 'timeout', 'unsynchronised', 'sequence', 'rst', 'syn', 'ack', 'data', 'fin', 'transmit'] as const;
export type Stage = (typeof STAGES)[number];

/**
 * What a rule sends. Data and FIN carry ACK. `RESET` is the RST of §3.10.7.1, whose form hangs on the ACK bit of what arrived;
 * `FRONT` is the segment at the front of the retransmission queue; `FIN-ON-DATA` puts the FIN on the data that has just gone out.
 */
export const REPLIES = [
  'nothing',
  'SYN',
  'SYN-DATA',
  'SYN,ACK',
  'ACK',
  'DATA',
  'PROBE',
  'FIN,ACK',
  'FIN-ON-DATA',
  'RST',
  'RST,ACK',
  'RESET',
  'FRONT',
  'FRONT-SYN',
] as const;
export type Reply = (typeof REPLIES)[number];

export type Row = {
  readonly id: string;
  /** Of RFC 9293. */
  readonly section: string;
  readonly stage: Stage;
  readonly on: EventType;
  readonly states: readonly State[];
  /** All of them hold. */
  readonly when: readonly Condition[];
  readonly does: readonly ActionName[];
  readonly reply: Reply;
  readonly next: State | 'same';
  /** Processing goes on with this stage; where it is absent, the event is done. */
  readonly goesOn?: Stage;
  readonly signal?: Signal;
  /** Another defensible reading of what `insteadOf` decides: right as well, never canonical. */
  readonly insteadOf?: string;
  /** The row of the house rules that decides it. */
  readonly house?: string;
  /** "Nothing, stay" that most people get wrong: worth a whole move. */
  readonly hard?: true;
};

export const SYNCHRONISED = ['ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSE_WAIT', 'CLOSING', 'LAST_ACK', 'TIME_WAIT'] as const;
/** Those of §3.10.7.4. */
export const OTHER_STATES = ['SYN_RCVD', ...SYNCHRONISED] as const;
