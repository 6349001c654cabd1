/**
 * A socket.io link without socket.io: Engine.IO 4 and socket.io 5 over one WebSocket, as light as can be, because the driver must never be
 * what a host waits for. All three hosts are driven by it.
 */
import { WebSocket } from 'ws';

/** What links have received: messages, and octets with the heads of WebSocket frames. */
export type Received = { messages: number; octets: number };

export type Link = {
  emit(name: string, ...args: readonly unknown[]): void;
  /** The host answers with one value. */
  ask<T>(name: string, argument: unknown, answered: (answer: T) => void): void;
  close(): void;
};

export type LinkWish = {
  readonly url: string;
  /** With its slash; '' for the one that is always there. */
  readonly namespace: string;
  readonly cookie: string;
  /** From which address of this machine. */
  readonly from: string | undefined;
  readonly received: { readonly now: Received };
  readonly hear: (name: string, args: readonly unknown[]) => void;
};

const OPEN = '0';
const PING = '2';
const PONG = '3';

/** Resolves once the host has let it in. */
export function openLink({ url, namespace, cookie, from, received, hear }: LinkWish): Promise<Link> {
  const prefix = namespace === '' ? '' : `${namespace},`;
  const socket = new WebSocket(`${url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`, {
    perMessageDeflate: false,
    skipUTF8Validation: true,
    headers: { cookie },
    ...(from && { localAddress: from }),
  });
  const asked = new Map<number, (answer: never) => void>();
  let ids = 0;

  const link: Link = {
    emit: (...event) => socket.send(`42${prefix}${JSON.stringify(event)}`),
    ask(name, argument, answered) {
      asked.set(ids, answered);
      socket.send(`42${prefix}${ids}${JSON.stringify([name, argument])}`);
      ids += 1;
    },
    close: () => socket.terminate(),
  };

  function take(packet: string): void {
    const data = packet.indexOf('[');
    if (packet.startsWith('43')) {
      const id = Number(packet.slice(2 + prefix.length, data));
      asked.get(id)?.(JSON.parse(packet.slice(data))[0] as never);
      asked.delete(id);
    } else if (packet.startsWith('42')) {
      const [name, ...args] = JSON.parse(packet.slice(data));
      hear(name, args);
    } else if (packet === PING) socket.send(PONG);
  }

  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (message: Buffer) => {
      const { now } = received;
      now.messages += 1;
      now.octets += message.length + frameHead(message.length);
      const packet = message.toString();
      if (packet.startsWith(OPEN)) socket.send(`40${prefix}`);
      else if (packet.startsWith('40')) resolve(link);
      else if (packet.startsWith('44')) reject(new Error(packet));
      else take(packet);
    });
  });
}

/** Octets before the payload of a frame that is not masked (RFC 6455 §5.2). */
function frameHead(length: number): number {
  return length < 126 ? 2 : length < 65_536 ? 4 : 10;
}
