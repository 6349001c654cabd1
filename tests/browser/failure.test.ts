/** An error of the host's, as a player meets it: with the number under which the log has it. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { withBrowser } from './browser.ts';
import { startHost } from './host.ts';

const { newPerson, forgetNoise } = withBrowser();

test.each([
  { locale: 'en-US', words: /Something went wrong at the host\. If you report it, give this number: ([0-9a-f]{12})/, close: 'Close' },
  { locale: 'zh-CN', words: /主机出错了。如需反馈，请附上这个编号：([0-9a-f]{12})/, close: '关闭' },
])('in $locale', async ({ locale, words, close }) => {
  const host = await startHost();
  const file = new Sqlite(join(host.dataDir, 'last-ack.db'));
  // As a bug would: the host's statement no longer fits the table.
  file.exec('ALTER TABLE players RENAME COLUMN name TO broken');
  file.close();
  const { page } = await newPerson({ locale });
  await page.goto(host.url);
  const notice = page.getByText(words);
  await notice.waitFor();
  const number = words.exec((await notice.textContent()) ?? '')?.[1] ?? 'none';
  expect(host.said()).toMatch(new RegExp(`"level":"error".*"id":"${number}".*"stack":\\[`));
  await page.getByRole('button', { name: close, exact: true }).click();
  await notice.waitFor({ state: 'detached' });
  await page.goto('about:blank');
  for (const complaint of forgetNoise()) expect(complaint).toContain('status of 503');
  await host.dispose();
});
