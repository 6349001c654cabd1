/** A person who sits a paper, with the host's own keys beside them. */
import { inflateRawSync } from 'node:zlib';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Given, Made } from '#game/quiz/vocabulary.ts';
import type { Player } from './people.ts';
import type { Store } from './store.ts';
import { until } from './until.ts';

/** The questions of a paper with their keys, as the host keeps them to itself. */
export function madeOf(store: Store, paperId: string): readonly Made[] {
  const [row] = store.rows(
    'SELECT coalesce(p.made, d.made) AS made FROM papers p LEFT JOIN daily_challenges d ON d.day = p.day WHERE p.id = ?',
    paperId,
  );
  return JSON.parse(inflateRawSync(row?.made as Buffer).toString());
}

/** What the host has been told, question by question. */
export function givenIn(store: Store, paperId: string): readonly (Given | null)[] {
  const [row] = store.rows('SELECT given FROM papers WHERE id = ?', paperId);
  return JSON.parse(String(row?.given));
}

export async function paperIdOf(page: Page): Promise<string> {
  await page.waitForURL(/\/study\/papers\//);
  return new URL(page.url()).pathname.split('/')[3] ?? '';
}

/** Another answer than the right one. */
export function wrongFor({ question: { form }, key }: Made): Given {
  if (form.type === 'numbers') return { type: 'numbers', seq: 7, ack: key.right.type === 'numbers' && key.right.ack !== null ? 7 : null };
  if (form.type === 'choose') return { type: 'choice', index: key.right.type === 'choice' && key.right.index === 0 ? 1 : 0 };
  return { type: 'order', states: (key.right.type === 'order' ? key.right.states : form.states).toReversed() };
}

/** Answers the open question by what is on the page, whatever its form. */
export async function giveAnswer(person: Player, given: Given): Promise<void> {
  const { page, t, hands } = person;
  switch (given.type) {
    case 'choice': {
      const choices = page.getByRole('group').filter({ has: page.locator('kbd') });
      return hands.press(choices.getByRole('button').nth(given.index));
    }
    case 'order': {
      const pool = page.getByRole('group', { name: t('quiz.order.pool'), exact: true });
      const inPool = (state: string) => pool.getByRole('button', { name: new RegExp(`${state}$`) });
      for (const state of given.states) if ((await inPool(state).getAttribute('aria-pressed')) === 'true') await hands.press(inPool(state));
      for (const state of given.states) await hands.press(inPool(state));
      return;
    }
    case 'numbers':
      await hands.write(page.getByRole('textbox', { name: t('duel.composer.seq') }), String(given.seq));
      if (given.ack !== null) await hands.write(page.getByRole('textbox', { name: t('duel.composer.ack') }), String(given.ack));
      return;
    default:
      return given satisfies never;
  }
}

/** As who has no pointer does it, and on to the next question. */
export async function giveByKeys(person: Player, given: Given): Promise<void> {
  const { keyboard } = person.page;
  if (given.type === 'choice') await keyboard.press(String(given.index + 1));
  else await giveAnswer(person, given);
  await keyboard.press(given.type === 'numbers' ? 'Enter' : 'ArrowRight');
}

/** To a question, from 0, by its number. */
export async function goTo({ page, t, hands }: Player, number: number): Promise<void> {
  const names = (['numberAnswered', 'numberOpen'] as const).map((key) => t(`papers.${key}`, { number: number + 1 }));
  await hands.press(
    page.getByRole('button', { name: names[0], exact: true }).or(page.getByRole('button', { name: names[1], exact: true })),
  );
}

/** Presses "Hand in" and answers the question that comes, which says how many are open. */
export async function handIn({ page, t, hands }: Player, open: number): Promise<void> {
  await hands.press(page.getByRole('button', { name: t('papers.handIn') }).last());
  const dialog = page.getByRole('dialog', { name: t('papers.ask.title', { open }) });
  await hands.press(dialog.getByRole('button', { name: t('papers.ask.yes') }));
  await page.waitForURL(/\/result$/);
}

/** What the page shows as answered comes to be what the host knows. */
export async function heardBy(store: Store, paperId: string, answers: number): Promise<void> {
  await until(() => givenIn(store, paperId).filter((given) => given !== null).length === answers, `the host has ${answers} answers`);
  expect(givenIn(store, paperId).filter((given) => given !== null)).toHaveLength(answers);
}
