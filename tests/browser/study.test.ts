/** Alone: from the first question to what comes when, through reloads and without a connection. */
import { expect, test } from 'vitest';
import { withBrowser } from './browser.ts';
import { expectOpenToAll } from './open-to-all.ts';
import { CHINESE_ON_A_PHONE, DESKTOP, ENGLISH_AT_A_DESK, PHONE } from './people.ts';
import { newStudent, reviewsOf, type Student, type StudentKind, untilReviews } from './student.ts';
import { until } from './until.ts';
import { withHost } from './with-host.ts';

const { newPerson, forgetNoise } = withBrowser();
const host = withHost();

const ENGLISH_ON_A_PHONE: StudentKind = { locale: 'en', hands: 'fingers', options: { ...PHONE, locale: 'en-US' } };
const LOOKER: StudentKind = { locale: 'en', hands: 'fingers', options: { ...DESKTOP, hasTouch: true } };

async function arrive(kind: StudentKind): Promise<Student> {
  const student = await newStudent(newPerson, { ...kind, options: { ...kind.options, baseURL: host.url } });
  await student.page.goto('/study');
  return student;
}

async function start({ page, hands, t }: Student): Promise<void> {
  await hands.press(page.getByRole('link', { name: t('study.start') }));
  await page.locator('h1[id]').waitFor();
}

/** Answers what is left of a session; returns how many questions it had. */
async function studyToTheEnd(student: Student): Promise<number> {
  const [answered, count] = await student.progress();
  for (let left = count - answered; left > 0; left -= 1) {
    await student.answer();
    await student.goOn();
  }
  await student.over.waitFor();
  return count;
}

test.each([
  ['in Chinese, on a phone', CHINESE_ON_A_PHONE],
  ['in English, by the keyboard alone', ENGLISH_AT_A_DESK],
])('a guest’s session goes from the first question to what comes when: %s', async (_, kind) => {
  const student = await arrive(kind);
  const { page, t } = student;
  await start(student);
  const count = await studyToTheEnd(student);
  expect(await student.over.getByRole('listitem').count()).toBe(count);
  await untilReviews(student, count);
  await student.hands.press(page.getByRole('link', { name: t('quiz.over.back') }));
  await page.getByRole('link', { name: t('study.start') }).waitFor();
});

test('a reload in the middle changes nothing: not the question, not its verdict, not a hint', async () => {
  const student = await arrive(ENGLISH_ON_A_PHONE);
  const { page, t, hands } = student;
  await start(student);
  await student.answer();
  const said = await student.verdict.textContent();
  await page.reload();
  expect(await student.verdict.textContent()).toBe(said);
  await student.goOn();
  const asked = await student.asked();
  await hands.press(page.getByRole('button', { name: t('quiz.hint.ask') }));
  await page.reload();
  await page.getByText(/comes back sooner/).waitFor();
  expect(await student.asked()).toBe(asked);
  expect(await student.progress()).toEqual([1, (await student.progress())[1]]);
  await untilReviews(student, 1);
});

test('a session that another build has kept, about what there is no more, makes way for a new one', async () => {
  const student = await arrive(ENGLISH_ON_A_PHONE);
  const { page } = student;
  await start(student);
  const changed = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.includes(':session-learn:')) ?? '';
    const kept = JSON.parse(localStorage.getItem(key) ?? '{}');
    kept.sources[0] = { ...kept.sources[0], kind: 'concept', card: 'concept:long-gone' };
    localStorage.setItem(key, JSON.stringify(kept));
    return key;
  });
  await page.reload();
  await student.answer();
  expect(await page.evaluate((key) => localStorage.getItem(key), changed)).not.toContain('long-gone');
});

test('without a connection it goes on, also through a reload, and nothing is lost or counted twice', async () => {
  const student = await arrive(CHINESE_ON_A_PHONE);
  const { page, t } = student;
  await start(student);
  await student.answer();
  await untilReviews(student, 1);
  await until(() => isKept(student), 'the page is kept');

  await page.context().setOffline(true);
  await student.goOn();
  await student.answer();
  await page.getByText(t('study.waiting', { count: 1 })).waitFor();
  await student.goOn();
  const asked = await student.asked();
  await page.reload();
  await page.locator('h1[id]').waitFor();
  expect(await student.asked()).toBe(asked);
  await student.answer();
  await page.getByText(t('study.waiting', { count: 2 })).waitFor();
  expect(reviewsOf(await student.cards())).toBe(1);

  await page.context().setOffline(false);
  await untilReviews(student, 3);
  await page.getByText(t('study.waiting', { count: 2 })).waitFor({ state: 'detached' });
  await student.goOn();
  await untilReviews(student, await studyToTheEnd(student));
  forgetMissingConnection();
});

test('an answer whose receipt was lost is sent again, and counts once', async () => {
  const student = await arrive(ENGLISH_ON_A_PHONE);
  const { page, t } = student;
  await start(student);
  let isLost = false;
  await page.route('**/api/study/answers', async (route) => {
    await route.fetch();
    isLost = true;
    await route.abort();
  });
  await student.answer();
  await page.getByText(t('study.waiting', { count: 1 })).waitFor();
  expect(isLost).toBe(true);
  await page.unroute('**/api/study/answers');
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await page.getByText(t('study.waiting', { count: 1 })).waitFor({ state: 'detached' });
  expect(reviewsOf(await student.cards())).toBe(1);
  forgetMissingConnection();
});

test('what somebody answered is never sent for somebody else', async () => {
  const student = await arrive(ENGLISH_ON_A_PHONE);
  const { page } = student;
  const context = page.context();
  await start(student);
  await context.setOffline(true);
  await student.answer();
  const cookies = await context.cookies();
  await context.clearCookies();
  await context.setOffline(false);
  await until(async () => (await student.progress())[0] === 0, 'another player begins from the first question');
  expect(await student.cards()).toEqual([]);

  await context.addCookies(cookies);
  await page.evaluate(() => window.dispatchEvent(new Event('online')));
  await untilReviews(student, 1);
  await student.verdict.waitFor();
  forgetMissingConnection();
});

test('an interview: one thinks, looks, and says how well one knew it', async () => {
  const student = await arrive(ENGLISH_AT_A_DESK);
  const { page, t, hands } = student;
  await hands.press(page.getByRole('link', { name: t('study.interviewStart') }));
  const reveal = page.getByRole('button', { name: t('quiz.interview.reveal') });
  await reveal.waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: t('quiz.interview.answer') }).waitFor();
  const easily = page.getByRole('button', { name: t('quiz.interview.grades.4') });
  expect(await easily.textContent()).toMatch(/in \d+ days/);
  await page.keyboard.press('4');
  await reveal.waitFor();
  await untilReviews(student, 1);
});

test('every page of it is open to all, in both languages and at both sizes', { timeout: 240_000 }, async () => {
  const student = await arrive(LOOKER);
  const { page, t, hands } = student;
  const startLink = page.getByRole('link', { name: t('study.start') });
  await startLink.waitFor();
  await expectOpenToAll(page, 'the ways to study');
  await start(student);
  await expectOpenToAll(page, 'a question');
  await student.answer();
  await expectOpenToAll(page, 'a verdict');
  await student.goOn();
  await studyToTheEnd(student);
  await expectOpenToAll(page, 'the end of a session');
  await page.goto('/study/interview');
  await hands.press(page.getByRole('button', { name: t('quiz.interview.reveal') }));
  await expectOpenToAll(page, 'an answer to be graded');
});

/** By the service worker, with what it needs. */
function isKept({ page }: Student): Promise<boolean> {
  return page.evaluate(async () => {
    const loaded = performance.getEntriesByType('resource').map(({ name }) => name);
    const needed = [location.origin + location.pathname, ...loaded.filter((name) => name.includes('/_next/static/'))];
    const kept = await Promise.all(needed.map((url) => caches.match(url, { ignoreVary: true })));
    return kept.every((response) => response !== undefined);
  });
}

/** The browser writes down what it could not fetch, also where that is the point, and what came early for a page that then came late. */
function forgetMissingConnection(): void {
  const complaints = forgetNoise();
  expect(complaints.filter((complaint) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|was preloaded/.test(complaint))).toEqual([]);
}
