/** What a link is sent in one go leaves in one write: a system call costs more than it takes to make a message. */
import type { Socket as Pipe } from 'node:net';

type Engine = { flush(): void; readonly transport: { readonly socket?: { readonly _socket?: Pipe | null } } };

/**
 * engine.io hands each message to the operating system by itself. Here it does so at the end of the tick, all of them at once. Neither `flush` nor the
 * socket of a WebSocket is in the types of engine.io 6.6; a test holds that both are there.
 */
export function sendTogether(engine: unknown): void {
  const one = engine as Engine;
  const flush = one.flush.bind(one);
  let isDue = false;

  function flushAll(): void {
    isDue = false;
    const pipe = one.transport.socket?._socket;
    pipe?.cork();
    flush();
    pipe?.uncork();
  }

  one.flush = () => {
    if (!isDue) process.nextTick(flushAll);
    isDue = true;
  };
}
