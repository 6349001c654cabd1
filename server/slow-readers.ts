/** A browser that does not read leaves what is sent to it in the host's memory: there is an end to that. */
import type { Server } from 'socket.io';

/** Of octets; a view of a whole match has some tens of thousands. */
const MOST_WAITING = 1_000_000;

type EngineLink = {
  readonly writeBuffer: readonly { readonly data?: unknown }[];
  readonly transport: { readonly socket?: { readonly bufferedAmount?: number } };
  close(discard: boolean): void;
};

/** To be called now and then. */
export function endSlowReaders(io: Server): void {
  // engine.io declares neither the map nor what is in it as public; both are documented.
  const { clients } = io.engine as unknown as { readonly clients: Readonly<Record<string, EngineLink>> };
  for (const link of Object.values(clients)) if (waitingFor(link) > MOST_WAITING) link.close(true);
}

function waitingFor({ transport, writeBuffer }: EngineLink): number {
  const waiting = writeBuffer.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0);
  return waiting + (transport.socket?.bufferedAmount ?? 0);
}
