/** HTTP over a wire that misbehaves. Pages and what they load come through as they are: no fault of theirs is the project's to mend. */
import { type IncomingMessage, request as ask, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { Faults, Tally } from './faults.ts';

export type Carried = {
  readonly hostUrl: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly chance: Chance;
  readonly faults: Faults;
  readonly tally: Tally;
};

export async function carryRequest({ hostUrl, request, response, chance, faults, tally }: Carried): Promise<void> {
  const body = await bodyOf(request);
  const isSpared = !/^\/(api|socket\.io)\//.test(request.url ?? '');
  const falls = (share: number, what: keyof Tally) => {
    const is = !isSpared && chance.hits(share);
    if (is) tally[what] += 1;
    return is;
  };
  tally.requests += Number(!isSpared);
  try {
    if (falls(faults.late, 'late')) await wait(chance.between(1, faults.lateMs));
    // A poll that comes twice at once is no repetition but an error of Engine.IO's protocol.
    const isDoubled = request.method !== 'GET' && !request.url?.startsWith('/socket.io/') && falls(faults.doubled, 'doubled');
    const [answer] = await Promise.all([askHost(hostUrl, request, body), isDoubled && askHost(hostUrl, request, body)]);
    if (falls(faults.unanswered, 'unanswered')) return void response.destroy();
    response.writeHead(answer.status, answer.headers).end(answer.body);
  } catch {
    response.destroy();
  }
}

type Answered = { readonly status: number; readonly headers: NodeJS.Dict<string | string[]>; readonly body: Buffer };

function askHost(hostUrl: string, { url = '/', method, headers }: IncomingMessage, body: Buffer): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asked = ask(new URL(url, hostUrl), { method, headers }, (answer) => {
      bodyOf(answer).then((given) => resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: given }), reject);
    });
    asked.once('error', reject);
    asked.end(body);
  });
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
