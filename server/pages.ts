/** Everything that is neither `/api/*` nor `/socket.io/` is Next's. */
import { existsSync } from 'node:fs';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { Duplex } from 'node:stream';
import next from 'next';
import { pagePolicy } from './headers.ts';
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

const READING: readonly string[] = ['GET', 'HEAD'];
/** Nor is a body read that comes with it. */
const NO_BODY = { allow: READING.join(', '), connection: 'close' };

/** Null where there are pages to show in production. The working directory is the project's. */
export function whyNoPages(): string | null {
  return existsSync('.next/BUILD_ID') ? null : 'The pages are not built: npm run build.';
}

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
      // No page takes anything: what is said to the host is said to /api. Next's overlay in development apart.
      if (!dev && !READING.includes(request.method ?? '')) return void response.writeHead(405, NO_BODY).end();
      const policy = pagePolicy(dev);
      // Next reads the nonce for its scripts here; whoever asked has no say in it.
      request.headers['content-security-policy'] = policy;
      response.setHeader('content-security-policy', policy);
      return answer(request, response);
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
