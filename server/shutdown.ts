import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

/** Requests that are being answered get this long; then every connection is cut off. */
const PATIENCE_MS = 3000;
/** The rest gets this long. What is stored is safe at every instant, so nothing is worth more. */
const FINISH_MS = 3000;

export type Closing = {
  readonly server: Server;
  /** Takes no more commands and lets go of the links. */
  readonly letGo: () => Promise<void>;
  /** Nobody is being answered any more. */
  readonly finish: () => Promise<void>;
  readonly failed: (error: unknown) => void;
};

/** At SIGTERM or SIGINT the host takes nothing new, closes in order, and exits with 0 within 10 s. A second signal ends it at once. */
export function closeOnSignal(closing: Closing): void {
  const stop = () => {
    for (const signal of SIGNALS) process.removeAllListeners(signal).once(signal, () => process.exit(1));
    void close(closing).then(() => process.exit(0));
  };
  for (const signal of SIGNALS) process.once(signal, stop);
}

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** socket.io's own closing waits for every connection too, so both share the time. */
async function close({ server, letGo, finish, failed }: Closing): Promise<void> {
  const answered = new Promise<void>((resolve) => server.close(() => resolve()));
  await Promise.race([Promise.all([letGo().catch(failed), answered]), pause(PATIENCE_MS)]);
  server.closeAllConnections();
  await Promise.race([finish().catch(failed), pause(FINISH_MS)]);
}
