/** Everything that is neither `/api/*` nor `/socket.io/` is Next's. */
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { Duplex } from 'node:stream';
import next from 'next';
import { tell } from './operations/requests.ts';
import { readPageRoutes } from './page-routes.ts';

export type Pages = {
  readonly answer: RequestListener;
  /** Next's own reload channel, in development. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Ends those channels: nothing that listens can close while they are open. */
  readonly letGo: () => void;
  readonly close: () => Promise<void>;
};

export async function preparePages(dev: boolean): Promise<Pages> {
  // Next listens for upgrades on the server that it is given, and ends those it takes for a page's. Given one that never
  // listens, it is handed only its own, and links are safe from it.
  const decoy = createServer();
  const app = next({ dev, dir: process.cwd(), httpServer: decoy, quiet: true });
  await app.prepare();
  const channels = new Set<Duplex>();
  const answer = app.getRequestHandler();
  const routeOf = readPageRoutes();
  return {
    answer: (request, response) => {
      tell(request, { route: routeOf(request.url ?? '') });
      void answer(request, response);
    },
    upgrade: (request, socket, head) => {
      channels.add(socket.once('close', () => channels.delete(socket)));
      decoy.emit('upgrade', request, socket, head);
    },
    letGo: () => {
      for (const channel of channels) channel.destroy();
    },
    close: () => app.close(),
  };
}
