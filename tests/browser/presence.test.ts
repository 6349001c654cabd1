/** A seat belongs to a player, not to a link: lost links, second tabs, leaving, resigning, and doing nothing. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectBoards, expectVerdicts } from './boards.ts';
import { withBrowser } from './browser.ts';
import { meetByInvitation } from './meet.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, newPlayer, type Player, playerOn } from './people.ts';
import { answerTo } from './store.ts';
import { goOn, playTurn, type TableForTwo } from './table.ts';
import { withAnyNumber } from './words.ts';
import { withHost, withStore } from './with-host.ts';

const OFFLINE = /ERR_INTERNET_DISCONNECTED/;
const FIVE_MINUTES = 5 * 60_000;

const { newPerson, forgetNoise } = withBrowser();
const host = withHost({ VERDICT_SECONDS: '60', GRACE_SECONDS: '5', LEAVE_GRACE_SECONDS: '2', IDLE_MINUTES: '0.01' });
const store = withStore(host);
let ada: Player;
let mei: Player;
beforeEach(async () => {
  ada = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  mei = await newPlayer(newPerson, CHINESE_ON_A_PHONE);
  await Promise.all([ada.arrive(host.url, 'Ada'), mei.arrive(host.url, '王梅')]);
});
afterEach(() => {
  expect(forgetNoise().filter((complaint) => !OFFLINE.test(complaint))).toEqual([]);
});

async function meet(turnSeconds: 60 | null = null): Promise<TableForTwo> {
  const matchId = await meetByInvitation(ada, mei, { level: 1, scenario: 'connection-refused', turnSeconds });
  await Promise.all([ada.asked(), mei.asked()]);
  return { store, matchId, players: [ada, mei] };
}

/** What Ada is told of Mei. */
function expectTold(message: 'away' | 'left' | 'bot'): Promise<void> {
  return ada.page.getByText(ada.t(`duel.presence.${message}`, { name: '王梅' })).waitFor();
}

async function expectToldNothing(): Promise<void> {
  for (const message of ['away', 'left', 'bot'] as const)
    await ada.page.getByText(ada.t(`duel.presence.${message}`, { name: '王梅' })).waitFor({ state: 'detached' });
}

/** Of Mei's seat. */
function presencesOf({ matchId }: TableForTwo): readonly string[] {
  const ofMei = store.moves(matchId).filter(({ entry }) => 'side' in entry && entry.side === 1);
  return ofMei.map(({ entry }) => entry.type).filter((type) => ['away', 'bot-took', 'back'].includes(type));
}

test('a lost link: the other one sees the countdown, then a bot, and the owner is back on the same page with everything', async () => {
  const table = await meet();
  await expectVerdicts(table, await playTurn(table));
  await goOn(table);
  await mei.asked();
  await mei.page.context().setOffline(true);
  await expectTold('away');
  await ada.page.getByText(withAnyNumber((seconds) => ada.t('duel.presence.grace', { seconds }))).waitFor();
  await mei.page.getByText(mei.t('link.lost.network')).waitFor();
  await expectTold('bot');

  const judged = await playTurn({ ...table, players: [ada] });
  await mei.page.context().setOffline(false);
  await expectToldNothing();
  await mei.page.getByText(mei.t('link.lost.network')).waitFor({ state: 'detached' });
  for (const { verdict, t } of [ada, mei]) await verdict.getByText(t('duel.verdict.byBot')).waitFor();
  await expectVerdicts(table, judged);
  await expectBoards(table);
  await goOn(table);
  await playTurn(table);
  expect(presencesOf(table)).toEqual(['away', 'bot-took', 'back']);
});

test('whoever closes the page and comes back in time has lost nothing', async () => {
  const table = await meet();
  await mei.page.close();
  await expectTold('away');
  const again = playerOn(await newTabOf(mei), CHINESE_ON_A_PHONE);
  await again.page.goto(`${host.url}/match/${table.matchId}`);
  await expectToldNothing();
  await playTurn({ ...table, players: [ada, again] });
  expect(presencesOf(table)).toEqual(['away', 'back']);
});

/** The browser stays: a context whose last page is closed keeps its cookies. */
function newTabOf({ page }: Player) {
  return page.context().newPage();
}

test('a second tab is the same player: sealed in one is sealed in both, and closing one is no leaving', async () => {
  const table = await meet();
  const second = playerOn(await newTabOf(mei), CHINESE_ON_A_PHONE);
  await second.page.goto(`${host.url}/match/${table.matchId}`);
  await Promise.all([mei.asked(), second.asked()]);
  const { store, matchId } = table;
  await second.answer(answerTo(store.match(matchId), 1, 'right'));
  await Promise.all([mei.sealed.waitFor(), second.sealed.waitFor()]);
  await mei.page.close();
  await playTurn({ ...table, players: [ada] });
  await second.verdict.waitFor();
  await goOn({ ...table, players: [ada, second] });
  await playTurn({ ...table, players: [ada, second] });
  expect(presencesOf(table)).toEqual([]);
});

test('leaving on purpose says so; the way back leads from the start page; resigning ends the match', async () => {
  const table = await meet(60);
  await choose('leave');
  await mei.page.getByText(mei.t('home.openMatch', { name: 'Ada' })).waitFor();
  await expectTold('left');
  await expectTold('bot');
  await mei.hands.press(mei.page.getByRole('link', { name: mei.t('home.toMatch') }));
  await expectToldNothing();
  await mei.sealed.waitFor();
  await choose('resign');
  await Promise.all([mei.over(), ada.over()]);
  await mei.page.getByRole('heading', { name: mei.t('duel.over.outcomes.youResigned') }).waitFor();
  await ada.page.getByRole('heading', { name: ada.t('duel.over.outcomes.resigned', { name: '王梅' }) }).waitFor();
  expect(store.results(table.matchId).map(({ result }) => result)).toEqual(['won', 'lost']);
});

test('a rematch finds the one who has offered it on another page', async () => {
  await meet();
  await choose('resign');
  await Promise.all([mei.over(), ada.over()]);
  await ada.hands.press(ada.button(ada.t('duel.over.rematch.offer')));
  await mei.page.getByText(mei.t('duel.over.rematch.offered', { name: 'Ada' })).waitFor();
  await ada.hands.press(ada.page.getByRole('link', { name: ada.t('header.home') }));
  await ada.page.getByRole('heading', { name: ada.t('home.title') }).waitFor();
  await mei.hands.press(mei.button(mei.t('duel.over.rematch.accept')));
  await ada.hands.press(ada.page.getByRole('link', { name: ada.t('home.toMatch') }));
  await Promise.all([mei.asked(), ada.asked()]);
  expect(await mei.matchId()).toBe(await ada.matchId());
});

/** From Mei's menu, and yes when asked. */
async function choose(what: 'leave' | 'resign'): Promise<void> {
  await mei.hands.press(mei.button(mei.t(`duel.menu.${what}`)).filter({ visible: true }));
  const dialog = mei.page.getByRole('dialog', { name: mei.t(`duel.ask.${what}.title`, { name: 'Ada' }) });
  await mei.hands.press(dialog.getByRole('button', { name: mei.t(`duel.ask.${what}.yes`), exact: true }));
}

test('untimed, one who does nothing for five minutes can be replaced, and takes the seat back by moving', async () => {
  await ada.page.clock.install();
  const table = await meet();
  await ada.answer(answerTo(store.match(table.matchId), 0, 'right'));
  await ada.sealed.waitFor();
  const offer = ada.button(ada.t('duel.idle.offer', { name: '王梅' }));
  expect(await offer.count()).toBe(0);
  await ada.page.clock.fastForward(FIVE_MINUTES);
  await ada.hands.press(offer);
  await Promise.all([ada.verdict.waitFor(), mei.verdict.waitFor()]);
  await mei.verdict.getByText(mei.t('duel.verdict.byBot')).waitFor();
  await mei.ready();
  await expectToldNothing();
  await goOn({ ...table, players: [ada] });
  expect(presencesOf(table)).toEqual(['bot-took', 'back']);
});
