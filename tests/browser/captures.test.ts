/** A capture on the page: dropped, looked at, saved, played; and files that are no use. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { questionsIn } from '#game/capture/questions.ts';
import { connectionsIn, shownBy } from '../unit/capture/connections.ts';
import { withBrowser } from './browser.ts';
import { expectOpenToAll } from './open-to-all.ts';
import { CHINESE_ON_A_PHONE, DESKTOP, ENGLISH_AT_A_DESK, type Kind, newPlayer, type Player } from './people.ts';
import { withHost } from './with-host.ts';

/** One who looks needs no keyboard. */
const LOOKER: Kind = { locale: 'en', hands: 'fingers', options: { ...DESKTOP, hasTouch: true } };

const { newPerson } = withBrowser();
const host = withHost();

const real = (name: string) => readFileSync(`tests/captures/${name}`);

async function arrive(kind: Kind): Promise<Player> {
  const player = await newPlayer(newPerson, kind);
  await player.page.goto(`${host.url}/captures`, { waitUntil: 'networkidle' });
  return player;
}

/** Somewhere on the page, as one drops a file that one has dragged there. */
async function drop(page: Page, name: string, octets: Uint8Array): Promise<void> {
  await page.evaluate(
    ([name, text]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, Buffer.from(octets).toString('base64')] as const,
  );
}

test('a capture that is dropped is shown with its states, and its ladder can be saved', async () => {
  const { page, t, ladder, button } = await arrive(ENGLISH_AT_A_DESK);
  await drop(page, 'lossy-transfer.pcap', real('lossy-transfer.pcap'));
  await page.getByRole('heading', { name: '10.9.0.1:45817 to 10.9.0.2:8080' }).waitFor();
  const told = await ladder();
  expect(told).toContain('10.9.0.1:45817: Sends ACK seq=1601 ack=1 len=400. Note: retransmission. Stays in ESTABLISHED.');
  expect(told.at(-1)).toContain('Goes to CLOSED.');
  await page.getByText('FIN ACK seq=1 ack=9602 len=0', { exact: true }).waitFor();

  const saving = page.waitForEvent('download');
  await button(t('captures.connection.download')).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('lossy-transfer-1.svg');
  const svg = readFileSync(await saved.path(), 'utf8');
  expect(svg).toContain('>retransmission<');
  expect(svg).toContain('TIME_WAIT');
});

test('a capture is played to its end by the keyboard alone', async () => {
  const player = await arrive(ENGLISH_AT_A_DESK);
  const { page, t, hands, button } = player;
  await hands.press(button(t('captures.samples.simultaneous-close')));
  await button('Play 5 questions').waitFor();
  await hands.press(page.getByRole('radio', { name: t('levels.name', { level: 2 }) }));
  await hands.press(button('Play 5 questions'));

  const { acts } = connectionsIn(real('simultaneous-close.pcap'))[0] ?? { acts: [] };
  const questions = questionsIn(acts, { ends: ['client'], repeats: true });
  for (const [number, { index }] of questions.entries()) {
    await player.asked();
    const act = acts[index];
    if (!act) throw new Error('no such act');
    const right = shownBy(act, 2);
    await player.answer(number === 2 ? { segment: null, state: 'CLOSE_WAIT' } : right);
    await player.verdict.getByText(t('captures.play.inCapture')).waitFor();
    if (number === 2) await player.verdict.getByText('FIN ACK seq=1 ack=1 → FIN_WAIT_1').first().waitFor();
    const isLast = number === questions.length - 1;
    await hands.goOn(player.verdict.getByRole('button', { name: t(isLast ? 'captures.play.finish' : 'captures.play.next') }));
  }
  await page.getByText(t('captures.play.doneTitle', { right: 4, count: 5 })).waitFor();
  await hands.press(button(t('captures.play.toLadder')));
  await page.getByRole('heading', { name: t('captures.connection.segmentsTitle') }).waitFor();
});

test('one of several connections is chosen on a phone, and one may end early', async () => {
  const player = await arrive(CHINESE_ON_A_PHONE);
  const { page, t, hands, button } = player;
  await page.locator('input[type=file]').setInputFiles('tests/captures/loopback.pcapng');
  await page.getByRole('heading', { name: t('captures.list.title', { count: 2, name: 'loopback.pcapng' }) }).waitFor();
  await hands.press(button('127.0.0.1:51559'));
  await hands.press(page.getByRole('radio', { name: t('captures.play.ends.server') }));
  await hands.press(page.getByRole('button', { name: /^开始：/ }));
  await player.asked();
  await hands.press(button(t('captures.play.stop')));
  await page.getByText(t('captures.play.doneNone')).waitFor();
});

describe('a file that is no use is refused in words', () => {
  test.each([
    ['no-capture', 'diary.pcap', Buffer.from('Dear diary')],
    ['no-tcp', 'empty.pcap', real('abort.pcap').subarray(0, 24)],
    ['too-large', 'large.pcap', Buffer.alloc(10_000_001)],
  ] as const)('%s', async (problem, name, octets) => {
    const { page, t } = await arrive(ENGLISH_AT_A_DESK);
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer: octets });
    await page
      .getByRole('alert')
      .filter({ hasText: t(`captures.problems.${problem}`, { name }) })
      .waitFor();
  });

  test('a damaged one is shown as far as it goes, with the place of the damage', async () => {
    const { page } = await arrive(ENGLISH_AT_A_DESK);
    await drop(page, 'cut.pcap', real('open-close.pcap').subarray(0, 700));
    await page.getByRole('alert').filter({ hasText: 'Frame 8, which begins at byte 625' }).waitFor();
    await page.getByText('ACK seq=6 ack=7 len=0', { exact: true }).waitFor();
  });
});

test('nobody is kept out, in both languages and at both sizes', { timeout: 240_000 }, async () => {
  const player = await arrive(LOOKER);
  const { page, t, button } = player;
  await expectOpenToAll(page, 'the choice of a capture');
  await drop(page, 'loopback.pcapng', real('loopback.pcapng').subarray(0, 4000));
  await page.getByRole('heading', { name: /^2 connections/ }).waitFor();
  await expectOpenToAll(page, 'connections of a damaged capture');
  await drop(page, 'lossy-transfer.pcap', real('lossy-transfer.pcap'));
  await page.getByRole('heading', { name: t('captures.connection.segmentsTitle') }).waitFor();
  await expectOpenToAll(page, 'a connection');
  await page.getByRole('button', { name: /^Play \d+ questions$/ }).click();
  await player.asked();
  await expectOpenToAll(page, 'a question');
  await player.answer({ segment: { flags: ['ACK'], data: false, seq: null, ack: null }, state: 'ESTABLISHED' });
  await player.verdict.waitFor();
  await expectOpenToAll(page, 'the verdict of a wrong answer');
  await button(t('captures.play.stop')).click();
  await expectOpenToAll(page, 'the end of a practice');
});
