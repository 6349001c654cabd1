/** Every page under its Content-Security-Policy: the browser that reports a violation, or writes one on its console, fails the test. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
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
