/** What a browser says over its link, and what the host has answered: read from what goes over the wire, by WebSocket or by long polling. */
import type { Page, Request, Response } from 'playwright';
import type { Answer, Command } from '#protocol/commands.ts';

/** Engine.IO's message "4" with socket.io's EVENT "2" or ACK "3", and a number that is the same in both. */
const PACKET = /^4([23])(\d+)(\[.*\])$/s;
/** Long polling puts several packets into one body. */
const SEPARATOR = '\x1e';

export type Exchange = { readonly command: Command; readonly answer: Answer };

/** Call before the page opens its link; grows with every answer. */
export function listenToAnswers(page: Page): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  const asked = new Map<string, Command>();

  function hear(payload: string | Buffer | null): void {
    for (const packet of String(payload).split(SEPARATOR)) {
      const [, type, number = '', body = ''] = PACKET.exec(packet) ?? [];
      const command = asked.get(number);
      if (type === '2') asked.set(number, JSON.parse(body)[1]);
      if (type === '3' && command) exchanges.push({ command, answer: JSON.parse(body)[0] });
    }
  }

  page.on('websocket', (link) => {
    link.on('framesent', ({ payload }) => hear(payload));
    link.on('framereceived', ({ payload }) => hear(payload));
  });
  page.on('request', (request) => isPolling(request) && hear(request.postData()));
  page.on('response', async (response) => {
    if (isPolling(response)) hear(await response.text().catch(() => null));
  });
  return exchanges;
}

function isPolling(about: Request | Response): boolean {
  return about.url().includes('transport=polling');
}
