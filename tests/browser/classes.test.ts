/** A class and its roster as an instructor meets them, in both languages. */
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { withBrowser } from './browser.ts';
import { expectOpen, expectOpenToAll } from './open-to-all.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, type Kind } from './people.ts';
import { wordsIn } from './words.ts';
import { withHost } from './with-host.ts';

const ACCOUNT = { email: 'ada@example.org', name: 'Ada', password: 'correct horse' };
const CODE = /^[A-Z]{4}-[A-Z]{4}$/;

const { newPerson } = withBrowser();
const host = withHost();
beforeAll(async () => {
  const secret = /account-link\/(\S+)/.exec(host.said())?.[1];
  const { status } = await fetch(`${host.url}/api/account-links/${secret}`, { method: 'POST', body: JSON.stringify(ACCOUNT) });
  expect(status).toBe(200);
});

async function instructor({ options }: Kind): Promise<Page> {
  const { page } = await newPerson(options);
  const { email, password } = ACCOUNT;
  await page.request.post(`${host.url}/api/auth/sign-in`, { data: { email, password } });
  await page.goto(`${host.url}/instructor/classes`);
  return page;
}

test.each([
  { kind: ENGLISH_AT_A_DESK, headings: 'Name,Student ID,E-mail,Section', encoding: 'utf8' as const },
  { kind: CHINESE_ON_A_PHONE, headings: '姓名\t学号\t邮箱\t班', encoding: 'utf16le' as const },
])(
  'in $kind.locale: a bad file is refused by line, the good one brings codes',
  { timeout: 240_000 },
  async ({ kind, headings, encoding }) => {
    const t = wordsIn(kind.locale);
    const look = kind.locale === 'en' ? expectOpenToAll : expectOpen;
    const page = await instructor(kind);
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
    const fill = (label: string, text: string) => page.getByRole('textbox', { name: label, exact: true }).fill(text);
    const choose = (...rows: readonly string[]) => {
      const text = `\uFEFF${[headings, ...rows.map((row) => row.replaceAll(',', headings.includes('\t') ? '\t' : ','))].join('\r\n')}`;
      const file = { name: 'roster.csv', mimeType: 'text/csv', buffer: Buffer.from(text, encoding) };
      return page.getByLabel(t('classes.import.choose')).setInputFiles(file);
    };

    await fill(t('classes.make.name'), 'Computer networks');
    await fill(t('classes.make.term'), '2026–27');
    await look(page, 'the classes');
    await press(t('classes.make.submit'));
    await page.getByText(t('classes.roster.empty')).waitFor();

    await choose('Ada Lovelace,1,ada@example.edu', '王梅,2,mei@', 'Bob,1,');
    const problems = page.getByRole('alert').getByRole('listitem');
    await problems.first().waitFor();
    expect(await problems.allTextContents()).toEqual([
      t('classes.import.problem', { line: 3, reason: t('classes.import.reasons.bad-email') }),
      t('classes.import.problem', { line: 4, reason: t('classes.import.reasons.double-number', { other: 2 }) }),
    ]);
    await look(page, 'a class whose file is refused');
    await page.reload();
    await page.getByText(t('classes.roster.empty')).waitFor();

    await choose('Ada Lovelace,1,ada@example.edu', '王梅,2,mei@example.edu');
    await page.getByText(t('classes.import.found', { file: 'roster.csv', added: 2, updated: 0, unchanged: 0 })).waitFor();
    await press(t('classes.import.submit', { count: 2 }));
    await page.getByText(t('classes.import.done', { count: 2 })).waitFor();
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '王梅' }) });
    const code = row.getByText(CODE);
    expect(await code.count()).toBe(0);
    await press(t('classes.roster.showCodes'));
    expect(await code.textContent()).toMatch(CODE);
    await look(page, 'a class with its codes');
    await onPaper(page, (await code.textContent()) ?? '');

    await press(t('classes.roster.editOne', { name: 'Ada Lovelace' }));
    await fill(t('classes.roster.name'), 'Countess Ada');
    await expectOpen(page, 'a student');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: t('classes.student.save') })
      .click();
    await press(t('classes.roster.editOne', { name: 'Countess Ada' }));
    await press(t('classes.student.erase'));
    await press(t('classes.student.eraseYes'));
    await page.getByRole('rowheader', { name: 'Countess Ada' }).waitFor({ state: 'detached' });
    expect(await row.count()).toBe(1);

    await fill(t('classes.settings.deleteConfirm', { name: 'Computer networks' }), 'Computer networks');
    await press(t('classes.settings.delete'));
    await page.getByText(t('classes.empty')).waitFor();
  },
);

/** The sheet has the codes, and nothing else of the page is printed. */
async function onPaper(page: Page, code: string): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('listitem').filter({ hasText: '王梅' }).getByText(code).isVisible()).toBe(true);
  expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
  await page.emulateMedia({ media: 'screen' });
}

test('the pages are an instructor’s', async () => {
  const t = wordsIn('en');
  const { page } = await newPerson(ENGLISH_AT_A_DESK.options);
  for (const path of ['/instructor/classes', '/instructor/classes/any']) {
    await page.goto(host.url + path);
    await page.getByRole('heading', { level: 1, name: t('instructor.signInTitle') }).waitFor();
  }
});
