/** A class session as its instructor runs it, from the set-up to the last standings. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { EXPORTS } from '#protocol/exports.ts';
import { withBrowser } from './browser.ts';
import { type Desk, newSession, readCode, signIn } from './desk.ts';
import { expectOpenToAll } from './open-to-all.ts';
import { PHONE } from './people.ts';
import { withAnyNumber, wordsIn } from './words.ts';
import { withHost } from './with-host.ts';

/** The browser writes down every answer that is a refusal. */
const REFUSED = /status of 4\d\d/;
const t = wordsIn('en');

const { newPerson, forgetNoise } = withBrowser();
const host = withHost({ GRACE_SECONDS: '60' });

async function join(code: string, name: string): Promise<Page> {
  const { page } = await newPerson(PHONE);
  await page.goto(`${host.url}/join/${code}`);
  await page.getByLabel(t('join.name')).fill(name);
  await page.getByRole('button', { name: t('join.join'), exact: true }).click();
  await page.waitForURL(/\/session\//);
  return page;
}

test('a rehearsal is a whole session, played by bots', { timeout: 240_000 }, async () => {
  const desk = await signIn(host, newPerson);
  const { page, press, confirm, heading, sees } = desk;
  await sees(t('sessions.empty'));
  await newSession(desk);
  await press(t('sessions.setup.fewer'));
  await press(t('sessions.setup.fewer'));
  await page.getByLabel(t('sessions.setup.name')).fill('Weekly');
  await press(t('sessions.setup.save'));
  await sees(t('sessions.setup.saved', { title: 'Weekly' }));
  await expectOpenToAll(page, 'the set-up');
  await press(t('sessions.setup.start'));
  await press(t('console.start.first', { round: 1 }));
  await heading(t('console.start.last'));
  await heading(t('console.hardest.title'));
  await putOnTheWall(desk, { table: 1, turn: 2 });
  await press(t('console.end.button'));
  await confirm(t('console.end.ask.yes'));
  await heading(t('console.standings.final'));
  await page.getByRole('link', { name: t('instructor.sessions'), exact: true }).click();
  await sees(t('sessions.rehearsal'));
  await expectOpenToAll(page, 'the list of sessions');
  expectNoNoise();
});

async function putOnTheWall({ page, press, sees }: Desk, { table, turn }: { table: number; turn: number }): Promise<void> {
  await page
    .locator('summary')
    .filter({ hasText: withAnyNumber((count) => t('console.pairs.played', { count })) })
    .click();
  await press(t('console.wall.choose', { table }));
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('console.wall.which')).selectOption(t('console.wall.turn', { turn }));
  await dialog.getByRole('button', { name: t('console.wall.show') }).click();
  await dialog.getByRole('button', { name: t('console.wall.off') }).waitFor();
  await dialog.getByRole('button', { name: t('console.wall.done') }).click();
  await sees(t('console.wall.text', { turn, table }));
}

test('a session with students: names, latecomers, a pause, and each end that is asked first', { timeout: 300_000 }, async () => {
  const desk = await signIn(host, newPerson);
  const { page, press, confirm, heading, sees, gone, button } = desk;
  await newSession(desk);
  await press(t('sessions.setup.create'));
  const code = await readCode(desk);
  for (const name of ['Ann', 'Ben', 'Cleo']) await join(code, name);
  await heading(t('console.people.title', { count: 3 }));
  await renameBen(desk);
  await page.getByRole('checkbox').click();
  await sees(t('console.start.odd', { who: 'me' }));
  await expectOpenToAll(page, 'the lobby');

  await press(t('console.start.first', { round: 1 }));
  await page.getByRole('link', { name: t('console.round.toSeat') }).waitFor();
  await press(t('console.round.pause'));
  await press(t('console.round.goOn'));
  await button(t('console.round.pause')).waitFor();
  await removeAndLetIn(desk);
  await join(code, 'Late');
  await sees(t('console.notice.late', { names: 'Late' }));
  await expectOpenToAll(page, 'a round');
  await page.reload();
  await sees(withAnyNumber((done) => t('console.round.done', { done, of: 2 })));

  await press(t('console.round.end'));
  await confirm(t('console.no'));
  await press(t('console.round.end'));
  await confirm(t('console.round.endAsk.yes'));
  await button(t('console.start.first', { round: 2 })).waitFor();
  await gone(t('console.notice.late', { names: 'Late' }));
  await expectOpenToAll(page, 'between two rounds');
  await press(t('console.end.button'));
  await confirm(t('console.end.ask.yes'));
  await heading(t('console.standings.final'));
  await expectExports(page);
  await expectOpenToAll(page, 'a session that is over');
  expectNoNoise();
});

/** Each file that is offered is there. */
async function expectExports(page: Page): Promise<void> {
  const links = page.locator('a[download]');
  const paths = await links.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  const statuses = await Promise.all(paths.map(async (path) => (await page.request.get(host.url + path)).status()));
  expect(statuses).toEqual(EXPORTS.map(() => 200));
}

function expectNoNoise(): void {
  expect(forgetNoise().filter((complaint) => !REFUSED.test(complaint))).toEqual([]);
}

/** To a name that somebody has, and then to one that nobody has. */
async function renameBen({ page, sees }: Desk): Promise<void> {
  await page.getByRole('button', { name: 'Ben' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(t('console.people.rename')).fill('ann');
  await dialog.getByRole('button', { name: t('console.people.save'), exact: true }).click();
  await dialog.getByText(t('faults.name-taken')).waitFor();
  await dialog.getByLabel(t('console.people.rename')).fill('Benny');
  await dialog.getByRole('button', { name: t('console.people.save'), exact: true }).click();
  await sees('Benny');
}

async function removeAndLetIn({ page, confirm, press, sees, gone }: Desk): Promise<void> {
  await page.getByText(t('console.people.title', { count: 3 })).click();
  await page.getByRole('button', { name: 'Cleo' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('console.people.remove'), exact: true })
    .click();
  await confirm(t('console.people.removeAsk.yes'));
  await sees(t('console.people.removed'));
  await page.getByRole('button', { name: 'Cleo' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('console.people.letIn') })
    .click();
  await gone(t('console.people.removed'));
  await press(t('console.round.give', { seconds: 30 }));
}
