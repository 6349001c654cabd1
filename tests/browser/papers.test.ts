/** Exams and the daily challenge: sat by keyboard and by finger, through a reload, a closed tab and a lost connection, handed in and printed. */
import type { BrowserContext, Page } from 'playwright';
import { expect, test } from 'vitest';
import reasons from '#messages/concept-reasons.en.json';
import type { PaperAnswer } from '#protocol/study.ts';
import { withBrowser } from './browser.ts';
import { expectOpen, expectOpenToAll } from './open-to-all.ts';
import { CHINESE_ON_A_PHONE, DESKTOP, ENGLISH_AT_A_DESK, type Kind, newPlayer, type Player, playerOn } from './people.ts';
import { giveAnswer, giveByKeys, givenIn, goTo, handIn, heardBy, madeOf, paperIdOf, wrongFor } from './sit.ts';
import { withHost, withStore } from './with-host.ts';

const LOOKER: Kind = { locale: 'en', hands: 'fingers', options: { ...DESKTOP, hasTouch: true } };
const EXAM = 20;
const DAILY = 10;
const EXAM_MS = 900_000;

const { newPerson, forgetNoise } = withBrowser();
const host = withHost();
const store = withStore(host);

async function startExam(person: Player): Promise<string> {
  const { page, t, hands, button } = person;
  await page.goto(`${host.url}/study/exam`);
  await page.getByRole('radio', { name: t('papers.exam.all') }).waitFor();
  await hands.press(button(t('papers.exam.start')));
  return paperIdOf(page);
}

async function startDaily(person: Player): Promise<string> {
  const { page, t, hands, button } = person;
  await page.goto(`${host.url}/study/daily`);
  await hands.press(button(t('papers.daily.start')));
  return paperIdOf(page);
}

function score({ page, t }: Player, kind: 'exam' | 'daily', right: number, count: number) {
  return page.getByRole('heading', { level: 1, name: t('papers.score', { kind, right, count }) });
}

/** What stands in keys and results alone, and the card of a rule. */
const LEAKS = /"(seed|keys|right|isRight|reasons|rules)":|"card":"rule:/;
/** The bank's own word for its right choices, and why any of them is right. */
const BANK = /\bright:\s*["'][a-d]["']/;
const REASONS = Object.values(reasons).flatMap((reason) => Object.values(reason));

function tells(url: string, text: string): boolean {
  if (url.endsWith('.js')) return BANK.test(text) || REASONS.some((reason) => text.includes(reason));
  return LEAKS.test(text);
}

/** Everything that comes into a browser from now on, until it is asked for. */
function listenTo(context: BrowserContext): () => Promise<readonly string[]> {
  const bodies: Promise<readonly [string, string]>[] = [];
  context.on('response', (response) => {
    if (/\/api\/study\/|\.js$/.test(new URL(response.url()).pathname)) {
      bodies.push(
        response.text().then(
          (text) => [response.url(), text],
          () => [response.url(), ''],
        ),
      );
    }
  });
  return async () => (await Promise.all(bodies.splice(0))).filter(([url, text]) => tells(url, text)).map(([url]) => url);
}

test('an exam by the keyboard alone: reloaded, its tab closed, handed in with questions open, and printed', {
  timeout: 240_000,
}, async () => {
  const ada = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  await ada.arrive(host.url, 'Ada');
  const leaks = listenTo(ada.page.context());
  const paperId = await startExam(ada);
  const made = madeOf(store, paperId);
  const answer = async (person: Player, from: number, to: number) => {
    for (const [number, one] of made.slice(from, to).entries()) {
      await expectQuestion(person, from + number);
      await giveByKeys(person, from + number < 9 ? one.key.right : wrongFor(one));
    }
  };
  await answer(ada, 0, 3);
  await ada.page.reload();
  await answer(ada, 3, 6);
  await heardBy(store, paperId, 6);
  await ada.page.close();

  const again = playerOn(await ada.page.context().newPage(), ENGLISH_AT_A_DESK);
  await again.page.goto(`${host.url}/study/exam`);
  await again.hands.press(again.page.getByRole('link', { name: again.t('papers.last.goOn') }));
  await again.page.getByText(again.t('papers.answered', { done: 6, count: EXAM })).waitFor();
  await answer(again, 6, 12);
  await goTo(again, 0);
  await giveAnswer(again, wrongFor(made[0] as (typeof made)[number]));
  expect(await leaks(), 'what tells an answer before the paper is handed in').toEqual([]);
  await handIn(again, EXAM - 12);
  await score(again, 'exam', 8, EXAM).waitFor();
  await expectPrinted(again.page, again, 'Ada');
});

async function expectQuestion({ page, t }: Player, number: number): Promise<void> {
  await page.getByText(t('papers.eyebrow', { kind: 'exam', number: number + 1, count: EXAM }), { exact: true }).waitFor();
}

/** On paper are who it was, every question with its verdict, and nothing to press. */
async function expectPrinted(page: Page, { t }: Player, name: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await page.getByText(name, { exact: true }).waitFor();
  await page.getByText(String(new Date().getFullYear())).waitFor();
  for (const hidden of [
    page.getByRole('banner'),
    page.getByRole('navigation'),
    page.getByRole('button'),
    page.getByText(t('quiz.whyLink')),
  ])
    expect(await hidden.filter({ visible: true }).count()).toBe(0);
  expect(
    await page
      .getByText(`✓ ${t('papers.rightAnswer')}`, { exact: true })
      .filter({ visible: true })
      .count(),
  ).toBe(EXAM - 8);
  for (const [is, count] of [
    ['right', 8],
    ['wrong', 4],
    ['open', EXAM - 12],
  ] as const) {
    const verdicts = Array.from({ length: EXAM }, (_, number) => t('papers.verdict', { number: number + 1, is }));
    const shown = await Promise.all(verdicts.map((verdict) => page.getByText(verdict, { exact: true }).count()));
    expect(shown.filter((times) => times === 1)).toHaveLength(count);
  }
  const clipped = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(clipped).toBe(0);
  await page.emulateMedia({ media: null });
}

test('what is answered without a connection is kept, sent when there is one, and survives its tab', async () => {
  const mei = await newPlayer(newPerson, CHINESE_ON_A_PHONE);
  const paperId = await startExam(mei);
  const made = madeOf(store, paperId);
  await mei.page.getByText(mei.t('papers.isOpen')).waitFor();
  const context = mei.page.context();
  await context.setOffline(true);
  await giveAnswer(mei, (made[0] as (typeof made)[number]).key.right);
  await mei.page.getByText(mei.t('papers.cutOff')).waitFor();
  await goTo(mei, 1);
  await giveAnswer(mei, (made[1] as (typeof made)[number]).key.right);
  await mei.page.getByText(mei.t('papers.answered', { done: 2, count: EXAM })).waitFor();
  expect(givenIn(store, paperId).every((given) => given === null)).toBe(true);
  await mei.page.close();
  await context.setOffline(false);
  const again = playerOn(await context.newPage(), CHINESE_ON_A_PHONE);
  await again.page.goto(`${host.url}/study/papers/${paperId}`);
  await again.page.getByText(again.t('papers.answered', { done: 2, count: EXAM })).waitFor();
  await heardBy(store, paperId, 2);

  await context.setOffline(true);
  await goTo(again, 2);
  await giveAnswer(again, (made[2] as (typeof made)[number]).key.right);
  await again.page.getByText(again.t('papers.cutOff')).waitFor();
  await context.setOffline(false);
  await heardBy(store, paperId, 3);
  await again.page.getByText(again.t('papers.cutOff')).waitFor({ state: 'hidden' });
  expect(forgetNoise().filter((complaint) => !complaint.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});

test('time that is up hands it in, with what was answered', async () => {
  const ada = await newPlayer(newPerson, LOOKER);
  await ada.page.clock.install();
  const paperId = await startExam(ada);
  const [first] = madeOf(store, paperId);
  if (!first) throw new Error('no question');
  await giveAnswer(ada, first.key.right);
  await ada.page.clock.fastForward(EXAM_MS);
  await ada.page.waitForURL(/\/result$/);
  await score(ada, 'exam', 1, EXAM).waitFor();
});

test('everybody has the same challenge, once; the board has the best first', { timeout: 240_000 }, async () => {
  const ada = await newPlayer(newPerson, LOOKER);
  const mei = await newPlayer(newPerson, CHINESE_ON_A_PHONE);
  await Promise.all([ada.arrive(host.url, 'Ada'), mei.arrive(host.url, '王梅')]);
  const leaks = [ada, mei].map(({ page }) => listenTo(page.context()));
  const ids = [await startDaily(ada), await startDaily(mei)] as const;
  const [adas, meis] = [madeOf(store, ids[0]), madeOf(store, ids[1])];
  expect(await questionsOn(ada, ids[0])).toEqual(await questionsOn(mei, ids[1]));
  for (const [person, made, right] of [
    [ada, adas, 1],
    [mei, meis, 2],
  ] as const)
    for (const [number, one] of made.slice(0, right).entries()) {
      await goTo(person, number);
      await giveAnswer(person, one.key.right);
    }
  for (const told of leaks) expect(await told()).toEqual([]);
  await handIn(ada, DAILY - 1);
  await handIn(mei, DAILY - 2);
  await score(mei, 'daily', 2, DAILY).waitFor();

  const { page, t } = ada;
  await page.goto(`${host.url}/study/daily`);
  await page.getByText(t('papers.daily.done')).waitFor();
  const board = page.getByRole('table', { name: t('papers.board.title') });
  expect(await board.getByRole('rowheader').allTextContents()).toEqual(['王梅 ', `Ada ${t('leaderboard.you')}`]);
  expect(await board.locator('tr[aria-current]').getByRole('cell').allTextContents()).toEqual([
    '2',
    '1',
    expect.stringMatching(/^\d\d:\d\d$/),
  ]);
  await expectOneTry(ada, ids[0]);
  await expectOpenToAll(page, 'a challenge that is over');
});

/** As the host tells them to this browser. */
async function questionsOn({ page }: Player, paperId: string): Promise<PaperAnswer['items'][number]['question'][]> {
  const paper: PaperAnswer = await (await page.request.get(`${host.url}/api/study/papers/${paperId}`)).json();
  return paper.items.map(({ question }) => question);
}

async function expectOneTry({ page, t, button }: Player, paperId: string): Promise<void> {
  expect(await button(t('papers.daily.start')).count()).toBe(0);
  const begun = await page.request.post(`${host.url}/api/study/papers`, { data: { id: 'another-try', kind: 'daily' } });
  expect(await begun.json()).toMatchObject({ paperId, result: { right: 1 } });
  const changed = await page.request.post(`${host.url}/api/study/papers/${paperId}/answers`, {
    data: { number: 5, given: wrongFor(madeOf(store, paperId)[5] as never) },
  });
  expect([changed.status(), await changed.json()]).toEqual([409, { fault: 'paper-over' }]);
}

test('every page of it is open to all', { timeout: 300_000 }, async () => {
  const ada = await newPlayer(newPerson, LOOKER);
  const { page, t, hands } = ada;
  await page.goto(`${host.url}/study/exam`);
  await hands.press(page.getByRole('radio', { name: t('papers.exam.some') }));
  await expectOpenToAll(page, 'an exam before it begins');
  await page.goto(`${host.url}/study/daily`);
  await page.getByText(t('papers.daily.start')).waitFor();
  await expectOpenToAll(page, 'the challenge before it begins');
  const paperId = await startExam(ada);
  const kinds = new Set<string>();
  for (const [number, one] of madeOf(store, paperId).entries()) {
    const { kind } = one.question;
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    await goTo(ada, number);
    await giveAnswer(ada, number % 2 === 0 ? one.key.right : wrongFor(one));
    await page.setViewportSize({ width: 360, height: 740 });
    await expectOpen(page, `a question of ${kind} in an exam`);
  }
  await expectOpenToAll(page, 'an exam');
  await hands.press(page.getByRole('button', { name: t('papers.handIn') }).last());
  await page.getByRole('dialog').waitFor();
  await expectOpen(page, 'the question before it is handed in');
  await hands.press(page.getByRole('dialog').getByRole('button', { name: t('papers.ask.yes') }));
  await page.getByRole('heading', { name: t('papers.byTopic') }).waitFor();
  await expectOpenToAll(page, 'a result');
});
