/** Plays a match between two browsers, and holds a class session, and takes the pictures of `docs` at their most telling moments. */
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { openTurnOf } from '#game/match/match.ts';
import type { Proposal } from '#game/match/vocabulary.ts';
import { add } from '#game/tcp/sequence.ts';
import type { NewPerson } from '../tests/browser/browser.ts';
import { startHost } from '../tests/browser/host.ts';
import { meetByInvitation } from '../tests/browser/meet.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, newPlayer } from '../tests/browser/people.ts';
import { answerTo, openStore } from '../tests/browser/store.ts';
import { goOn, playTurn, type TableForTwo } from '../tests/browser/table.ts';
import { BROWSER_ARGS, ensureBrowser } from './browser.mjs';
import { ensureBuilt } from './build.mjs';
import { SCHOOL, takeClassPictures } from './class-pictures.ts';

const FOLDER = join(import.meta.dirname, '../docs');

await ensureBuilt();
const browser = await chromium.launch({
  executablePath: (await ensureBrowser()) ?? undefined,
  args: [...BROWSER_ARGS, `--host-resolver-rules=MAP ${SCHOOL} 127.0.0.1`],
});
const host = await startHost({ VERDICT_SECONDS: '8' });
const store = openStore(host.dataDir);
try {
  await takeClassPictures(host, newPerson, picture);
  await takePictures(await sitDown());
} finally {
  store.close();
  await browser.close();
  await host.dispose();
}

async function newPerson(...[options]: Parameters<NewPerson>): ReturnType<NewPerson> {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' });
  return { page: await context.newPage(), leave: () => context.close() };
}

async function sitDown(): Promise<TableForTwo> {
  const jonas = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  const mei = await newPlayer(newPerson, { ...CHINESE_ON_A_PHONE, options: { ...CHINESE_ON_A_PHONE.options, deviceScaleFactor: 2 } });
  await Promise.all([jonas.arrive(host.url, 'Jonas'), mei.arrive(host.url, '王梅')]);
  await picture(jonas.page, 'home-en');
  const matchId = await meetByInvitation(jonas, mei, { level: 2, scenario: 'simultaneous-close', turnSeconds: 30 });
  return { store, matchId, players: [jonas, mei] };
}

async function takePictures(table: TableForTwo): Promise<void> {
  for (const how of ['right', 'wrong'] as const) {
    await playTurn(table, ['right', how]);
    await goOn(table);
  }
  await miscountTheSyn(table);
  for (let turn = 0; turn < 2; turn += 1) {
    await goOn(table);
    await playTurn(table);
  }
  await goOn(table);
  await answerCrossingFins(table);
}

/** The client acknowledges the server's SYN as if it took no number: a ghost that the server would have answered with RST. */
async function miscountTheSyn({ store, matchId, players: [jonas, mei] }: TableForTwo): Promise<void> {
  await Promise.all([jonas.asked(), mei.asked()]);
  const match = store.match(matchId);
  const right = answerTo(match, 0, 'right') as Proposal;
  await mei.answer(answerTo(match, 1, 'right'));
  await jonas.answer({ ...right, segment: right.segment && { ...right.segment, ack: add(right.segment.ack ?? 0, -1) } });
  await Promise.all([jonas.verdict.waitFor(), mei.verdict.waitFor()]);
  await picture(jonas.page, 'verdict-en');
  await picture(mei.page, 'verdict-zh-phone');
}

/** Both FINs are on the wire. One is about to seal, and then has sealed while the other one is about to. */
async function answerCrossingFins({ store, matchId, players: [jonas, mei] }: TableForTwo): Promise<void> {
  await Promise.all([jonas.asked(), mei.asked()]);
  const match = store.match(matchId);
  if (openTurnOf(match).asks.length !== 2) throw new Error('only one is asked where the FINs should cross');
  const [his, hers] = [answerTo(match, 0, 'right'), answerTo(match, 1, 'right')];
  await mei.draft(hers);
  await picture(mei.page, 'duel-zh-phone');
  await mei.seal();
  await jonas.draft(his);
  await jonas.page.getByRole('timer', { name: jonas.t('duel.clock.left', { seconds: 22 }) }).waitFor();
  await picture(jonas.page, 'duel-en');
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
}
