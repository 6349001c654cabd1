/** Every page under its Content-Security-Policy: the browser that reports a violation, or writes one on its console, fails the test. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { withBrowser } from './browser.ts';
import { signIn } from './desk.ts';
import { withHost } from './with-host.ts';

const { newPerson, forgetNoise } = withBrowser();
const host = withHost();

/** Those that open without anything having been made. */
const PAGES = [
  ...['/', '/account', '/captures', '/help', '/instructor', '/join', '/leaderboard', '/learn', '/learn/rules', '/machine', '/matches'],
  ...['/practice', '/practice?scenario=half-close&seed=1', '/practice/catch?scenario=half-close&seed=1', '/study', '/study/daily'],
  ...['/study/exam', '/study/interview', '/study/learn', '/study/progress', '/waiting'],
];
/** Those of what is not there: the page opens all the same, and says so. */
const MISSING = ['/nothing', '/match/anymatch', '/replay/anymatch', '/session/anysession', '/invite/ABC123', '/projector/anykey'];

/** Reports as the page itself is given them: also those that are not written on the console. */
async function violationsOf(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const found: string[] = [];
    Object.assign(window, { violations: found });
    document.addEventListener('securitypolicyviolation', (event) => {
      found.push(`${event.effectiveDirective} ${event.blockedURI} at ${location.pathname}`);
    });
  });
  return () => page.evaluate(() => (window as unknown as { violations: string[] }).violations);
}

test.each([...PAGES, ...MISSING])('%s runs within its policy', async (path) => {
  const { page } = await newPerson();
  const violations = await violationsOf(page);
  const response = await page.goto(host.url + path, { waitUntil: 'networkidle' });
  const policy = response?.headers()['content-security-policy'] ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}';/);
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  await page.locator('h1').first().waitFor();
  expect(await violations()).toEqual([]);
  if (MISSING.includes(path)) expect(forgetNoise().filter((complaint) => !/status of 4\d\d/.test(complaint))).toEqual([]);
});

test('a match is played by WebSocket within it', async () => {
  const { page } = await newPerson();
  const violations = await violationsOf(page);
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.goto(host.url, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: 'Play the bot' }).click();
  await page.waitForURL('**/match/*');
  await page.getByRole('button', { name: 'Resign' }).first().waitFor();
  expect(sockets).toEqual([expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/socket\.io\//)]);
  expect(await violations()).toEqual([]);
});

test('so are the pages of an instructor', async () => {
  const { page } = await signIn(host, newPerson);
  const violations = await violationsOf(page);
  for (const path of [
    '/admin',
    '/admin/data',
    '/admin/disputes',
    '/instructor/classes',
    '/instructor/leaderboard',
    '/instructor/sessions/new',
  ]) {
    await page.goto(host.url + path, { waitUntil: 'networkidle' });
    expect(await violations(), path).toEqual([]);
  }
});

test('what somebody wrote into a page does not run, and the page may not stand in another', async () => {
  const { page } = await newPerson();
  const violations = await violationsOf(page);
  await page.goto(host.url, { waitUntil: 'networkidle' });
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.setAttribute('onerror', 'window.ran = true');
    image.src = '/nothing.png';
    const script = document.createElement('script');
    script.textContent = 'window.ran = true';
    document.body.append(image, script);
  });
  await expect.poll(violations).toHaveLength(2);
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
  const framed = await newPerson();
  await framed.page.setContent(`<iframe src="${host.url}"></iframe>`);
  await expect.poll(() => forgetNoise().some((complaint) => complaint.includes('frame-ancestors'))).toBe(true);
});

describe('what a page is asked by hand', () => {
  const ask = (path: string, init: RequestInit = {}) => fetch(host.url + path, { redirect: 'manual', ...init });

  test.each([
    '/',
    '/nothing',
    '/learn/',
    '/icon.svg',
    '/study-worker.js',
    '/_next/static/nothing.js',
    '/learn/examples/closed-open-active',
  ])('%s says how it may be used', async (path) => {
    const { headers } = await ask(path);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self' 'nonce-/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.has('x-powered-by')).toBe(false);
  });

  test('a page is kept by nobody, and each has a nonce of its own that no request can choose', async () => {
    const pages = [await ask('/account'), await ask('/account', { headers: { 'content-security-policy': "script-src 'nonce-mine'" } })];
    expect(pages.map(({ headers }) => headers.get('cache-control'))).toEqual(Array(2).fill(expect.stringContaining('no-store')));
    const html = await Promise.all(pages.map((page) => page.text()));
    const nonces = html.map((text) => new Set([...text.matchAll(/ nonce="([^"]+)"/g)].map(([, nonce]) => nonce)));
    expect(nonces.map(({ size }) => size)).toEqual([1, 1]);
    expect(nonces[0]).not.toEqual(nonces[1]);
    expect(html[1]).not.toContain('mine');
  });

  test('nothing is said to a page: other methods are 405', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
      expect((await ask('/', { method, headers: { 'next-action': 'x' } })).status).toBe(405);
  });

  test('no address leads elsewhere, or out of what was built', async () => {
    for (const path of [
      '//elsewhere.example',
      '//elsewhere.example/',
      '/\\elsewhere.example',
      '/%2f%2felsewhere.example/',
      '/learn//elsewhere.example/',
    ]) {
      const headers = { 'x-forwarded-host': 'elsewhere.example' };
      const to = (await ask(path, { headers })).headers.get('location');
      expect(new URL(to ?? '/', host.url).origin, path).toBe(new URL(host.url).origin);
    }
    for (const path of [
      '/..%2f..%2fpackage.json',
      '/_next/static/..%2f..%2f..%2fpackage.json',
      '/_next/../.build/main.js',
      '/_next/static/%2e%2e/BUILD_ID',
      '/.git/config',
    ])
      expect((await ask(path)).status, path).toBeGreaterThanOrEqual(400);
  });
});

test('a name with markup is a text on every page that shows it', async () => {
  const name = '<svg onload=ran()>';
  const [maker, other] = [await newPerson(), await newPerson()];
  const violations = await violationsOf(other.page);
  await maker.page.goto(host.url, { waitUntil: 'networkidle' });
  await maker.page.getByLabel('Your name').fill(name);
  await maker.page.getByRole('button', { name: 'Save' }).click();
  await maker.page.getByRole('button', { name: 'Make an invitation' }).click();
  await maker.page.waitForURL('**/invite/*');
  await other.page.goto(maker.page.url(), { waitUntil: 'networkidle' });
  await other.page.getByRole('heading', { level: 1, name: `${name} invites you` }).waitFor();
  await other.page.getByRole('button', { name: 'Accept and play' }).click();
  await other.page.waitForURL('**/match/*');
  await other.page.getByText(name).first().waitFor();
  expect(await other.page.locator('svg[onload]').count()).toBe(0);
  expect(await violations()).toEqual([]);
});
