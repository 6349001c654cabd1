/** Everything that is neither `/api/*` nor `/socket.io/` is Next's. */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { Duplex } from 'node:stream';
import next from 'next';

export type Pages = {
  readonly answer: RequestListener;
  /** Next's own reload channel, in development. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  readonly close: () => Promise<void>;
};

export async function preparePages(dev: boolean): Promise<Pages> {
  // Next listens for upgrades on the server that it is given, and ends those it takes for a page's. Given one that never
  // listens, it is handed only its own, and links are safe from it.
  const decoy = createServer();
  const app = next({ dev, dir: process.cwd(), httpServer: decoy, quiet: true });
  await app.prepare();
  const answer = app.getRequestHandler();
  return {
    answer,
    upgrade: (request, socket, head) => void decoy.emit('upgrade', request, socket, head),
    close: () => app.close(),
  };
}
