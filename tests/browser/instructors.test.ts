/** Instructors' accounts as people meet them: from the link that the host prints to the way out, in both languages. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { withBrowser } from './browser.ts';
import { expectOpenToAll } from './open-to-all.ts';
import { DESKTOP, PHONE } from './people.ts';
import { type Words, wordsIn } from './words.ts';
import { withHost } from './with-host.ts';

/** The browser writes down every answer that is a refusal. */
const REFUSED = /status of 4\d\d/;
const PASSWORD = 'correct horse';

const { newPerson, forgetNoise } = withBrowser();
const host = withHost();

/** What a test finds on a page of instructors, by its words. */
function at(page: Page, t: Words) {
  const field = (label: string) => page.getByLabel(label, { exact: true });
  return {
    field,
    press: (name: string) => page.getByRole('button', { name, exact: true }).click(),
    heading: (name: string) => page.getByRole('heading', { level: 1, name }).waitFor(),
    async signIn(email: string, password: string) {
      await field(t('instructor.email')).fill(email);
      await field(t('instructor.password')).fill(password);
      await page.getByRole('button', { name: t('instructor.signIn'), exact: true }).click();
    },
  };
}

test('the link that the host prints makes the administrator, who invites an instructor', { timeout: 240_000 }, async () => {
  const t = wordsIn('en');
  const { page } = await newPerson(DESKTOP);
  const { field, press, heading, signIn } = at(page, t);
  await page.goto(/http:\S+\/account-link\/\S+/.exec(host.said())?.[0] ?? 'no link');
  await heading(t('account-link.titles.set-up'));
  await expectOpenToAll(page, 'the set-up');
  await field(t('account-link.email')).fill('ada@example.org');
  await field(t('account-link.name')).fill('Ada');
  await field(t('account-link.password')).fill('short');
  await press(t('account-link.submit.set-up'));
  await page.getByText(t('faults.bad-password'), { exact: true }).waitFor();
  await field(t('account-link.password')).fill(PASSWORD);
  await press(t('account-link.submit.set-up'));
  await heading(t('instructor.welcome', { name: 'Ada' }));
  await expectOpenToAll(page, 'the page of an instructor');

  await page.getByRole('link', { name: t('instructor.admin') }).click();
  await field(t('admin.email')).fill('mei@department.of-a-very-long-name.university.example.org');
  await press(t('admin.invite'));
  const link = page.getByRole('textbox', { name: /account-link/ }).or(page.locator('input[readonly]'));
  const invitation = await link.inputValue();
  await expectOpenToAll(page, 'the accounts, with an invitation');
  await inviteeAccepts(invitation);
  await page.getByRole('link', { name: t('admin.tabs.disputes') }).click();
  await page.getByText(t('admin.disputes.none'), { exact: true }).waitFor();
  await expectOpenToAll(page, 'the disputed turns');
  await page.getByRole('link', { name: t('admin.tabs.data') }).click();
  await page.getByText(t('admin.backup.never'), { exact: true }).waitFor();
  await page.getByText(t('admin.retention.forever'), { exact: true }).waitFor();
  await expectOpenToAll(page, 'the data');

  await press(t('instructor.signOut'));
  await heading(t('instructor.signInTitle'));
  await expectOpenToAll(page, 'the way in');
  await signIn('ada@example.org', 'incorrect horse');
  await page.getByText(t('faults.wrong-password'), { exact: true }).waitFor();
  await signIn('ada@example.org', PASSWORD);
  await heading(t('instructor.welcome', { name: 'Ada' }));
  await page.goto(invitation);
  await page.getByText(t('faults.account-link-over'), { exact: true }).waitFor();
  expect(forgetNoise().filter((complaint) => !REFUSED.test(complaint))).toEqual([]);
});

/** In Chinese, on a phone; not an administrator. */
async function inviteeAccepts(invitation: string): Promise<void> {
  const t = wordsIn('zh-CN');
  const { page } = await newPerson({ ...PHONE, locale: 'zh-CN' });
  const { field, press, heading } = at(page, t);
  await page.goto(invitation);
  await heading(t('account-link.titles.invitation'));
  await field(t('account-link.name')).fill('王老师');
  await field(t('account-link.password')).fill(PASSWORD);
  await press(t('account-link.submit.invitation'));
  await heading(t('instructor.welcome', { name: '王老师' }));
  expect(await page.getByRole('link', { name: t('instructor.admin') }).count()).toBe(0);
  await page.goto(`${host.url}/admin`);
  await page.getByText(t('faults.not-an-admin'), { exact: true }).waitFor();
}

test('a session that was ended elsewhere: the next thing that is done asks to sign in', async () => {
  const t = wordsIn('en');
  const { page } = await newPerson(DESKTOP);
  const { field, press, heading, signIn } = at(page, t);
  await page.goto(`${host.url}/instructor`);
  await signIn('ada@example.org', PASSWORD);
  await heading(t('instructor.welcome', { name: 'Ada' }));
  await page.context().clearCookies();
  await field(t('instructor.current')).fill(PASSWORD);
  await field(t('instructor.next')).fill('battery staple');
  await press(t('instructor.change'));
  await heading(t('instructor.signInTitle'));
  expect(forgetNoise().filter((complaint) => !REFUSED.test(complaint))).toEqual([]);
});
