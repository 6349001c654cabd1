/**
 * The mistakes that are known, and the wrong answers that show them. The first one that fits counts: what is special stands before
 * what is general. The words of a mistake are true of every answer that fits. An id is kept: stored verdicts name it.
 */
import type { RuleId } from '../tcp/rules.ts';
import type { State } from '../tcp/vocabulary.ts';

/** What was proposed in place of the right segment: nothing, anything, data, a segment with that flag, or exactly this one. */
export type Sent = 'nothing' | 'something' | 'data' | '+SYN' | '+FIN' | '+RST' | 'SYN' | 'ACK' | 'without ACK';
/**
 * How a number misses the right one; `SEQ` and `end` are those of the segment that arrived. `SYN` and `FIN` are the numbers that these
 * take, ours or the peer's, where the right number is the one after.
 */
export type Slip =
  | 'swapped'
  | 'seq'
  | 'seq+1'
  | 'seq=SYN'
  | 'seq=FIN'
  | 'ack+1'
  | 'ack-1'
  | 'ack=SYN'
  | 'ack=SEQ'
  | 'ack=SEQ+1'
  | 'ack=end';

/** All that is given holds. `sends` and `enters` speak of a wrong segment and of a wrong state only. */
export type Pattern = {
  /** One of these rules gives the canonical answer. */
  readonly where?: readonly RuleId[];
  /** None of these does. */
  readonly except?: readonly RuleId[];
  /** What the canonical answer sends: nothing, or an ACK without data. */
  readonly wants?: 'nothing' | 'ACK';
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
] as const satisfies readonly RuleId[];
const RETRANSMITTED = ['retransmit-syn', 'retransmit-syn-ack', 'retransmit-data', 'retransmit-fin'] as const satisfies readonly RuleId[];
const PEERS_FIN_TAKEN = ['CLOSE_WAIT', 'CLOSING', 'LAST_ACK', 'TIME_WAIT'] as const satisfies readonly State[];
/** Where an ACK has come or gone that somebody may count. */
const ACKS_EXCHANGED = ['SYN_RCVD', 'ESTABLISHED', 'FIN_WAIT_1', 'FIN_WAIT_2', ...PEERS_FIN_TAKEN] as const satisfies readonly State[];
/** The answer acknowledges something for the first time, or goes out by itself. */
const ACKS_ONWARD = [
  ...FIN_TAKEN,
  ...FIRST_CLOSE,
  ...SECOND_CLOSE,
  'syn-sent-syn-ack',
  'data',
  'send',
  'queued-data',
  'queued-fin',
  'retransmit-data',
  'retransmit-fin',
] as const satisfies readonly RuleId[];

// biome-ignore format: one pattern a line
const OPENING = [
  { id: 'listener-calls', patterns: [{ where: ['closed-open-passive'], sends: ['+SYN'] }] },
  { id: 'open-is-established', patterns: [{ where: ['closed-open-active', 'listen-open-active'], enters: ['ESTABLISHED', 'SYN_RCVD'] }] },
  { id: 'active-taken-for-passive', patterns: [{ where: ['closed-open-active', 'listen-open-active'], sends: ['nothing'] }, { where: ['closed-open-active', 'listen-open-active'], enters: ['LISTEN'] }] },
  { id: 'listener-stays', patterns: [{ where: ['listen-syn'], enters: ['LISTEN'] }] },
  { id: 'third-segment-overlooked', patterns: [{ where: ['syn-rcvd-ack'], enters: ['same'] }] },
  { id: 'handshake-in-two', patterns: [{ where: ['listen-syn'], enters: ['ESTABLISHED'] }] },
  { id: 'syn-and-ack-apart', patterns: [{ where: ['listen-syn'], sends: ['SYN', 'ACK'] }] },
  { id: 'third-ack-forgotten', patterns: [{ where: ['syn-sent-syn-ack'], sends: ['nothing'] }] },
  { id: 'caller-waits-too', patterns: [{ where: ['syn-sent-syn-ack'], enters: ['SYN_SENT', 'SYN_RCVD'] }] },
  { id: 'crossed-syns-connect', patterns: [{ where: ['syn-sent-syn'], enters: ['ESTABLISHED'] }] },
  { id: 'crossed-syn-is-an-error', patterns: [{ where: ['syn-sent-syn'], sends: ['nothing', '+RST'] }, { where: ['syn-sent-syn'], enters: ['CLOSED'] }] },
  { id: 'crossed-syn-takes-a-new-number', patterns: [{ where: ['syn-sent-syn'], numbers: 'seq+1' }] },
  { id: 'any-ack-will-do', patterns: [{ where: [...WRONG_ACK, 'syn-rcvd-unacceptable-ack'], enters: ['ESTABLISHED', 'SYN_RCVD'] }, { where: ['listen-ack', 'syn-sent-bad-ack'], sends: ['ACK'] }] },
  { id: 'wrong-ack-is-ignored', patterns: [{ where: WRONG_ACK, sends: ['nothing'] }] },
  { id: 'wrong-ack-ends-it', patterns: [{ where: [...WRONG_ACK, 'syn-rcvd-unacceptable-ack', 'ack-of-unsent'], enters: ['CLOSED', 'LISTEN'] }, { where: ['ack-of-unsent'], sends: ['+RST'] }] },
  { id: 'closed-is-silent', patterns: [{ where: ['closed-segment'], sends: ['nothing'] }] },
  { id: 'closed-accepts', patterns: [{ where: ['closed-segment'], sends: ['+SYN'] }, { where: ['closed-segment'], enters: ['LISTEN', 'SYN_RCVD', 'ESTABLISHED'] }] },
  { id: 'fin-before-it-counts', patterns: [{ where: ['listen-other', 'syn-sent-other'], arrives: 'FIN', sends: ['something'] }, { where: ['listen-other', 'syn-sent-other'], arrives: 'FIN', enters: ['any'] }] },
  { id: 'sends-before-established', patterns: [{ where: ['opening-send'], sends: ['data'] }] },
  { id: 'listener-is-lost', patterns: [{ where: ['syn-rcvd-rst-passive', 'syn-rcvd-new-syn'], enters: ['CLOSED'] }] },
  { id: 'caller-turns-listener', patterns: [{ where: ['syn-rcvd-rst-active', 'syn-sent-rst'], enters: ['LISTEN'] }] },
  { id: 'farewell-to-nobody', patterns: [{ where: ['listen-close', 'syn-sent-close', 'early-abort'], sends: ['+FIN', '+RST'] }, { where: ['listen-close', 'syn-sent-close', 'early-abort'], enters: ['FIN_WAIT_1'] }] },
  { id: 'listener-is-reset', patterns: [{ where: ['listen-rst'], enters: ['CLOSED'] }] },
  { id: 'half-open-is-forgotten', patterns: [{ where: ['syn-rcvd-close'], sends: ['nothing', '+RST'] }, { where: ['syn-rcvd-close'], enters: ['CLOSED', 'LISTEN'] }] },
] as const satisfies readonly Row[];

// biome-ignore format: one pattern a line
const CLOSING = [
  { id: 'close-wait-by-sending-fin', patterns: [{ where: FIRST_CLOSE, enters: ['CLOSE_WAIT'] }] },
  { id: 'fin-wait-by-receiving-fin', patterns: [{ where: ['established-fin'], wants: 'ACK', enters: ['FIN_WAIT_1', 'FIN_WAIT_2'] }] },
  { id: 'closing-for-last-ack', patterns: [{ where: ['close-wait-close'], enters: ['CLOSING'] }, { where: ['fin-wait-1-fin'], enters: ['LAST_ACK'] }] },
  { id: 'ack-and-fin-apart', patterns: [{ where: ['close-wait-close'], arrives: 'FIN', sends: ['ACK'] }, { where: ['close-wait-close'], arrives: 'FIN', enters: ['CLOSE_WAIT'] }] },
  { id: 'time-wait-at-once', patterns: [{ where: [...FIRST_CLOSE, ...SECOND_CLOSE], enters: ['TIME_WAIT'] }] },
  { id: 'close-means-closed', patterns: [{ where: [...FIRST_CLOSE, ...SECOND_CLOSE], enters: ['CLOSED'] }] },
  { id: 'close-keeps-quiet', patterns: [{ where: ['established-close', 'close-wait-close'], sends: ['nothing'] }, { where: ['established-close', 'close-wait-close'], enters: ['same'] }] },
  { id: 'fin-answered-with-fin', patterns: [{ where: ['established-fin'], wants: 'ACK', sends: ['+FIN'] }, { where: ['established-fin'], wants: 'ACK', enters: ['LAST_ACK', 'CLOSING'] }] },
  { id: 'fin-ends-both-directions', patterns: [{ where: ['established-fin'], wants: 'ACK', enters: ['CLOSED', 'TIME_WAIT'] }] },
  { id: 'fin-taken-for-an-ack', patterns: [{ where: ['fin-wait-1-fin'], enters: ['TIME_WAIT', 'FIN_WAIT_2'] }] },
  { id: 'ack-in-the-fin-overlooked', patterns: [{ where: ['fin-wait-1-fin-ack'], enters: ['CLOSING'] }] },
  { id: 'active-closer-leaves-at-once', patterns: [{ where: ['fin-wait-1-fin-ack', 'fin-wait-2-fin', 'closing-fin-acked'], enters: ['CLOSED'] }] },
  { id: 'own-fin-is-enough', patterns: [{ where: ['fin-wait-1-fin-acked'], enters: ['TIME_WAIT', 'CLOSED'] }] },
  { id: 'passive-closer-waits', patterns: [{ where: ['last-ack-fin-acked'], enters: ['TIME_WAIT'] }] },
  { id: 'ack-of-fin-overlooked', patterns: [{ where: ['fin-wait-1-fin-acked', 'closing-fin-acked', 'last-ack-fin-acked'], enters: ['same'] }] },
  { id: 'fin-over-a-gap', patterns: [{ where: ['ahead-of-gap'], arrives: 'FIN', enters: ['any'] }] },
  { id: 'fin-needs-no-ack', patterns: [{ where: FIN_TAKEN, sends: ['nothing'] }] },
  { id: 'fin-overlooked', patterns: [{ where: FIN_TAKEN, arrives: 'FIN', enters: ['same'] }, { where: ['fin-wait-1-fin-ack'], arrives: 'FIN', enters: ['FIN_WAIT_2'] }] },
  { id: 'repeated-fin-ignored', patterns: [{ where: ['time-wait-fin', 'old-fin'], sends: ['nothing'] }] },
  { id: 'time-wait-ends-early', patterns: [{ where: ['time-wait-fin', 'time-wait-ack', 'time-wait-segment'], enters: ['CLOSED'] }] },
  { id: 'time-wait-refuses', patterns: [{ where: ['time-wait-new-syn'], sends: ['nothing', '+RST'] }] },
  { id: 'time-wait-never-ends', patterns: [{ where: ['two-msl'], enters: ['any'] }, { where: ['two-msl'], sends: ['something'] }] },
  { id: 'peers-fin-stops-sending', patterns: [{ where: ['send'], states: ['CLOSE_WAIT'], sends: ['nothing', '+RST'] }] },
  { id: 'closed-half-is-deaf', patterns: [{ where: ['data'], states: ['FIN_WAIT_1', 'FIN_WAIT_2'], sends: ['nothing', '+RST'] }, { where: ['data'], states: ['FIN_WAIT_1', 'FIN_WAIT_2'], enters: ['CLOSED', 'TIME_WAIT'] }] },
  { id: 'sends-after-own-fin', patterns: [{ where: ['closing-send', 'send-after-close'], sends: ['data'] }] },
  { id: 'second-fin', patterns: [{ where: ['closing-close', 'close-after-close'], sends: ['+FIN'] }] },
  { id: 'fin-before-the-data', patterns: [{ where: ['established-close-queued', 'close-wait-close-queued', 'syn-rcvd-close-queued', 'queued-close-behind-data'], sends: ['+FIN'] }, { where: ['close-wait-close-queued'], enters: ['LAST_ACK'] }] },
  { id: 'abort-is-a-close', patterns: [{ where: ['abort'], sends: ['+FIN'] }, { where: ['abort'], enters: ['FIN_WAIT_1', 'LAST_ACK'] }] },
  { id: 'abort-tells-nobody', patterns: [{ where: ['abort'], sends: ['nothing'] }] },
  { id: 'rst-where-nothing-is-owed', patterns: [{ where: ['late-abort'], sends: ['+RST'] }] },
] as const satisfies readonly Row[];

// biome-ignore format: one pattern a line
const STRAYS = [
  { id: 'rst-answered-with-rst', patterns: [{ where: [...RST_OBEYED, ...RST_REFUSED, 'closed-rst', 'listen-rst'], sends: ['+RST'] }] },
  { id: 'rst-is-acknowledged', patterns: [{ where: [...RST_OBEYED, 'unacceptable-rst', 'closed-rst', 'listen-rst', 'syn-sent-bad-ack-rst', 'syn-sent-rst-without-ack'], sends: ['ACK'] }] },
  { id: 'rst-leads-to-time-wait', patterns: [{ where: RST_OBEYED, enters: ['TIME_WAIT'] }] },
  { id: 'any-rst-kills', patterns: [{ where: RST_REFUSED, enters: ['CLOSED', 'LISTEN'] }] },
  { id: 'rst-is-ignored', patterns: [{ where: RST_OBEYED, enters: ['same'] }] },
  { id: 'syn-opens-anew', patterns: [{ where: ['challenge-syn'], sends: ['+SYN'] }, { where: ['challenge-syn'], enters: ['SYN_RCVD'] }, { where: ['challenge-syn'], numbers: 'ack=SEQ+1' }] },
  { id: 'syn-resets', patterns: [{ where: ['challenge-syn'], sends: ['+RST'] }, { where: ['challenge-syn'], enters: ['CLOSED', 'LISTEN'] }] },
  { id: 'challenge-forgotten', patterns: [{ where: ['challenge-syn', 'rst-in-window', 'ack-of-unsent'], sends: ['nothing'] }] },
  { id: 'old-segment-needs-no-answer', patterns: [{ where: ['unacceptable', 'syn-rcvd-same-syn', 'syn-rcvd-unacceptable-ack', 'time-wait-segment'], sends: ['nothing'] }] },
  { id: 'segment-without-ack-counts', patterns: [{ where: ['no-ack'], sends: ['something'] }, { where: ['no-ack'], enters: ['any'] }] },
  { id: 'acks-are-acknowledged', patterns: [{ arrives: 'bare ACK', wants: 'nothing', sends: ['ACK'] }] },
  { id: 'data-needs-no-ack', patterns: [{ where: ['data'], sends: ['nothing'] }] },
] as const satisfies readonly Row[];

// biome-ignore format: one pattern a line
const WAITING = [
  { id: 'one-loss-ends-it', patterns: [{ where: RETRANSMITTED, enters: ['CLOSED'] }] },
  { id: 'nobody-repeats-it', patterns: [{ where: RETRANSMITTED, sends: ['nothing'] }] },
  { id: 'window-opens-by-itself', patterns: [{ where: ['zero-window-probe'], sends: ['nothing'] }] },
  { id: 'last-is-repeated-first', patterns: [{ where: ['retransmit-data'], sends: ['+FIN'] }, { where: ['retransmit-syn-ack'], states: ['FIN_WAIT_1'], sends: ['+FIN'] }] },
  { id: 'given-up-with-a-farewell', patterns: [{ where: ['user-timeout'], sends: ['something'] }] },
  { id: 'into-a-full-window', patterns: [{ where: ['send-waits'], sends: ['data'] }] },
] as const satisfies readonly Row[];

// biome-ignore format: one pattern a line
const NUMBERS = [
  { id: 'numbers-swapped', patterns: [{ numbers: 'swapped' }] },
  { id: 'retransmission-takes-a-new-number', patterns: [{ where: RETRANSMITTED, numbers: 'seq' }, { where: ['syn-rcvd-same-syn'], sends: ['+SYN'], numbers: 'seq' }] },
  { id: 'reset-with-own-number', patterns: [{ where: ['closed-segment', ...WRONG_ACK], numbers: 'seq' }] },
  { id: 'reset-without-ack', patterns: [{ where: ['closed-segment'], sends: ['without ACK'] }] },
  { id: 'ack-over-a-gap', patterns: [{ where: ['ahead-of-gap'], numbers: 'ack=end' }, { where: ['ahead-of-gap'], numbers: 'ack=SEQ' }, { where: ['ahead-of-gap'], numbers: 'ack=SEQ+1' }] },
  { id: 'syn-not-counted', patterns: [{ numbers: 'ack=SYN' }, { numbers: 'seq=SYN' }] },
  { id: 'fin-not-counted', patterns: [{ where: FIN_TAKEN, numbers: 'ack-1' }, { states: PEERS_FIN_TAKEN, except: ['time-wait-new-syn'], numbers: 'ack-1' }, { numbers: 'seq=FIN' }] },
  { id: 'ack-names-the-last-octet', patterns: [{ where: ['data'], numbers: 'ack-1' }] },
  { id: 'ack-counts-segments', patterns: [{ where: ['data'], numbers: 'ack=SEQ+1' }] },
  { id: 'data-not-counted', patterns: [{ where: ['data'], numbers: 'ack=SEQ' }] },
  { id: 'ack-takes-a-number', patterns: [{ states: ACKS_EXCHANGED, except: ['time-wait-new-syn', 'syn-rcvd-same-syn'], numbers: 'seq+1' }, { where: ACKS_ONWARD, numbers: 'ack+1' }] },
  { id: 'data-forgotten', patterns: [{ where: ['send', 'queued-data'], sends: ['nothing', 'ACK'] }] },
  { id: 'ack-bit-left-out', patterns: [{ sends: ['without ACK'] }] },
] as const satisfies readonly Row[];

const ROWS = [...OPENING, ...CLOSING, ...STRAYS, ...WAITING, ...NUMBERS] as const;

export type MisconceptionId = (typeof ROWS)[number]['id'];
export const PATTERNS: readonly (Row & { readonly id: MisconceptionId })[] = ROWS;
export const MISCONCEPTIONS: readonly MisconceptionId[] = ROWS.map(({ id }) => id);
