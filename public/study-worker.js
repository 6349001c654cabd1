/**
 * Lets the pages of self-study be opened without a connection, as they were last. Documents come from the host whenever it answers; what
 * Next builds has the hash of its content in its name, so it is the same for ever. Nothing of a player is in either of them: what is one's
 * own comes by /api, which never goes through here. A build has a cache of its own, and the next one throws it away.
 */
const CACHE = `study-${new URL(self.location.href).searchParams.get('build')}`;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
/** `page`: to be kept as it is now; `files`: what a page has loaded. */
self.addEventListener('message', (event) => {
  const { page, files = [] } = event.data;
  event.waitUntil(page ? keepPage(page) : keepFiles(files));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (isBuilt(request.url)) event.respondWith(fromCacheFirst(request));
  else if (request.mode === 'navigate') event.respondWith(fromHostFirst(request));
});

async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('study-') && name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

function isBuilt(url) {
  const { origin, pathname } = new URL(url);
  return origin === self.location.origin && pathname.startsWith('/_next/static/');
}

async function fromCacheFirst(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request.url, response.clone());
  return response;
}

/** What stands between says 502 to 504 where the host cannot be reached (RFC 9110 §15.6). */
async function fromHostFirst(request) {
  const cache = await caches.open(CACHE);
  const name = nameOf(request.url);
  const response = await fetch(request).catch(() => null);
  if (response?.ok) await cache.put(name, response.clone());
  if (response && response.status < 502) return response;
  return (await cache.match(name, { ignoreVary: true })) ?? response ?? Response.error();
}

/** The query of a page is read by the page itself: one is kept for all, and so the latest, in the language that was chosen last. */
function nameOf(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

async function keepPage(url) {
  const response = await fetch(url, { headers: { accept: 'text/html' } });
  if (!response.ok) return;
  const text = await response.clone().text();
  await (await caches.open(CACHE)).put(nameOf(url), response);
  await keepFiles([...text.matchAll(/\/_next\/static\/[^"'\\\s<>)]+/g)].map(([path]) => new URL(path, url).href));
}

async function keepFiles(urls) {
  const cache = await caches.open(CACHE);
  for (const url of new Set(urls.filter(isBuilt))) if (!(await cache.match(url, { ignoreVary: true }))) await cache.add(url);
}
