/** Homework from both sides: an instructor sets it at a desk, a student plays it alone on a phone, in Chinese. */
import { expect, test } from 'vitest';
import { withBrowser } from './browser.ts';
import { signIn } from './desk.ts';
import { expectOpen, expectOpenToAll } from './open-to-all.ts';
import { CHINESE_ON_A_PHONE, newPlayer } from './people.ts';
import { playToTheEnd } from './table.ts';
import { wordsIn } from './words.ts';
import { withHost, withStore } from './with-host.ts';

const { newPerson, forgetNoise } = withBrowser();
const host = withHost({ VERDICT_SECONDS: '60', GRACE_SECONDS: '60' });
const store = withStore(host);

test('homework is assigned, played on a phone and seen by the instructor', { timeout: 300_000 }, async () => {
  const t = wordsIn('en');
  const desk = await signIn(host, newPerson);
  const { page, press } = desk;
  const made = await page.request.post(`${host.url}/api/classes`, { data: { name: 'Networks', term: '' } });
  const { classId } = ((await made.json()) as { class: { classId: string } }).class;
  const added = await page.request.post(`${host.url}/api/classes/${classId}/students`, { data: { name: '王梅', email: '', number: '7' } });
  const { code } = ((await added.json()) as { student: { code: string } }).student;

  await page.goto(`${host.url}/instructor/classes/${classId}`);
  await press(t('class-homework.assign'));
  await page.getByLabel(t('class-homework.form.name')).fill('Week 3');
  for (const _ of [2, 3]) await press(t('class-homework.form.fewer'));
  await page.getByLabel(t('class-homework.form.scenario')).selectOption({ label: t('scenarios.abort.title') });
  await expectOpenToAll(page, 'a class whose homework is being set');
  await press(t('class-homework.form.submit'));
  const address = await page.getByRole('textbox', { name: t('class-homework.page.address') }).inputValue();
  await page.getByText(t('homework.states.not-begun')).waitFor();

  const mei = await newPlayer(newPerson, CHINESE_ON_A_PHONE);
  await mei.page.goto(address);
  const enter = async (personal: string) => {
    await mei.page.getByLabel(mei.t('homework.code.label')).fill(personal);
    await mei.hands.press(mei.button(mei.t('homework.code.submit')));
  };
  await enter('BBBB-BBBB');
  await mei.page.getByText(mei.t('faults.bad-personal-code')).waitFor();
  await expectOpen(mei.page, 'homework, before it is known whose');
  await enter(code.toLowerCase());
  await mei.page.getByText(mei.t('scenarios.abort.title')).waitFor();
  await expectOpen(mei.page, 'homework that is not begun');
  await mei.hands.press(mei.button(mei.t('homework.beginTask', { number: 1 })));
  await playToTheEnd({ store, matchId: await mei.matchId(), players: [mei] });
  await mei.hands.press(mei.page.getByRole('link', { name: mei.t('match-page.toHomework') }));
  await mei.page.getByText(mei.t('homework.states.done')).first().waitFor();
  expect(new URL(mei.page.url()).pathname).toBe(new URL(address).pathname);
  await expectOpen(mei.page, 'homework that is done');

  await page.reload();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '王梅' }) });
  await row.getByText(t('homework.states.done')).waitFor();
  await row.getByText('100%').waitFor();
  await expectOpenToAll(page, 'the results of homework');
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: t('class-homework.page.canvas') }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/gradebook-canvas\.csv$/);

  await page.goto(`${host.url}/instructor/classes/${classId}`);
  await page.getByRole('link', { name: t('classes.results'), exact: true }).click();
  await row.getByText('100%').waitFor();
  await expectOpenToAll(page, 'sessions and homework beside each other');
  await page.getByRole('link', { name: 'Week 3' }).click();

  await press(t('class-homework.page.withdraw'));
  await desk.confirm(t('class-homework.page.withdrawYes'));
  await page.getByRole('heading', { level: 1, name: 'Networks' }).waitFor();
  await mei.page.reload();
  await mei.page.getByText(mei.t('faults.no-such-homework')).waitFor();
  expect(forgetNoise(), 'the wrong code, and what was withdrawn').toMatchObject(
    [/403/, /404/].map((status) => expect.stringMatching(status)),
  );
});
