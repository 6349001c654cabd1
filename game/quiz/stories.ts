/**
 * What a line of ss or netstat can tell: what has happened at the end that it is about, and who has to act now. The words are in `messages`,
 * "quiz-stories". No two of them can be true of the same line.
 */
import type { RuleId } from '../tcp/rules.ts';
import type { Role, State } from '../tcp/vocabulary.ts';

/** Octets in Recv-Q or Send-Q, from and to, both included. For LISTEN they are connections that wait for `accept`, and how many may. */
type Octets = readonly [number, number];

type StoryRow = {
  readonly id: string;
  /** The one that the line shows. CLOSED shows none. */
  readonly state: State;
  readonly received: Octets;
  readonly sent: Octets;
  /** Those that lead there. */
  readonly rules: readonly RuleId[];
  /** The end that it happens to; either one where it is absent. */
  readonly at?: Role;
  /** It is also what a host may have by the thousand, and then it is worth a look. */
  readonly many?: true;
};

const NONE: Octets = [0, 0];
/** A FIN or a SYN counts as one octet in the queues of Linux, as it does in sequence space (§3.4). */
const FLAG: Octets = [1, 1];
const SOME: Octets = [200, 60_000];

/** In the order of a life: neighbours are what is taken for each other. */
// biome-ignore format: one story a line
const ROWS = [
  { id: 'listens', state: 'LISTEN', received: NONE, sent: [128, 4_096], at: 'server', rules: ['closed-open-passive', 'listen-rst', 'syn-rcvd-rst-passive', 'syn-rcvd-new-syn'] },
  { id: 'nobody-accepts', state: 'LISTEN', received: [129, 129], sent: [128, 128], at: 'server', rules: ['closed-open-passive'] },
  { id: 'refused', state: 'CLOSED', received: NONE, sent: NONE, at: 'client', rules: [] },
  { id: 'syn-unanswered', state: 'SYN_SENT', received: NONE, sent: FLAG, at: 'client', many: true, rules: ['closed-open-active', 'listen-open-active', 'retransmit-syn'] },
  { id: 'third-segment-missing', state: 'SYN_RCVD', received: NONE, sent: NONE, at: 'server', many: true, rules: ['listen-syn', 'retransmit-syn-ack', 'syn-rcvd-same-syn'] },
  { id: 'nothing-to-do', state: 'ESTABLISHED', received: NONE, sent: NONE, rules: ['syn-sent-syn-ack', 'syn-rcvd-ack', 'ack'] },
  { id: 'not-read', state: 'ESTABLISHED', received: SOME, sent: NONE, rules: ['data'] },
  { id: 'not-acknowledged', state: 'ESTABLISHED', received: NONE, sent: SOME, rules: ['send', 'send-waits', 'retransmit-data', 'zero-window-probe'] },
  { id: 'close-not-called', state: 'CLOSE_WAIT', received: [0, 1], sent: NONE, many: true, rules: ['established-fin', 'old-fin'] },
  { id: 'fin-behind-data', state: 'FIN_WAIT_1', received: NONE, sent: SOME, rules: ['established-close-queued', 'queued-close-behind-data'] },
  { id: 'fin-unanswered', state: 'FIN_WAIT_1', received: NONE, sent: FLAG, rules: ['established-close', 'syn-rcvd-close', 'queued-close', 'retransmit-fin'] },
  { id: 'peer-still-open', state: 'FIN_WAIT_2', received: NONE, sent: NONE, many: true, rules: ['fin-wait-1-fin-acked'] },
  { id: 'closed-together', state: 'CLOSING', received: FLAG, sent: FLAG, rules: ['fin-wait-1-fin', 'closing-ignored'] },
  { id: 'last-ack-missing', state: 'LAST_ACK', received: NONE, sent: FLAG, many: true, rules: ['close-wait-close', 'queued-close-after-fin', 'retransmit-fin'] },
  { id: 'waits-it-out', state: 'TIME_WAIT', received: NONE, sent: NONE, many: true, rules: ['fin-wait-2-fin', 'fin-wait-1-fin-ack', 'closing-fin-acked', 'time-wait-fin', 'time-wait-ack'] },
  { id: 'reset', state: 'CLOSED', received: NONE, sent: NONE, rules: [] },
] as const satisfies readonly StoryRow[];

export type StoryId = (typeof ROWS)[number]['id'];
export type Story = Omit<StoryRow, 'id'> & { readonly id: StoryId };

export const STORIES: readonly Story[] = ROWS;
