/** The host is killed while a match is played, twice; nobody at a browser does anything about it. */
import { expect, test } from 'vitest';
import type { Command } from '#protocol/commands.ts';
import { withBrowser } from './browser.ts';
import { type Exchange, listenToAnswers } from './frames.ts';
import { meetByInvitation } from './meet.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, newPlayer, type Player } from './people.ts';
import { answerTo } from './store.ts';
import { goOn, playToTheEnd, playTurn, type TableForTwo } from './table.ts';
import { withHost, withStore } from './with-host.ts';

const LOST_LINK = /ERR_CONNECTION_(REFUSED|RESET|CLOSED)|ERR_EMPTY_RESPONSE|WebSocket connection/;

const { newPerson, forgetNoise } = withBrowser();
const host = withHost({ VERDICT_SECONDS: '60', GRACE_SECONDS: '60' });
const store = withStore(host);

test('kill -9 in the middle of a turn: both reconnect by themselves, finish the match, and no acknowledged move is lost', async () => {
  const ada = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  const mei = await newPlayer(newPerson, CHINESE_ON_A_PHONE);
  const exchanges = [ada, mei].map(({ page }) => listenToAnswers(page));
  await Promise.all([ada.arrive(host.url, 'Ada'), mei.arrive(host.url, '王梅')]);
  const matchId = await meetByInvitation(ada, mei, { level: 1, scenario: 'connection-refused', turnSeconds: 120 });
  const table: TableForTwo = { store, matchId, players: [ada, mei] };

  await playTurn(table);
  await goOn(table);
  await sealAroundARestart(table);
  await readAroundARestart(table);
  await playToTheEnd(table);

  expect(store.moves(matchId).filter(({ entry }) => entry.type === 'resumed')).toHaveLength(2);
  expectEachOnce(table, exchanges);
  expect(forgetNoise().filter((complaint) => !LOST_LINK.test(complaint))).toEqual([]);
});

/** One has sealed before, the other one does while there is no host. */
async function sealAroundARestart({ store, matchId, players: [ada, mei] }: TableForTwo): Promise<void> {
  await Promise.all([ada.asked(), mei.asked()]);
  const match = store.match(matchId);
  await ada.answer(answerTo(match, 0, 'right'));
  await ada.sealed.waitFor();
  await host.kill('SIGKILL');
  await Promise.all([expectLost(ada), expectLost(mei)]);
  await mei.answer(answerTo(match, 1, 'right'));
  await mei.button(mei.t('duel.composer.sending')).waitFor();
  await host.restart();
  await Promise.all([expectFound(ada), expectFound(mei)]);
}

/** One has read the verdict before, the other one afterwards. */
async function readAroundARestart({ players: [ada, mei] }: TableForTwo): Promise<void> {
  await Promise.all([ada.verdict.waitFor(), mei.verdict.waitFor()]);
  await ada.ready();
  await host.kill('SIGKILL');
  await Promise.all([expectLost(ada), expectLost(mei)]);
  await host.restart();
  await Promise.all([expectFound(ada), expectFound(mei)]);
  await mei.ready();
}

function expectLost({ page, t }: Player): Promise<void> {
  return page.getByText(t('link.lost.network')).waitFor();
}

function expectFound({ page, t }: Player): Promise<void> {
  return page.getByText(t('link.lost.network')).waitFor({ state: 'detached' });
}

/** Whatever the host has called sealed is stored as it was sent, by one entry, and of one command. */
function expectEachOnce({ store, matchId }: TableForTwo, exchanges: readonly (readonly Exchange[])[]): void {
  const moves = store.moves(matchId);
  exchanges.forEach((heard, side) => {
    const sealed = heard.filter(({ answer }) => answer.ok && 'sealed' in answer).map(({ command }) => command);
    expect(sealed).toHaveLength(store.match(matchId).view.turns.length);
    for (const command of sealed) {
      const { turn, given } = sealedIn(command);
      const seals = moves.filter(({ entry }) => entry.type === 'sealed' && entry.turn === turn && entry.side === side);
      expect(seals.map(({ entry }) => entry)).toEqual([expect.objectContaining({ answer: given, by: 'player' })]);
      expect(moves.filter(({ commandId }) => commandId?.includes(command.id))).toHaveLength(1);
    }
  });
}

function sealedIn(command: Command) {
  if (command.type === 'propose') return { turn: command.turn, given: command.proposal };
  if (command.type === 'predict') return { turn: command.turn, given: command.prediction };
  throw new Error(`${command.type} seals nothing`);
}
