/** The pages around a match, as people meet them. */
import { describe, expect, test } from 'vitest';
import type { Page } from 'playwright';
import { withBrowser } from './browser.ts';
import { withHost } from './with-host.ts';

const { newPerson, forgetNoise } = withBrowser();
const host = withHost();

const CHINESE = { locale: 'zh-CN' };
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true };

async function arrive(page: Page, path = '/'): Promise<Page> {
  await page.goto(`${host.url}${path}`, { waitUntil: 'networkidle' });
  return page;
}

/** Somebody at a page of this host. */
async function visitor(path = '/', options = {}): Promise<Page> {
  return arrive((await newPerson(options)).page, path);
}

async function invite(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  await page.waitForURL('**/invite/*');
  await page.getByRole('heading', { name: 'Your invitation' }).waitFor();
  return new URL(page.url()).pathname;
}

async function playBot(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Play the bot' }).click();
  await page.waitForURL('**/match/*');
  await page.getByRole('button', { name: 'Resign' }).first().waitFor();
  return new URL(page.url()).pathname;
}

/** Whatever is asked: nothing, and the state at which the diagram begins. */
async function playTurn(page: Page): Promise<void> {
  for (const key of ['n', 'g', 'Space', 'Enter']) await page.keyboard.press(key);
  await page.getByRole('heading', { name: 'Verdict' }).waitFor();
}

/** The browser writes down every answer that is a refusal, also where the page has its own words for it. */
function expectRefusals(status: number): void {
  const complaints = forgetNoise();
  expect(complaints.filter((complaint) => !complaint.includes(`status of ${status}`))).toEqual([]);
}

async function resign(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Resign' }).first().click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /resign/i })
    .click();
  await page.getByRole('heading', { level: 1, name: 'You resigned' }).waitFor();
}

describe('a name', () => {
  test('is there at once, can be changed, and lasts', async () => {
    const page = await visitor();
    const field = page.getByLabel('Your name');
    expect((await field.inputValue()).length).toBeGreaterThan(1);
    await field.fill('梅 Mei');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
    await arrive(page);
    expect(await field.inputValue()).toBe('梅 Mei');
  });

  test('is refused in words, and the one before stays', async () => {
    const page = await visitor();
    const field = page.getByLabel('Your name');
    const before = await field.inputValue();
    await field.fill('x');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').filter({ hasText: 'A name has 2 to 20 characters;' }).waitFor();
    await arrive(page);
    expect(await field.inputValue()).toBe(before);
    expectRefusals(422);
  });

  test('can be another idea, in the language of the page', async () => {
    const page = await visitor('/', CHINESE);
    await page.getByRole('button', { name: '换一个' }).click();
    await expect.poll(() => page.getByLabel('你的名字').inputValue()).toMatch(/\p{Script=Han}/u);
  });
});

describe('quick match', () => {
  test('brings two who look at the same level into one match', async () => {
    const [mei, jonas] = await Promise.all([visitor(), visitor('/', { ...CHINESE, ...PHONE })]);
    await mei.getByRole('button', { name: 'Find an opponent' }).click();
    await mei.getByRole('heading', { name: 'Looking for an opponent' }).waitFor();
    await jonas.getByRole('button', { name: '寻找对手' }).click();
    await Promise.all([mei.waitForURL('**/match/*'), jonas.waitForURL('**/match/*')]);
    expect(mei.url()).toBe(jonas.url());
  });

  test('can be called off: nobody is paired with one who has gone', async () => {
    const [mei, jonas] = await Promise.all([visitor(), visitor()]);
    await mei.getByRole('button', { name: 'Find an opponent' }).click();
    await mei.getByRole('button', { name: 'Stop looking' }).click();
    await mei.getByRole('heading', { name: 'Two people, one TCP connection' }).waitFor();
    await mei.waitForTimeout(1_000);
    await jonas.getByRole('button', { name: 'Find an opponent' }).click();
    await jonas.waitForTimeout(1_500);
    expect(jonas.url()).toContain('/waiting');
    await jonas.getByRole('button', { name: 'Stop looking' }).click();
    await jonas.waitForTimeout(1_000);
  });

  test('offers a bot after 15 seconds', async () => {
    const { page } = await newPerson();
    await page.clock.install();
    await arrive(page, '/waiting?level=2');
    expect(await page.getByRole('button', { name: 'Play a bot' }).count()).toBe(0);
    await page.clock.runFor(16_000);
    await page.getByRole('button', { name: 'Play a bot' }).click();
    await page.waitForURL('**/match/*');
  });
});

describe('an invitation', () => {
  test('has a link and a QR code, and brings both into the match', async () => {
    const [mei, jonas] = await Promise.all([visitor(), visitor()]);
    await mei.getByLabel('Your name').fill('Mei');
    await mei.getByRole('button', { name: 'Save' }).click();
    const path = await invite(mei);
    expect(await mei.getByLabel('Link', { exact: true }).inputValue()).toBe(`${host.url}${path}`);
    await expect
      .poll(() => mei.getByRole('img', { name: 'QR code of the invitation link' }).locator('path').getAttribute('d'))
      .toMatch(/^M4 4h/);
    await arrive(jonas, path);
    await jonas.getByRole('heading', { level: 1, name: 'Mei invites you' }).waitFor();
    await jonas.getByRole('button', { name: 'Accept and play' }).click();
    await Promise.all([mei.waitForURL('**/match/*'), jonas.waitForURL('**/match/*')]);
    expect(mei.url()).toBe(jonas.url());
    const late = await visitor(path);
    await late.getByRole('heading', { name: 'This invitation has been accepted' }).waitFor();
  });

  test('can be cancelled', async () => {
    const mei = await visitor();
    const path = await invite(mei);
    await mei.getByRole('button', { name: 'Cancel the invitation' }).click();
    await mei.getByRole('heading', { name: 'Two people, one TCP connection' }).waitFor();
    const jonas = await visitor(path);
    await jonas.getByRole('heading', { name: 'This invitation was cancelled' }).waitFor();
  });

  test('finds its maker on another page', async () => {
    const [mei, jonas] = await Promise.all([visitor(), visitor()]);
    const path = await invite(mei);
    await mei.getByRole('link', { name: 'Help', exact: true }).click();
    await mei.getByRole('heading', { level: 1, name: 'How it works' }).waitFor();
    await arrive(jonas, path);
    await jonas.getByRole('button', { name: 'Accept and play' }).click();
    await mei.getByText('Your opponent is here.').waitFor();
    await mei.getByRole('link', { name: 'Go to the match' }).click();
    await mei.waitForURL('**/match/*');
  });
});

describe('the tutorial', () => {
  test('is offered once, explains the first turn, and can be skipped', async () => {
    const page = await visitor();
    await page.getByRole('button', { name: 'Start the tutorial' }).click();
    await page.waitForURL('**/match/*');
    const hints = page.getByRole('region', { name: 'Tutorial' });
    await hints.getByText('You hold one end of a TCP connection').waitFor();
    await hints.getByRole('button', { name: 'Next' }).click();
    await hints.getByText('It is your turn.').waitFor();
    await hints.getByRole('button', { name: 'Skip the tutorial' }).click();
    await page.getByRole('heading', { name: 'Two people, one TCP connection' }).waitFor();
    expect(await page.getByRole('heading', { name: 'First time here?' }).count()).toBe(0);
  });

  test('stays away from those who said no', async () => {
    const page = await visitor();
    await page.getByRole('button', { name: 'Skip it' }).click();
    expect(await page.getByRole('heading', { name: 'First time here?' }).count()).toBe(0);
    await arrive(page);
    expect(await page.getByRole('heading', { name: 'First time here?' }).count()).toBe(0);
  });
});

describe('what was played', () => {
  test('leads back into an open match, and to the replay of one that is over', async () => {
    const page = await visitor();
    const match = await playBot(page);
    await arrive(page);
    await page.getByText(/^Your match against .* is still open\./).waitFor();
    await page.getByRole('link', { name: 'My matches' }).click();
    await page.getByRole('link', { name: 'Play on', exact: true }).click();
    await page.waitForURL(`**${match}`);
    await resign(page);
    await page.getByRole('link', { name: 'My matches' }).click();
    await page.getByRole('link', { name: 'Replay', exact: true }).click();
    await page.waitForURL(`**${match.replace('match', 'replay')}`);
  });

  test('is seen by a stranger once it is over, and not before', async () => {
    const [page, stranger] = await Promise.all([visitor(), visitor()]);
    const replay = (await playBot(page)).replace('match', 'replay');
    await arrive(stranger, replay);
    await stranger.getByRole('heading', { name: 'This match is still open' }).waitFor();
    await playTurn(page);
    await resign(page);
    await arrive(stranger, replay);
    expectRefusals(409);
    await stranger.getByRole('heading', { level: 1, name: /^Replay \S/ }).waitFor();
  });

  test('a match that is not there is said to be not there', async () => {
    const page = await visitor('/match/nosuchmatch');
    await page.getByText('There is no such match.').waitFor();
  });
});

describe('another device', () => {
  test('becomes the same player with the recovery code, and a wrong code is refused in words', async () => {
    const [phone, laptop] = await Promise.all([visitor('/account', PHONE), visitor('/account')]);
    const name = await phone.getByLabel('Your name').inputValue();
    await phone.getByRole('button', { name: 'Make a recovery code' }).click();
    const code = await phone.getByLabel(/^This is the only time/).inputValue();
    await laptop.getByLabel('Recovery code').fill('not a code');
    await laptop.getByRole('button', { name: 'Be that player' }).click();
    await laptop.getByRole('alert').filter({ hasText: 'No player has this recovery code.' }).waitFor();
    expectRefusals(403);
    await laptop.getByLabel('Recovery code').fill(code);
    await laptop.getByRole('button', { name: 'Be that player' }).click();
    await expect.poll(() => laptop.getByLabel('Your name').inputValue()).toBe(name);
  });
});
