/** The connections of a capture at a glance, while its lines are told. */
import type { Role, State } from '#game/tcp/vocabulary.ts';
import type { ConnectionLine, EndLine, Line, SegmentLine } from './vocabulary.ts';

/** How a connection went, as far as the capture goes. */
export const COURSES = ['unanswered', 'refused', 'reset', 'closed', 'closing', 'open'] as const;
export type Course = (typeof COURSES)[number];

export type Summary = ConnectionLine & {
  readonly segments: number;
  readonly again: number;
  readonly lost: number;
  readonly course: Course;
  readonly end: Readonly<Record<Role, State>>;
};

export type Overview = {
  readonly take: (line: Line) => void;
  /** In the order of their first segments. */
  readonly connections: () => readonly Summary[];
  /** How many there are beyond those that are kept. */
  readonly others: () => number;
};

/** A scan of ports has more than anybody looks through. */
const MAX_LISTED = 5000;

type Tally = {
  readonly line: ConnectionLine;
  segments: number;
  again: number;
  lost: number;
  reset: 'refused' | 'reset' | null;
  answered: boolean;
};

export function createOverview(): Overview {
  const open = new Map<number, Tally>();
  const done: Summary[] = [];
  let others = 0;

  function begin(line: ConnectionLine): void {
    if (open.size + done.length >= MAX_LISTED) others += 1;
    else open.set(line.connection, { line, segments: 0, again: 0, lost: 0, reset: null, answered: false });
  }

  function conclude({ connection, end }: EndLine): void {
    const tally = open.get(connection);
    if (!tally) return;
    open.delete(connection);
    const { line, segments, again, lost } = tally;
    done.push({ ...line, segments, again, lost, end, course: courseOf(tally, end) });
  }

  return {
    take(line) {
      if ('partial' in line) begin(line);
      else if ('end' in line) conclude(line);
      else count(open.get(line.connection), line);
    },
    connections: () => done.toSorted((a, b) => a.connection - b.connection),
    others: () => others,
  };
}

function count(tally: Tally | undefined, { from, note }: SegmentLine): void {
  if (!tally) return;
  tally.segments += 1;
  tally.answered ||= from === 'server';
  if (note?.startsWith('retransmission')) tally.again += 1;
  if (note?.endsWith('lost')) tally.lost += 1;
  if (note?.startsWith('connection refused')) tally.reset = 'refused';
  else if (note?.startsWith('reset')) tally.reset ??= 'reset';
}

const OVER: readonly State[] = ['CLOSED', 'LISTEN', 'TIME_WAIT'];
const OPEN: readonly State[] = ['LISTEN', 'SYN_SENT', 'SYN_RCVD', 'ESTABLISHED'];

function courseOf({ answered, reset, line }: Tally, { client, server }: Summary['end']): Course {
  if (reset) return reset;
  if (!answered && !line.partial) return 'unanswered';
  if (OVER.includes(client) && OVER.includes(server)) return 'closed';
  return OPEN.includes(client) && OPEN.includes(server) ? 'open' : 'closing';
}
