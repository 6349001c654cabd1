/** What is counted of links. Latencies in milliseconds. */
import type { Socket } from 'socket.io-client';

export type Tally = {
  readonly joins: number[];
  readonly moves: number[];
  /** Accepted proposals and predictions. */
  answers: number;
  readonly faults: Map<string, number>;
  received: number;
  receivedOctets: number;
  sent: number;
  sentOctets: number;
};

export function newTally(): Tally {
  return { joins: [], moves: [], answers: 0, faults: new Map(), received: 0, receivedOctets: 0, sent: 0, sentOctets: 0 };
}

/** Messages of engine.io, heartbeats among them, and the octets of what they carry: the WebSocket frame adds two to eight. */
export function countPackets({ io: manager }: Pick<Socket, 'io'>, counted: { readonly now: Tally }): void {
  manager.on('open', () => {
    manager.engine.on('packet', ({ data }: { data?: unknown }) => {
      counted.now.received += 1;
      counted.now.receivedOctets += octetsOf(data);
    });
    manager.engine.on('packetCreate', ({ data }: { data?: unknown }) => {
      counted.now.sent += 1;
      counted.now.sentOctets += octetsOf(data);
    });
  });
}

function octetsOf(data: unknown): number {
  return typeof data === 'string' ? Buffer.byteLength(data) : 0;
}
