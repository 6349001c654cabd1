/** Stands where `server/pages.ts` stands: no page, everything else of the host. */
import type { Pages } from '#server/pages.ts';

export function whyNoPages(): null {
  return null;
}

export async function preparePages(): Promise<Pages> {
  return {
    answer: (_, response) => void response.writeHead(404).end(),
    upgrade: (_, socket) => void socket.destroy(),
    letGo: () => {},
    close: async () => {},
  };
}
