/** A student alone on the pages of self-study, who answers whatever is asked. */
import type { BrowserContextOptions, Locator, Page } from 'playwright';
import type { CardState } from '#game/quiz/schedule.ts';
import type { Locale } from '#protocol/locale.ts';
import type { NewPerson } from './browser.ts';
import { fingersOf, type Hands, keyboardOf } from './hands.ts';
import { until } from './until.ts';
import { type Words, wordsIn } from './words.ts';

export type Student = {
  readonly page: Page;
  readonly t: Words;
  readonly hands: Hands;
  /** What is asked. */
  readonly asked: () => Promise<string | null>;
  readonly verdict: Locator;
  /** Any answer. */
  readonly answer: () => Promise<void>;
  /** From the verdict to what comes next. */
  readonly goOn: () => Promise<void>;
  readonly over: Locator;
  /** How far the session is: answered, of so many. */
  readonly progress: () => Promise<readonly [number, number]>;
  /** As the host has them. */
  readonly cards: () => Promise<readonly CardState[]>;
};

export type StudentKind = { readonly locale: Locale; readonly hands: 'keyboard' | 'fingers'; readonly options: BrowserContextOptions };

export async function newStudent(newPerson: NewPerson, { locale, hands: use, options }: StudentKind): Promise<Student> {
  const { page } = await newPerson(options);
  const t = wordsIn(locale);
  const hands = use === 'keyboard' ? keyboardOf(page) : fingersOf(page);
  const button = (name: string) => page.getByRole('button', { name });
  const verdict = page.getByRole('region', { name: t('quiz.verdict.title') });
  const over = page.getByRole('region', { name: t('quiz.over.coming') });
  const question = page.locator('h1[id]');
  const bar = page.getByRole('progressbar', { name: t('quiz.bar.progress') });

  async function answer(): Promise<void> {
    await question.waitFor();
    if (await page.locator('[name=seq]').isVisible()) await fillIn();
    else if (await page.getByRole('group', { name: t('quiz.order.pool'), exact: true }).isVisible()) await putInOrder();
    else await choose();
    await verdict.waitFor();
  }

  async function choose(): Promise<void> {
    const first = page.locator('main [role=group] button').first();
    if (use === 'keyboard') await page.keyboard.press('1');
    else await hands.press(first);
  }

  async function fillIn(): Promise<void> {
    for (const name of ['seq', 'ack']) {
      const field = page.locator(`[name=${name}]`);
      if (await field.isVisible()) await hands.write(field, '12345');
    }
    await hands.press(button(t('quiz.numbers.check')));
  }

  async function putInOrder(): Promise<void> {
    for (const state of await page
      .getByRole('group', { name: t('quiz.order.pool'), exact: true })
      .getByRole('button')
      .all())
      await hands.press(state);
    await hands.press(button(t('quiz.order.check')));
  }

  async function progress(): Promise<readonly [number, number]> {
    const [now, max] = await Promise.all(['aria-valuenow', 'aria-valuemax'].map((name) => bar.getAttribute(name)));
    return [Number(now), Number(max)];
  }

  return {
    page,
    t,
    hands,
    asked: () => question.textContent(),
    verdict,
    answer,
    goOn: () => hands.goOn(button(t('quiz.verdict.next')).or(button(t('quiz.verdict.finish')))),
    over,
    progress,
    cards: async () => {
      const reply = await page.request.get('/api/study');
      return ((await reply.json()) as { cards: readonly CardState[] }).cards;
    },
  };
}

/** Every answer is one review of its card: none is lost, none counts twice. */
export async function untilReviews({ cards }: Student, count: number): Promise<void> {
  await until(async () => reviewsOf(await cards()) === count, `the host has ${count} reviews`);
}

export function reviewsOf(cards: readonly CardState[]): number {
  return cards.reduce((sum, { reps }) => sum + reps, 0);
}
