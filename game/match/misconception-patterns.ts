/** The mistakes that are known, and the wrong answers that show them. The first one that fits counts: what is special stands before what is general. */
import type { RuleId } from '../tcp/rules.ts';
import type { State } from '../tcp/vocabulary.ts';

/** What was proposed in place of the right segment: nothing, anything, data, a segment with that flag, or exactly this one. */
export type Sent = 'nothing' | 'something' | 'data' | '+SYN' | '+FIN' | '+RST' | 'SYN' | 'ACK' | 'without ACK';
/** How a number misses the right one; `SEQ` and `end` are those of the segment that arrived. */
export type Slip = 'swapped' | 'seq' | 'seq+1' | 'seq-1' | 'ack' | 'ack+1' | 'ack-1' | 'ack=SEQ' | 'ack=SEQ+1' | 'ack=end';

/** All that is given holds. `sends` and `enters` speak of a wrong segment and of a wrong state only. */
export type Pattern = {
  /** One of these rules gives the canonical answer. */
  readonly where?: readonly RuleId[];
  readonly states?: readonly State[];
  readonly arrives?: 'SYN' | 'FIN' | 'data' | 'bare ACK';
  readonly sends?: readonly Sent[];
  readonly enters?: readonly (State | 'same' | 'any')[];
  readonly numbers?: Slip;
};

type Row = { readonly id: string; readonly patterns: readonly Pattern[] };

const FIRST_CLOSE = ['established-close', 'established-close-queued', 'syn-rcvd-close'] as const satisfies readonly RuleId[];
const SECOND_CLOSE = ['close-wait-close', 'close-wait-close-queued'] as const satisfies readonly RuleId[];
const FIN_TAKEN = ['established-fin', 'fin-wait-1-fin', 'fin-wait-1-fin-ack', 'fin-wait-2-fin'] as const satisfies readonly RuleId[];
const WRONG_ACK = ['listen-ack', 'syn-sent-bad-ack', 'syn-rcvd-bad-ack'] as const satisfies readonly RuleId[];
const RST_OBEYED = [
  'rst',
  'late-rst',
  'time-wait-rst',
  'syn-sent-rst',
  'syn-rcvd-rst-passive',
  'syn-rcvd-rst-active',
  'syn-rcvd-rst-reopened',
] as const satisfies readonly RuleId[];
const RST_REFUSED = [
  'unacceptable-rst',
  'rst-in-window',
  'syn-sent-bad-ack-rst',
  'syn-sent-rst-without-ack',
  'listen-rst',
  'closed-rst',
] as const satisfies readonly RuleId[];
const RETRANSMITTED = ['retransmit-syn', 'retransmit-syn-ack', 'retransmit-data', 'retransmit-fin'] as const satisfies readonly RuleId[];
const OWN_FIN_SENT = ['FIN_WAIT_1', 'FIN_WAIT_2', 'CLOSING', 'LAST_ACK', 'TIME_WAIT'] as const satisfies readonly State[];

// biome-ignore format: one pattern a line
const OPENING = [
  { id: 'listener-calls', patterns: [{ where: ['closed-open-passive'], sends: ['+SYN'] }] },
  { id: 'open-is-established', patterns: [{ where: ['closed-open-active', 'listen-open-active'], enters: ['ESTABLISHED', 'SYN_RCVD'] }] },
  { id: 'active-taken-for-passive', patterns: [{ where: ['closed-open-active'], sends: ['nothing'] }, { where: ['closed-open-active'], enters: ['LISTEN'] }] },
  { id: 'listener-stays', patterns: [{ where: ['listen-syn'], enters: ['LISTEN'] }] },
  { id: 'third-segment-overlooked', patterns: [{ where: ['syn-rcvd-ack'], enters: ['same'] }] },
  { id: 'handshake-in-two', patterns: [{ where: ['listen-syn'], enters: ['ESTABLISHED'] }] },
  { id: 'syn-and-ack-apart', patterns: [{ where: ['listen-syn'], sends: ['SYN', 'ACK'] }] },
  { id: 'third-ack-forgotten', patterns: [{ where: ['syn-sent-syn-ack'], sends: ['nothing'] }] },
  { id: 'caller-waits-too', patterns: [{ where: ['syn-sent-syn-ack'], enters: ['SYN_SENT', 'SYN_RCVD'] }] },
  { id: 'crossed-syns-connect', patterns: [{ where: ['syn-sent-syn'], enters: ['ESTABLISHED'] }] },
  { id: 'crossed-syn-is-an-error', patterns: [{ where: ['syn-sent-syn'], sends: ['nothing', '+RST'] }, { where: ['syn-sent-syn'], enters: ['CLOSED', 'same'] }] },
  { id: 'crossed-syn-takes-a-new-number', patterns: [{ where: ['syn-sent-syn'], numbers: 'seq+1' }] },
  { id: 'any-ack-will-do', patterns: [{ where: [...WRONG_ACK, 'syn-rcvd-unacceptable-ack'], enters: ['ESTABLISHED', 'SYN_RCVD'] }, { where: ['listen-ack', 'syn-sent-bad-ack'], sends: ['ACK'] }] },
  { id: 'wrong-ack-is-ignored', patterns: [{ where: WRONG_ACK, sends: ['nothing'] }] },
  { id: 'wrong-ack-ends-it', patterns: [{ where: [...WRONG_ACK, 'syn-rcvd-unacceptable-ack', 'ack-of-unsent'], enters: ['CLOSED', 'LISTEN'] }, { where: ['ack-of-unsent'], sends: ['+RST'] }] },
  { id: 'closed-is-silent', patterns: [{ where: ['closed-segment'], sends: ['nothing'] }] },
  { id: 'closed-accepts', patterns: [{ where: ['closed-segment'], sends: ['+SYN'] }, { where: ['closed-segment'], enters: ['any'] }] },
  { id: 'fin-before-it-counts', patterns: [{ where: ['listen-other', 'syn-sent-other'], arrives: 'FIN', sends: ['something'] }, { where: ['listen-other', 'syn-sent-other'], arrives: 'FIN', enters: ['any'] }] },
  { id: 'sends-before-established', patterns: [{ where: ['opening-send', 'listen-send'], sends: ['data'] }] },
  { id: 'listener-is-lost', patterns: [{ where: ['syn-rcvd-rst-passive', 'syn-rcvd-new-syn'], enters: ['CLOSED'] }] },
  { id: 'caller-turns-listener', patterns: [{ where: ['syn-rcvd-rst-active', 'syn-sent-rst'], enters: ['LISTEN'] }] },
  { id: 'farewell-to-nobody', patterns: [{ where: ['listen-close', 'syn-sent-close', 'early-abort'], sends: ['+FIN', '+RST'] }, { where: ['listen-close', 'syn-sent-close', 'early-abort'], enters: ['FIN_WAIT_1'] }] },
  { id: 'half-open-is-forgotten', patterns: [{ where: ['syn-rcvd-close'], sends: ['nothing', '+RST'] }, { where: ['syn-rcvd-close'], enters: ['CLOSED', 'LISTEN'] }] },
] as const satisfies readonly Row[];

// biome-ignore format: one pattern a line
const CLOSING = [
  { id: 'close-wait-by-sending-fin', patterns: [{ where: FIRST_CLOSE, enters: ['CLOSE_WAIT'] }] },
  { id: 'fin-wait-by-receiving-fin', patterns: [{ where: ['established-fin'], enters: ['FIN_WAIT_1', 'FIN_WAIT_2'] }] },
  { id: 'closing-for-last-ack', patterns: [{ where: SECOND_CLOSE, enters: ['CLOSING'] }, { where: ['fin-wait-1-fin'], enters: ['LAST_ACK'] }] },
  { id: 'ack-and-fin-apart', patterns: [{ where: ['close-wait-close'], arrives: 'FIN', sends: ['ACK'] }, { where: ['close-wait-close'], arrives: 'FIN', enters: ['CLOSE_WAIT'] }] },
  { id: 'time-wait-at-once', patterns: [{ where: [...FIRST_CLOSE, ...SECOND_CLOSE], enters: ['TIME_WAIT'] }] },
  { id: 'close-means-closed', patterns: [{ where: [...FIRST_CLOSE, ...SECOND_CLOSE], enters: ['CLOSED'] }] },
  { id: 'close-keeps-quiet', patterns: [{ where: ['established-close', 'close-wait-close'], sends: ['nothing'] }, { where: ['established-close', 'close-wait-close'], enters: ['same'] }] },
  { id: 'fin-answered-with-fin', patterns: [{ where: ['established-fin'], sends: ['+FIN'] }, { where: ['established-fin'], enters: ['LAST_ACK', 'CLOSING'] }] },
  { id: 'fin-ends-both-directions', patterns: [{ where: ['established-fin'], enters: ['CLOSED', 'TIME_WAIT'] }] },
  { id: 'fin-taken-for-an-ack', patterns: [{ where: ['fin-wait-1-fin'], enters: ['TIME_WAIT', 'FIN_WAIT_2'] }] },
  { id: 'ack-in-the-fin-overlooked', patterns: [{ where: ['fin-wait-1-fin-ack'], enters: ['CLOSING'] }] },
  { id: 'active-closer-leaves-at-once', patterns: [{ where: ['fin-wait-1-fin-ack', 'fin-wait-2-fin', 'closing-fin-acked'], enters: ['CLOSED'] }] },
  { id: 'own-fin-is-enough', patterns: [{ where: ['fin-wait-1-fin-acked'], enters: ['TIME_WAIT', 'CLOSED'] }] },
  { id: 'passive-closer-waits', patterns: [{ where: ['last-ack-fin-acked'], enters: ['TIME_WAIT'] }] },
  { id: 'ack-of-fin-overlooked', patterns: [{ where: ['fin-wait-1-fin-acked', 'closing-fin-acked', 'last-ack-fin-acked'], enters: ['same'] }] },
  { id: 'fin-over-a-gap', patterns: [{ where: ['ahead-of-gap'], arrives: 'FIN', enters: ['any'] }] },
  { id: 'fin-needs-no-ack', patterns: [{ where: FIN_TAKEN, sends: ['nothing'] }] },
  { id: 'fin-overlooked', patterns: [{ where: FIN_TAKEN, enters: ['same', 'FIN_WAIT_2'] }] },
  { id: 'repeated-fin-ignored', patterns: [{ where: ['time-wait-fin', 'old-fin'], sends: ['nothing'] }] },
  { id: 'time-wait-ends-early', patterns: [{ where: ['time-wait-fin', 'time-wait-ack', 'time-wait-segment'], enters: ['CLOSED'] }] },
  { id: 'time-wait-refuses', patterns: [{ where: ['time-wait-new-syn'], sends: ['nothing', '+RST'] }] },
  { id: 'time-wait-never-ends', patterns: [{ where: ['two-msl'], enters: ['any'] }, { where: ['two-msl'], sends: ['something'] }] },
  { id: 'peers-fin-stops-sending', patterns: [{ where: ['send'], states: ['CLOSE_WAIT'], sends: ['nothing', '+RST'] }] },
  { id: 'closed-half-is-deaf', patterns: [{ where: ['data'], states: ['FIN_WAIT_1', 'FIN_WAIT_2'], sends: ['nothing', '+RST'] }, { where: ['data'], states: ['FIN_WAIT_1', 'FIN_WAIT_2'], enters: ['CLOSED', 'TIME_WAIT'] }] },
  { id: 'sends-after-own-fin', patterns: [{ where: ['closing-send', 'send-after-close'], sends: ['data'] }] },
  { id: 'second-fin', patterns: [{ where: ['closing-close', 'close-after-close'], sends: ['+FIN'] }] },
  { id: 'fin-before-the-data', patterns: [{ where: ['established-close-queued', 'close-wait-close-queued', 'syn-rcvd-close-queued', 'queued-close-behind-data'], sends: ['+FIN'] }] },
  { id: 'abort-is-a-close', patterns: [{ where: ['abort'], sends: ['+FIN'] }, { where: ['abort'], enters: ['FIN_WAIT_1', 'LAST_ACK'] }] },
  { id: 'abort-tells-nobody', patterns: [{ where: ['abort'], sends: ['nothing'] }] },
  { id: 'rst-where-nothing-is-owed', patterns: [{ where: ['late-abort'], sends: ['+RST'] }] },
] as const satisfies readonly Row[];

// biome-ignore format: one pattern a line
const STRAYS = [
  { id: 'rst-answered-with-rst', patterns: [{ where: [...RST_OBEYED, ...RST_REFUSED], sends: ['+RST'] }] },
  { id: 'rst-is-acknowledged', patterns: [{ where: [...RST_OBEYED, 'unacceptable-rst', 'closed-rst', 'listen-rst', 'syn-sent-bad-ack-rst', 'syn-sent-rst-without-ack'], sends: ['ACK'] }] },
  { id: 'rst-leads-to-time-wait', patterns: [{ where: RST_OBEYED, enters: ['TIME_WAIT'] }] },
  { id: 'any-rst-kills', patterns: [{ where: RST_REFUSED, enters: ['CLOSED', 'LISTEN'] }] },
  { id: 'rst-is-ignored', patterns: [{ where: RST_OBEYED, enters: ['same'] }] },
  { id: 'syn-opens-anew', patterns: [{ where: ['challenge-syn'], sends: ['+SYN'] }, { where: ['challenge-syn'], enters: ['SYN_RCVD'] }] },
  { id: 'syn-resets', patterns: [{ where: ['challenge-syn'], sends: ['+RST'] }, { where: ['challenge-syn'], enters: ['CLOSED', 'LISTEN'] }] },
  { id: 'challenge-forgotten', patterns: [{ where: ['challenge-syn', 'rst-in-window', 'ack-of-unsent'], sends: ['nothing'] }] },
  { id: 'old-segment-needs-no-answer', patterns: [{ where: ['unacceptable', 'syn-rcvd-same-syn', 'syn-rcvd-unacceptable-ack', 'time-wait-segment'], sends: ['nothing'] }] },
  { id: 'segment-without-ack-counts', patterns: [{ where: ['no-ack'], sends: ['something'] }, { where: ['no-ack'], enters: ['any'] }] },
  { id: 'acks-are-acknowledged', patterns: [{ arrives: 'bare ACK', sends: ['ACK'] }] },
  { id: 'data-needs-no-ack', patterns: [{ where: ['data'], sends: ['nothing'] }] },
] as const satisfies readonly Row[];

// biome-ignore format: one pattern a line
const WAITING = [
  { id: 'one-loss-ends-it', patterns: [{ where: RETRANSMITTED, enters: ['CLOSED'] }] },
  { id: 'nobody-repeats-it', patterns: [{ where: RETRANSMITTED, sends: ['nothing'] }] },
  { id: 'last-is-repeated-first', patterns: [{ where: ['retransmit-data', 'retransmit-syn-ack'], sends: ['+FIN'] }] },
  { id: 'given-up-with-a-farewell', patterns: [{ where: ['user-timeout'], sends: ['something'] }] },
  { id: 'into-a-full-window', patterns: [{ where: ['send-waits'], sends: ['data'] }] },
] as const satisfies readonly Row[];

// biome-ignore format: one pattern a line
const NUMBERS = [
  { id: 'numbers-swapped', patterns: [{ numbers: 'swapped' }] },
  { id: 'retransmission-takes-a-new-number', patterns: [{ where: RETRANSMITTED, numbers: 'seq' }] },
  { id: 'reset-with-own-number', patterns: [{ where: ['closed-segment', ...WRONG_ACK], numbers: 'seq' }] },
  { id: 'ack-over-a-gap', patterns: [{ where: ['ahead-of-gap'], numbers: 'ack=end' }] },
  { id: 'fin-not-counted', patterns: [{ arrives: 'FIN', numbers: 'ack-1' }, { states: OWN_FIN_SENT, numbers: 'seq-1' }] },
  { id: 'syn-not-counted', patterns: [{ arrives: 'SYN', numbers: 'ack-1' }, { states: ['SYN_SENT', 'SYN_RCVD'], numbers: 'seq-1' }] },
  { id: 'ack-names-the-last-octet', patterns: [{ arrives: 'data', numbers: 'ack-1' }] },
  { id: 'ack-counts-segments', patterns: [{ arrives: 'data', numbers: 'ack=SEQ+1' }] },
  { id: 'data-not-counted', patterns: [{ arrives: 'data', numbers: 'ack=SEQ' }] },
  { id: 'ack-takes-a-number', patterns: [{ numbers: 'seq+1' }, { numbers: 'ack+1' }] },
  { id: 'data-forgotten', patterns: [{ where: ['send', 'queued-data'], sends: ['nothing', 'ACK'] }] },
  { id: 'ack-bit-left-out', patterns: [{ sends: ['without ACK'] }] },
] as const satisfies readonly Row[];

const ROWS = [...OPENING, ...CLOSING, ...STRAYS, ...WAITING, ...NUMBERS] as const;

export type MisconceptionId = (typeof ROWS)[number]['id'];
export const PATTERNS: readonly (Row & { readonly id: MisconceptionId })[] = ROWS;
export const MISCONCEPTIONS: readonly MisconceptionId[] = ROWS.map(({ id }) => id);
