/** What a guest who has studied sees of it, and practises what is weak. */
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import type { Grade } from '#game/quiz/schedule.ts';
import { dayAfter, dayOf } from '#game/quiz/study-days.ts';
import type { CardId } from '#game/quiz/vocabulary.ts';
import { withBrowser } from './browser.ts';
import { fingersOf, type Hands, keyboardOf } from './hands.ts';
import { expectOpen, expectOpenToAll } from './open-to-all.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, type Kind } from './people.ts';
import { type Words, wordsIn } from './words.ts';
import { withHost } from './with-host.ts';

const DAY_MS = 86_400_000;
const PATH = '/study/progress';
/** Days are those of the reader, not of the host. */
const [IN_SHANGHAI, AHEAD_MINUTES] = [{ timezoneId: 'Asia/Shanghai' }, 480];

const { newPerson } = withBrowser();
const host = withHost();

type Answer = readonly [card: CardId, daysAgo: number, grade: Grade];

const [FIN, WEAKEST, WEAK] = ['rule:established-fin', 'concept:two-directions', 'concept:syn-of-the-answer'] as const;
/** On the last three days, and once before: one rule known, two concepts that are not. */
const ANSWERS: readonly Answer[] = [
  [FIN, 6, 3],
  [FIN, 2, 3],
  [WEAKEST, 2, 1],
  [WEAKEST, 1, 1],
  [WEAKEST, 0, 1],
  [WEAK, 0, 1],
  [WEAK, 0, 3],
];

type Student = { readonly page: Page; readonly t: Words; readonly hands: Hands };

async function newStudent({ options, locale, hands }: Kind, answers: readonly Answer[]): Promise<Student> {
  const { page } = await newPerson({ ...options, ...IN_SHANGHAI });
  await page.request.post(`${host.url}/api/session`);
  const told = answers.map(([card, daysAgo, grade], n) => ({
    id: `answer${n}-0000000000000`,
    card,
    kind: card.startsWith('rule:') ? 'answer' : 'concept',
    mode: 'learn',
    grade,
    at: Date.now() - daysAgo * DAY_MS - (answers.length - n),
    ms: null,
  }));
  if (told.length > 0) expect((await page.request.post(`${host.url}/api/study/answers`, { data: { answers: told } })).status()).toBe(200);
  await page.goto(host.url + PATH);
  return { page, t: wordsIn(locale), hands: hands === 'keyboard' ? keyboardOf(page) : fingersOf(page) };
}

const card = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const asked = async ({ page, t }: Student) => page.getByRole('progressbar', { name: t('quiz.bar.progress') }).getAttribute('aria-valuemax');

/** As it is called in the calendar. */
function dateOf({ t }: Student, { locale }: Kind, daysAgo: number, count: number): string {
  const day = new Date(dayAfter(dayOf(Date.now(), AHEAD_MINUTES), -daysAgo)).toLocaleDateString(locale, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  return t('progress.streak.answers', { day, count });
}

describe.each([ENGLISH_AT_A_DESK, CHINESE_ON_A_PHONE])('in $locale, with $hands', (kind) => {
  test('somebody who has not answered anything sees what will be here, and begins', { timeout: 120_000 }, async () => {
    const student = await newStudent(kind, []);
    const { page, t, hands } = student;
    await page.getByText(t('progress.empty.shown.weak')).waitFor();
    await expectOpen(page, 'progress without answers');
    await hands.press(page.getByRole('link', { name: t('progress.empty.start') }));
    await page.getByRole('progressbar', { name: t('quiz.bar.progress') }).waitFor();
  });

  test('a guest who has answered sees the streak, what is known, what is weak and what is due', { timeout: 240_000 }, async () => {
    const student = await newStudent(kind, ANSWERS);
    const { page, t, hands } = student;
    const streak = card(page, t('progress.streak.title'));
    await streak.getByText(t('progress.streak.days', { count: 3 }), { exact: true }).waitFor();
    expect(await streak.getByRole('cell').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining(dateOf(student, kind, 0, 3))]),
    );

    const weak = card(page, t('progress.weak.title')).getByRole('listitem');
    expect(await weak.allTextContents()).toEqual([expect.stringContaining('0/3'), expect.stringContaining('1/2')]);
    const due = card(page, t('progress.due.title')).getByRole('listitem');
    expect(await due.first().textContent()).toContain(t('progress.due.day', { day: t('progress.due.today'), count: 1 }));

    const mastery = card(page, t('progress.mastery.title'));
    await mastery.getByRole('img', { name: /ESTABLISHED[:：] ?\d%/ }).waitFor();
    await hands.press(mastery.getByText(t('progress.mastery.list')));
    const arrow = mastery
      .getByRole('listitem')
      .filter({ hasText: 'CLOSE_WAIT', hasNot: page.getByRole('list') })
      .first();
    expect(await arrow.textContent()).toMatch(/9\d%$/);
    await (kind === ENGLISH_AT_A_DESK ? expectOpenToAll : expectOpen)(page, 'progress');
  });

  test('the weak spots are practised, one or all, and nothing else is asked', { timeout: 240_000 }, async () => {
    const student = await newStudent(kind, ANSWERS);
    const { page, t, hands } = student;
    const weak = card(page, t('progress.weak.title'));
    const name = await weak.getByRole('listitem').first().getByRole('paragraph').last().textContent();
    await hands.press(weak.getByRole('link', { name: t('progress.weak.practiseOne', { name: name ?? '' }) }));
    await page.getByRole('heading', { level: 1, name: name ?? '' }).waitFor();
    expect(await asked(student)).toBe('1');
    await page.goBack();

    await hands.press(weak.getByRole('link', { name: t('progress.weak.practiseAll', { count: 2 }) }));
    await page.getByRole('progressbar', { name: t('quiz.bar.progress') }).waitFor();
    expect(await asked(student)).toBe('2');
    for (const next of ['next', 'finish'] as const) {
      await hands.press(page.locator('main').getByRole('group').getByRole('button').first());
      await hands.goOn(page.getByRole('button', { name: t(`quiz.verdict.${next}`) }));
    }
    await hands.press(page.getByRole('link', { name: t('quiz.over.back') }));
    await hands.press(page.getByRole('link', { name: t('study.progressOpen') }));
    await card(page, t('progress.streak.title'))
      .getByText(dateOf(student, kind, 0, 5))
      .waitFor({ state: 'attached' });
  });
});
