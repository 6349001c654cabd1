import type { Server } from 'node:http';

/** Connections that are still answering get this long. */
const PATIENCE_MS = 3000;

/** At SIGTERM or SIGINT the host takes nothing new, runs `close`, and exits with 0. A second signal ends it at once. */
export function closeOnSignal(server: Server, close: () => Promise<void>): void {
  const stop = async () => {
    process.once('SIGTERM', () => process.exit(1));
    process.once('SIGINT', () => process.exit(1));
    setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
    const closed = new Promise((resolve) => server.close(resolve));
    await close();
    server.closeIdleConnections();
    await closed;
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
