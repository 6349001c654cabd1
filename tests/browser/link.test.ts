/** The link as its user meets it: lost, refused, and back. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { withBrowser } from './browser.ts';
import { openForeignDoor } from './foreign-door.ts';
import { withHost } from './with-host.ts';

const { newPerson, forgetNoise } = withBrowser();
const host = withHost({ GRACE_SECONDS: '30' });

/** In a match against a bot, with all the time in the world. */
async function inMatch(): Promise<Page> {
  const { page } = await newPerson();
  await page.goto(host.url, { waitUntil: 'networkidle' });
  const bot = page.getByRole('region', { name: 'Play a bot' });
  await bot.getByLabel('Time for a turn').selectOption({ label: 'untimed' });
  await bot.getByRole('button', { name: 'Play the bot' }).click();
  await page.waitForURL('**/match/*');
  await page.getByRole('radiogroup').waitFor();
  return page;
}

async function choose(page: Page): Promise<void> {
  for (const key of ['n', 'g', 'Space', 'Enter']) await page.keyboard.press(key);
}

/** The browser writes down every try to reach a host that is not there. */
function expectOnlyLinkNoise(): void {
  const isLinkNoise = (complaint: string) =>
    /WebSocket connection|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|status of 403/.test(
      complaint,
    );
  expect(forgetNoise().filter((complaint) => !isLinkNoise(complaint))).toEqual([]);
}

test('a choice that is made while the host is down is sealed when it is back, once', async () => {
  const page = await inMatch();
  await host.kill('SIGKILL');
  await page.getByText('The link to the host is lost.').waitFor();
  await choose(page);
  await host.restart();
  await page.getByRole('heading', { name: 'Verdict' }).waitFor();
  await expect.poll(() => page.getByText('The link to the host is lost.').count()).toBe(0);
  expectOnlyLinkNoise();
});

test('a host that says that it goes down is not called a lost network', async () => {
  const page = await inMatch();
  await host.kill('SIGTERM');
  await page.getByText('The host is restarting.').waitFor();
  await host.restart();
  await choose(page);
  await page.getByRole('heading', { name: 'Verdict' }).waitFor();
  expectOnlyLinkNoise();
});

test('a link that is refused for its origin says so in words, and is tried again by hand', async () => {
  const door = await openForeignDoor(host.url);
  const { page } = await newPerson();
  await page.goto(door.url);
  await page.getByText('The host refused the link: This page comes from another address').waitFor();
  const tries = page.waitForRequest('**/api/session');
  await page.getByRole('button', { name: 'Try now' }).click();
  await tries;
  door.close();
  await page.close();
  expectOnlyLinkNoise();
});

test('a browser that the host does not know any more becomes a new guest and is let in', async () => {
  const { page } = await newPerson();
  const linked = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
  await page.goto(`${host.url}/waiting?level=3`, { waitUntil: 'networkidle' });
  await linked;
  await page.context().clearCookies();
  await host.kill('SIGKILL');
  await page.getByText('The link to the host is lost.').waitFor();
  const again = page.waitForResponse('**/api/session');
  await host.restart();
  expect((await again).status()).toBe(200);
  await expect.poll(() => page.getByText(/The link to the host is lost|The host refused/).count()).toBe(0);
  expectOnlyLinkNoise();
});

test('going from page to page is not leaving: the other one is told nothing', async () => {
  const [mei, jonas] = [(await newPerson()).page, (await newPerson()).page];
  await mei.goto(host.url, { waitUntil: 'networkidle' });
  await mei.getByRole('button', { name: 'Make an invitation' }).click();
  await mei.waitForURL('**/invite/*');
  await jonas.goto(mei.url(), { waitUntil: 'networkidle' });
  await jonas.getByRole('button', { name: 'Accept and play' }).click();
  await Promise.all([mei.getByRole('radiogroup').waitFor(), jonas.getByRole('radiogroup').waitFor()]);
  await mei.getByRole('link', { name: 'Last ACK, home' }).click();
  await mei.getByRole('link', { name: 'Go to the match' }).click();
  await mei.getByRole('radiogroup').waitFor();
  await jonas.waitForTimeout(1_000);
  expect(await jonas.getByText(/holds? the seat|is away|lost the link/).count()).toBe(0);
});
