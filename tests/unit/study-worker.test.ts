/** The service worker of self-study, in a browser that is nothing but what it uses. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const ORIGIN = 'https://host.example';
type Asked = { readonly url: string; readonly method: string; readonly mode: string };

/** `answers`: what the network brings for a request; null is no connection. */
function startWorker() {
  const cache = new Map<string, Response>();
  const handlers = new Map<string, (event: object) => void>();
  let answer: () => Response | null = () => null;
  runInNewContext(readFileSync('public/study-worker.js', 'utf8'), {
    URL,
    Response,
    self: {
      location: new URL(`${ORIGIN}/study-worker.js?build=b1`),
      addEventListener: (type: string, handle: (event: object) => void) => handlers.set(type, handle),
    },
    caches: {
      open: async () => ({
        match: async (url: string) => cache.get(url)?.clone(),
        put: async (url: string, response: Response) => void cache.set(url, response),
      }),
    },
    fetch: async () => answer() ?? Promise.reject(new TypeError('no connection')),
  });
  /** What the worker answers, as text; null where it leaves the request alone. */
  async function open(path: string, network: () => Response | null, asked: Partial<Asked> = {}): Promise<string | null> {
    answer = network;
    let answered: Promise<Response> | null = null;
    const request: Asked = { url: ORIGIN + path, method: 'GET', mode: 'navigate', ...asked };
    handlers.get('fetch')?.({ request, respondWith: (response: Promise<Response>) => (answered = response) });
    const response = await (answered as Promise<Response> | null);
    return response && (response.type === 'error' ? 'no connection' : response.text());
  }
  return { open, kept: () => [...cache.keys()] };
}

const page =
  (text: string, status = 200) =>
  () =>
    new Response(text, { status });
const nothing = () => null;

test('without a connection a page is as it was last, whatever its query was', async () => {
  const { open, kept } = startWorker();
  await open('/study/learn?mode=mistakes', page('in English'));
  await open('/study/learn?mode=topic&topic=close', page('in Chinese'));
  expect(await open('/study/learn?mode=mistakes', nothing)).toBe('in Chinese');
  expect(kept(), 'one for all queries').toEqual([`${ORIGIN}/study/learn`]);
  expect(await open('/study/interview', nothing)).toBe('no connection');
});

test('a proxy that does not reach the host is no connection; what the host says itself is shown, and not kept', async () => {
  const { open } = startWorker();
  expect(await open('/study', page('bad gateway', 502))).toBe('bad gateway');
  await open('/study', page('the page'));
  for (const status of [502, 503, 504]) expect(await open('/study', page('bad gateway', status))).toBe('the page');
  for (const status of [404, 500]) expect(await open('/study', page('trouble', status))).toBe('trouble');
  expect(await open('/study', nothing)).toBe('the page');
});

test('nothing of a player goes through it', async () => {
  const { open, kept } = startWorker();
  expect(await open('/api/study', page('cards'), { mode: 'cors' })).toBeNull();
  expect(await open('/study/papers/p1', page('made'), { method: 'POST' })).toBeNull();
  expect(kept()).toEqual([]);
});
