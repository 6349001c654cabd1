/** What is counted of links. Latencies in milliseconds. */
import type { Socket as Pipe } from 'node:net';
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

type Wire = { readonly ws: { readonly _socket: Pipe } };

/** Messages of engine.io, heartbeats among them. In: octets of the WebSocket, as they come; out: of what the messages carry, to which a frame adds six to eight. */
export function countPackets({ io: manager }: Pick<Socket, 'io'>, counted: { readonly now: Tally }): void {
  manager.on('open', () => {
    const { _socket: pipe } = (manager.engine.transport as unknown as Wire).ws;
    let read = pipe.bytesRead;
    manager.engine.on('packet', () => {
      counted.now.received += 1;
      counted.now.receivedOctets += pipe.bytesRead - read;
      read = pipe.bytesRead;
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
