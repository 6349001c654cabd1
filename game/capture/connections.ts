/** All the connections of a capture at once: each segment goes to the one that uses its pair of sockets. */
import { isOver, settleAll, takeKnown } from './known.ts';
import { endLine, segmentLine } from './lines.ts';
import { beginPair, observeAll, pairKey, roleIn, type Pair } from './pair.ts';
import { isAnsweredByReset, isSameSyn, startsAnew, takesForNew } from './reuse.ts';
import { tellInOrder, type Telling } from './telling.ts';
import { isBareAck } from './trace.ts';
import type { CapturedSegment, Occurrence, Tell } from './vocabulary.ts';

export type Connections = {
  /** In the order in which they were last heard of. */
  readonly pairs: Map<string, Pair>;
  readonly telling: Telling;
  readonly tracing: boolean;
  count: number;
};

/** No more are followed at once. The one that was quiet longest is told to its end, one that is over before the others. */
const MAX_PAIRS = 8192;
const LOOKED_AT = 64;
/** Who sends so many SYNs alike and gets no answer is waited for no longer. */
const MAX_DOUBTFUL = 32;

export function followNone(told: Tell, tracing: boolean): Connections {
  return { pairs: new Map(), telling: tellInOrder(told), tracing, count: 0 };
}

export function followSegment(connections: Connections, seen: CapturedSegment): void {
  const { pairs, telling } = connections;
  const key = pairKey(seen);
  const known = pairs.get(key);
  telling.expect(seen.frame);
  if (!known && pairs.size >= MAX_PAIRS) makeRoom(connections, seen.frame);
  const pair = known ? next(connections, known, seen) : observeAll(begin(connections, seen), [seen]);
  pairs.delete(key);
  pairs.set(key, pair);
  tellKnown(connections, pair);
}

/** The capture is over. */
export function concludeAll(connections: Connections): void {
  const last = [...connections.pairs.values()].map((pair) => withoutDoubt(connections, pair));
  connections.pairs.clear();
  for (const pair of last) settleLast(connections, pair);
  for (const { connection } of last.sort((a, b) => a.connection.number - b.connection.number))
    connections.telling.tellLast(endLine(connection));
}

function next(connections: Connections, pair: Pair, seen: CapturedSegment): Pair {
  const [syn] = pair.doubtful;
  return syn ? resolve(connections, pair, syn, seen) : goOn(connections, pair, seen);
}

function goOn(connections: Connections, pair: Pair, seen: CapturedSegment): Pair {
  switch (startsAnew(pair.connection, seen.segment, roleIn(pair, seen))) {
    case 'yes':
      return beginAgain(connections, pair, seen, []);
    case 'perhaps':
      return { ...pair, doubtful: [seen] };
    case 'no':
      return observeAll(pair, [seen]);
  }
}

/** What follows a doubtful SYN shows which connection it belongs to: not its copies, and a challenge only together with what comes after. */
function resolve(connections: Connections, pair: Pair, syn: CapturedSegment, seen: CapturedSegment): Pair {
  const { doubtful } = pair;
  const isAnswer = roleIn(pair, seen) !== roleIn(pair, syn);
  const challenges = doubtful.filter((one) => roleIn(pair, one) !== roleIn(pair, syn));
  const isNew = challenges.length === 0 && takesForNew(seen.segment, syn.segment, isAnswer);
  if (isNew) return goOn(connections, beginAgain(connections, pair, syn, doubtful.slice(1)), seen);
  const waits = isAnswer ? isBareAck(seen.segment) : isSameSyn(seen.segment, syn.segment);
  if (waits && doubtful.length < MAX_DOUBTFUL) return { ...pair, doubtful: [...doubtful, seen] };
  const forgot = !isAnswer && challenges.some(({ segment }) => isAnsweredByReset(segment, seen.segment));
  return goOn(connections, observeAll({ ...pair, doubtful: [] }, doubtful, { forgot }), seen);
}

function begin(connections: Connections, first: CapturedSegment): Pair {
  connections.count += 1;
  const { pair, line } = beginPair(connections.count, first, connections.tracing);
  connections.telling.tellBefore(first.frame, line);
  return pair;
}

function beginAgain(connections: Connections, old: Pair, first: CapturedSegment, copies: readonly CapturedSegment[]): Pair {
  conclude(connections, old, first.frame);
  return observeAll(begin(connections, first), [first, ...copies], { note: 'new connection on the same ports' });
}

/** Its last line stands before that of the frame. */
function conclude(connections: Connections, pair: Pair, frame: number): void {
  settleLast(connections, pair);
  connections.telling.tellBefore(frame, endLine(pair.connection));
}

function settleLast(connections: Connections, pair: Pair): void {
  settleAll(pair.connection);
  tellKnown(connections, pair);
}

/** Nothing more comes: a SYN that nobody answered was meant for a new connection, one that was challenged was not. */
function withoutDoubt(connections: Connections, pair: Pair): Pair {
  const [syn, ...others] = pair.doubtful;
  if (!syn) return pair;
  const isChallenged = others.some((one) => roleIn(pair, one) !== roleIn(pair, syn));
  return isChallenged ? observeAll(pair, pair.doubtful) : beginAgain(connections, pair, syn, others);
}

function makeRoom(connections: Connections, frame: number): void {
  const { pairs } = connections;
  const [key, pair] = quietest(pairs) ?? [];
  if (key === undefined || !pair) return;
  pairs.delete(key);
  conclude(connections, withoutDoubt(connections, pair), frame);
}

function quietest(pairs: ReadonlyMap<string, Pair>): [string, Pair] | undefined {
  let first: [string, Pair] | undefined;
  let looked = 0;
  for (const entry of pairs) {
    first ??= entry;
    looked += 1;
    if (isOver(entry[1].connection)) return entry;
    if (looked === LOOKED_AT) break;
  }
  return first;
}

function tellKnown({ telling }: Connections, { connection }: Pair): void {
  let occurrences: Occurrence[] = [];
  for (const passage of takeKnown(connection)) {
    const line = segmentLine(connection.number, passage);
    occurrences = occurrences.length === 0 ? passage.occurrences : [...occurrences, ...passage.occurrences];
    if (!line) continue;
    telling.tell(line.frame, line, occurrences);
    occurrences = [];
  }
}
