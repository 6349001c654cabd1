/** A pair of sockets, and the connection that uses it now. */
import type { Role } from '#game/tcp/vocabulary.ts';
import { beginConnection, observe, type Connection, type Hint } from './connection.ts';
import { isSyn } from './reuse.ts';
import { socketKey, socketText } from './sockets.ts';
import type { CapturedSegment, ConnectionLine } from './vocabulary.ts';

export type Pair = {
  readonly connection: Connection;
  readonly clientKey: string;
  /** A SYN with a new number, its copies and what its receiver answers, while nothing shows which connection they belong to. */
  readonly doubtful: readonly CapturedSegment[];
};

type Begun = { readonly pair: Pair; readonly line: ConnectionLine };

/** `tracing`: what happens at its ends is told with its lines. */
export function beginPair(number: number, first: CapturedSegment, tracing: boolean): Begun {
  const from = roleOfFirst(first);
  const [client, server] = from === 'client' ? [first.source, first.destination] : [first.destination, first.source];
  return {
    pair: { connection: beginConnection(number, from, first.segment, tracing), clientKey: socketKey(client), doubtful: [] },
    line: { connection: number, client: socketText(client), server: socketText(server), partial: !isSyn(first.segment) },
  };
}

/** The hint is for the first. */
export function observeAll(pair: Pair, all: readonly CapturedSegment[], hint: Hint = {}): Pair {
  for (const [index, seen] of all.entries()) observe(pair.connection, seen, roleIn(pair, seen), index === 0 ? hint : {});
  return pair;
}

/** The same in both directions. */
export function pairKey({ source, destination }: CapturedSegment): string {
  const [a, b] = [socketKey(source), socketKey(destination)];
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

export function roleIn({ clientKey }: Pair, { source }: CapturedSegment): Role {
  return socketKey(source) === clientKey ? 'client' : 'server';
}

/** Without a SYN to go by, the higher port is the client's: servers have the well-known ones. */
function roleOfFirst({ segment, source, destination }: CapturedSegment): Role {
  if (segment.flags.includes('SYN')) return isSyn(segment) ? 'client' : 'server';
  return source.port >= destination.port ? 'client' : 'server';
}
