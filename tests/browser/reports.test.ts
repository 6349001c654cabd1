/** What an instructor reads about sessions that were played: the leaderboard, what a class has mastered, and a gradebook to save. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { instructors } from '#db/instructor-schema.ts';
import { type Database, openDatabase } from '#db/open.ts';
import { addSession, judgedMove } from '../integration/class-sessions.ts';
import { withBrowser } from './browser.ts';
import { expectOpen, expectOpenToAll } from './open-to-all.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, type Kind } from './people.ts';
import { wordsIn } from './words.ts';
import { withHost } from './with-host.ts';

const ACCOUNT = { email: 'ada@example.org', name: 'Ada', password: 'correct horse' };
const WRONG = { segmentRight: false, chosenSegment: 'nothing', misconception: 'fin-taken-for-an-ack' } as const;

const { newPerson } = withBrowser();
const host = withHost();

beforeAll(async () => {
  const secret = /account-link\/(\S+)/.exec(host.said())?.[1];
  const { status } = await fetch(`${host.url}/api/account-links/${secret}`, { method: 'POST', body: JSON.stringify(ACCOUNT) });
  if (status !== 200) throw new Error(`no account: ${status}`);
  await inTheStore(playTwoSessions);
});

/** Written beside the host, as it would have. */
async function inTheStore(add: (database: Database, ownerId: string) => Promise<void>): Promise<void> {
  const opened = openDatabase(join(host.dataDir, 'last-ack.db'));
  if (!opened.ok) throw new Error(opened.detail);
  await add(opened.database, opened.database.orm.select().from(instructors).get()?.id ?? '');
  opened.close();
}

async function playTwoSessions(database: Database, ownerId: string): Promise<void> {
  const came = [{ playerId: 'mei', name: 'Plum', studentId: 'mei' }, { playerId: 'bob' }];
  const scores = [
    { moves: 10, rightMoves: 9, points: 800 },
    { moves: 10, rightMoves: 6, points: 900 },
  ] as const;
  for (const [n, id] of ['c1', 'c2'].entries()) {
    const judged = [judgedMove(n === 0 ? WRONG : {}), judgedMove({ side: 1, turn: 4 })];
    await addSession(database, { id, ownerId, createdAt: 1_000 * (n + 1), came, pairs: [{ sides: [0, 1], scores, judged }] });
  }
}

async function instructor({ options }: Kind, path: string): Promise<Page> {
  const { page } = await newPerson(options);
  const { email, password } = ACCOUNT;
  await page.request.post(`${host.url}/api/auth/sign-in`, { data: { email, password } });
  await page.goto(host.url + path);
  return page;
}

const rowsOf = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('rowheader') });

test.each([ENGLISH_AT_A_DESK, CHINESE_ON_A_PHONE])('the leaderboard, in $locale', { timeout: 240_000 }, async (kind) => {
  const t = wordsIn(kind.locale);
  const page = await instructor(kind, '/instructor/leaderboard');
  const rows = rowsOf(page);
  await rows.first().waitFor();
  expect(await rows.getByRole('rowheader').allTextContents()).toEqual(['Real mei Plum', 'bob']);
  await (kind === ENGLISH_AT_A_DESK ? expectOpenToAll : expectOpen)(page, 'the leaderboard of an instructor');
  await page.getByRole('radio', { name: t('reports.leaderboard.rankings.points') }).check();
  await page.getByRole('row').nth(1).filter({ hasText: 'bob' }).waitFor();
  await page.getByLabel(t('reports.leaderboard.class')).selectOption({ label: 'k1' });
  await page.getByLabel(t('reports.leaderboard.level')).selectOption({ label: t('reports.leaderboard.levelOf', { level: 3 }) });
  await page.getByText(t('reports.leaderboard.empty')).waitFor();
});

test.each([ENGLISH_AT_A_DESK, CHINESE_ON_A_PHONE])(
  'what a class has mastered, down to the turn, in $locale',
  { timeout: 240_000 },
  async (kind) => {
    const t = wordsIn(kind.locale);
    const page = await instructor(kind, '/instructor/classes/k1');
    await page.getByRole('link', { name: t('classes.mastery') }).click();
    await page.getByRole('heading', { level: 1, name: t('reports.mastery.title') }).waitFor();
    const rule = page.getByRole('table', { name: t('reports.mastery.rulesTitle') });
    await rule.getByText('75%').waitFor();
    await (kind === ENGLISH_AT_A_DESK ? expectOpenToAll : expectOpen)(page, 'what a class has mastered');
    await page.getByRole('button', { name: t('reports.mastery.chooseOne', { name: 'Real mei' }) }).click();
    await rule.getByText('50%').waitFor();
    await page
      .getByRole('table', { name: t('reports.mastery.mistakesTitle') })
      .getByRole('button')
      .click();
    await page.getByText(t('reports.mastery.wasWrong'), { exact: true }).waitFor();
    const replay = page.getByRole('link', { name: t('reports.mastery.replay') });
    expect(await replay.getAttribute('href')).toBe('/replay/c1-0?turn=3');
    await expectOpen(page, 'the turns behind a mistake');
  },
);

test('a student sees the leaderboard of the class once it is opened', { timeout: 240_000 }, async () => {
  const t = wordsIn('zh-CN');
  const { page: student } = await newPerson(CHINESE_ON_A_PHONE.options);
  await student.goto(`${host.url}/leaderboard`);
  await student.getByRole('heading', { level: 1 }).waitFor();
  const me = await student.request.post(`${host.url}/api/session`);
  const { player } = (await me.json()) as { player: { playerId: string } };
  await inTheStore((database, ownerId) =>
    addSession(database, { id: 'c3', ownerId, createdAt: 3_000, came: [{ ...player, name: '小李' }], pairs: [{ sides: [0, null] }] }),
  );
  expect(await student.getByLabel(t('leaderboard.board')).count()).toBe(0);

  const page = await instructor(ENGLISH_AT_A_DESK, '/instructor/classes/k1');
  const words = wordsIn('en');
  await page.getByRole('button', { name: words('classes.settings.openBoard') }).click();
  await page.getByText(words('classes.settings.boardOpen')).waitFor();

  await student.reload();
  await student.getByLabel(t('leaderboard.board')).selectOption({ label: 'k1' });
  await student.getByRole('rowheader', { name: `小李 ${t('leaderboard.you')}` }).waitFor();
  expect(await student.getByText('Real mei').count()).toBe(0);
  await expectOpen(student, 'the leaderboard of a class');
});

test('a gradebook is saved', async () => {
  const page = await instructor(ENGLISH_AT_A_DESK, '/instructor');
  const saved = page.waitForEvent('download');
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = '/api/contests/c1/exports/gradebook-canvas.csv';
    document.body.append(link);
    link.click();
  });
  const download = await saved;
  expect(download.suggestedFilename()).toBe('last-ack-1970-01-01-gradebook-canvas.csv');
  expect(readFileSync(await download.path(), 'utf8')).toBe(
    [
      '\ufeffStudent,ID,SIS User ID,SIS Login ID,Section,Last ACK: Session c1 1970-01-01',
      '    Points Possible,,,,,100',
      'Real mei,,,,,90',
      '',
    ].join('\r\n'),
  );
});

test('the pages are an instructor’s', async () => {
  const t = wordsIn('en');
  const { page } = await newPerson(ENGLISH_AT_A_DESK.options);
  for (const path of ['/instructor/leaderboard', '/instructor/classes/k1/mastery']) {
    await page.goto(host.url + path);
    await page.getByRole('heading', { level: 1, name: t('instructor.signInTitle') }).waitFor();
  }
});
