/** Every phase of a match, and pages with something on them: nothing that axe finds, no scrolling sideways, in both languages and at both sizes. */
import { test } from 'vitest';
import { withBrowser } from './browser.ts';
import { invite, meetByInvitation, playBot } from './meet.ts';
import { expectOpen, expectOpenToAll } from './open-to-all.ts';
import { CHINESE_ON_A_PHONE, DESKTOP, type Kind, newPlayer, type Player } from './people.ts';
import { answerTo } from './store.ts';
import { goOn, playTurn, type TableForTwo } from './table.ts';
import { withHost, withStore } from './with-host.ts';

/** One who looks needs no keyboard: the focus stays where the language was chosen. */
const LOOKER: Kind = { locale: 'en', hands: 'fingers', options: { ...DESKTOP, hasTouch: true } };

const { newPerson } = withBrowser();
const host = withHost({ VERDICT_SECONDS: '60', GRACE_SECONDS: '60' });
const store = withStore(host);

test('a match, from its first question to its replay', { timeout: 240_000 }, async () => {
  const ada = await newPlayer(newPerson, LOOKER);
  const mei = await newPlayer(newPerson, CHINESE_ON_A_PHONE);
  await Promise.all([ada.arrive(host.url, 'Ada'), mei.arrive(host.url, '王梅')]);
  const matchId = await meetByInvitation(ada, mei, { level: 2, scenario: 'simultaneous-close', turnSeconds: null });
  const table: TableForTwo = { store, matchId, players: [ada, mei] };
  await lookAtAMove(table);
  await lookAtAPrediction(table);
  await lookAtQuestions(table);
  await lookAtAnEmptyChair(table);
  await lookAtTheEnd(ada, matchId);
});

/** Asked, sealed, judged and disputed. */
async function lookAtAMove(table: TableForTwo): Promise<void> {
  const [ada, mei] = table.players;
  const { page, t } = ada;
  await ada.asked();
  await expectOpenToAll(page, 'a move');
  const match = store.match(table.matchId);
  await ada.answer(answerTo(match, 0, 'wrong'));
  await ada.sealed.waitFor();
  await expectOpenToAll(page, 'a sealed move');
  await mei.answer(answerTo(match, 1, 'right'));
  await ada.verdict.waitFor();
  await ada.verdict.getByText(t('duel.dispute.open')).click();
  await expectOpenToAll(page, 'the verdict of a wrong move, with a dispute');
}

async function lookAtAPrediction(table: TableForTwo): Promise<void> {
  const [ada] = table.players;
  await goOn(table);
  await ada.asked();
  await expectOpenToAll(ada.page, 'a prediction');
  await playTurn(table, ['wrong', 'right']);
  await expectOpenToAll(ada.page, 'the verdict of a wrong prediction');
}

/** A dialog takes the whole page: no language can be chosen behind it. */
async function lookAtQuestions({ players }: TableForTwo): Promise<void> {
  for (const { page, t, hands, button } of players)
    for (const what of ['leave', 'resign', 'report'] as const) {
      await hands.press(button(t(`duel.menu.${what}`)).filter({ visible: true }));
      await expectOpen(page, `the question whether to ${what}`);
      await page
        .getByRole('dialog')
        .getByRole('button', { name: t('duel.ask.no') })
        .press('Enter');
    }
}

async function lookAtAnEmptyChair({ players: [ada, mei] }: TableForTwo): Promise<void> {
  await mei.page.close();
  await ada.page.getByText(ada.t('duel.presence.away', { name: '王梅' })).waitFor();
  await expectOpenToAll(ada.page, 'a match whose other player is away');
}

async function lookAtTheEnd(ada: Player, matchId: string): Promise<void> {
  const { page, t, button } = ada;
  await button(t('duel.menu.resign')).filter({ visible: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('duel.ask.resign.yes'), exact: true })
    .click();
  await ada.over();
  await expectOpenToAll(page, 'the end of a match');
  await page.goto(`${host.url}/replay/${matchId}`);
  await page.keyboard.press('ArrowRight');
  await expectOpenToAll(page, 'a replay');
  await page.goto(`${host.url}/matches`);
  await page.getByRole('link', { name: t('matches.replay') }).waitFor();
  await expectOpenToAll(page, 'my matches');
}

test('level 3, the tutorial, and a match that is watched', { timeout: 120_000 }, async () => {
  const ada = await newPlayer(newPerson, LOOKER);
  const eve = await newPlayer(newPerson, LOOKER);
  await ada.arrive(host.url, 'Ada');
  await ada.button(ada.t('home.tutorialStart')).click();
  await ada.asked();
  await expectOpenToAll(ada.page, 'the tutorial');
  await ada.page.goto(host.url);
  const matchId = await playBot(ada, 'novice', { level: 3, turnSeconds: null });
  await playTurn({ store, matchId, players: [ada] }, ['wrong']);
  await expectOpenToAll(ada.page, 'a verdict at level 3');
  await eve.page.goto(`${host.url}/match/${matchId}`);
  await eve.verdict.waitFor();
  await expectOpenToAll(eve.page, 'a match that is watched');
});

test('the pages before a match, on a desktop: on a phone they are looked at elsewhere', { timeout: 120_000 }, async () => {
  const ada = await newPlayer(newPerson, LOOKER);
  const { page, t } = ada;
  await ada.arrive(host.url, 'Ada');
  await expectOpenToAll(page, 'the start page', ['desktop']);
  const link = await invite(ada, { level: 3, turnSeconds: null });
  await expectOpenToAll(page, 'an invitation of one’s own', ['desktop']);
  await page.goto(`${host.url}/account`);
  await ada.button(t('account.codeMake')).click();
  await page.getByRole('textbox', { name: t('account.codeOnce') }).waitFor();
  await expectOpenToAll(page, 'a recovery code', ['desktop']);
  const guest = await newPlayer(newPerson, LOOKER);
  await guest.page.goto(link);
  await guest.button(t('invite.accept')).waitFor();
  await expectOpenToAll(guest.page, 'an invitation', ['desktop']);
  for (const path of ['/help', '/leaderboard', '/waiting?level=2', '/join', '/join/417902']) {
    await page.goto(host.url + path, { waitUntil: 'networkidle' });
    await expectOpenToAll(page, path, ['desktop']);
  }
});
