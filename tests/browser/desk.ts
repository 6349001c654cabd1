/** An instructor at the pages of class sessions, in English. */
import type { Page } from 'playwright';
import type { NewPerson } from './browser.ts';
import type { Host } from './host.ts';
import { DESKTOP } from './people.ts';
import { wordsIn } from './words.ts';

const PASSWORD = 'correct horse';
const t = wordsIn('en');

/** What a test finds on the instructor's pages, by its words. */
export function deskOn(page: Page) {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  return {
    page,
    button,
    press: (name: string) => button(name).click(),
    /** The other button of the same name is behind the question. */
    confirm: (name: string) => page.getByRole('dialog').last().getByRole('button', { name, exact: true }).click(),
    heading: (name: string | RegExp) => page.getByRole('heading', { name, exact: true }).waitFor(),
    sees: (text: string | RegExp) => page.getByText(text).first().waitFor(),
    gone: (text: string) => page.getByText(text).first().waitFor({ state: 'detached' }),
  };
}

export type Desk = ReturnType<typeof deskOn>;

/** The first instructor: by the link that the host has printed; later by the password. */
export async function signIn(host: Host, newPerson: NewPerson): Promise<Desk> {
  const { page } = await newPerson(DESKTOP);
  const field = (label: string) => page.getByLabel(label, { exact: true });
  const link = /http:\S+\/account-link\/\S+/.exec(host.said())?.[0] ?? '';
  await page.goto(link);
  const isUsed = page.getByText(t('faults.account-link-over'), { exact: true });
  await isUsed.or(field(t('account-link.email'))).waitFor();
  if (await isUsed.isVisible()) {
    await page.goto(`${host.url}/instructor`);
    await field(t('instructor.email')).fill('ada@example.org');
    await field(t('instructor.password')).fill(PASSWORD);
    await page.getByRole('button', { name: t('instructor.signIn'), exact: true }).click();
  } else {
    await field(t('account-link.email')).fill('ada@example.org');
    await field(t('account-link.name')).fill('Ada');
    await field(t('account-link.password')).fill(PASSWORD);
    await page.getByRole('button', { name: t('account-link.submit.set-up'), exact: true }).click();
  }
  await page.getByRole('link', { name: t('instructor.sessions'), exact: true }).click();
  return deskOn(page);
}

export async function newSession({ page, heading }: Desk): Promise<void> {
  await page.getByRole('link', { name: t('sessions.new') }).click();
  await heading(t('sessions.setup.title'));
  await page.getByLabel(t('sessions.setup.name')).waitFor();
}

export async function readCode({ page, button }: Desk): Promise<string> {
  await button(t('console.join.lock')).waitFor();
  const shown = await page.getByText(/^\d{3} \d{3}$/).textContent();
  return shown?.replace(' ', '') ?? '';
}
