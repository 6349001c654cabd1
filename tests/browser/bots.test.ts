/** Matches against bots: every strength, the tutorial, and level 3, which tells less. */
import { expect, test } from 'vitest';
import { STATES } from '#game/tcp/vocabulary.ts';
import { BOT_STRENGTHS } from '#game/match/vocabulary.ts';
import { expectBoards, expectVerdicts } from './boards.ts';
import { withBrowser } from './browser.ts';
import { playBot } from './meet.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, newPlayer, type Player } from './people.ts';
import { goOn, playToTheEnd, playTurn, type Table } from './table.ts';
import { withHost, withStore } from './with-host.ts';

const { newPerson } = withBrowser();
const host = withHost({ VERDICT_SECONDS: '60', GRACE_SECONDS: '60' });
const store = withStore(host);

test.each(BOT_STRENGTHS)('a %s bot plays at once, and is judged like a person', async (strength) => {
  const ada = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  await ada.page.goto(host.url);
  const matchId = await playBot(ada, strength, { level: 1, scenario: 'abort', turnSeconds: 30 });
  const table: Table = { store, matchId, players: [ada] };
  await ada.page.getByText(ada.t('scenarios.abort.story')).waitFor();
  await ada.page
    .getByText(ada.t(`duel.players.bots.${strength}`))
    .filter({ visible: true })
    .first()
    .waitFor();
  for (let n = 0; n < 3; n += 1) {
    await expectVerdicts(table, await playTurn(table));
    await expectBoards(table);
    await goOn(table);
  }
  const { view } = store.match(matchId);
  expect(view.scores[1].moves + view.scores[1].predictions).toBe(3);
  if (strength === 'perfect') expect(view.scores[1].rightMoves + view.scores[1].rightPredictions).toBe(3);
});

test('the tutorial is a handshake, from the first hint to the last', async () => {
  const mei = await newPlayer(newPerson, CHINESE_ON_A_PHONE);
  const { page, t, hands, button } = mei;
  await page.goto(host.url);
  await hands.press(button(t('home.tutorialStart')));
  const table: Table = { store, matchId: await mei.matchId(), players: [mei] };
  const hint = (name: 'welcome' | 'event' | 'compose' | 'verdict' | 'end') => page.getByText(t(`tutorial.${name}`)).waitFor();
  for (const name of ['welcome', 'event'] as const) {
    await hint(name);
    await hands.press(button(t('tutorial.next')));
  }
  await hint('compose');
  await playToTheEnd(table, { look: () => hint('verdict') });
  await hint('end');
  expect(store.match(table.matchId).view.turns.at(-1)?.closed?.outcomes.at(-1)?.state).toBe('ESTABLISHED');
  await hands.press(page.getByRole('link', { name: t('tutorial.toHome') }));
  await page.getByRole('heading', { name: t('home.title') }).waitFor();
});

test('level 3 tells neither states nor arrows nor the scenario before the leg ends', async () => {
  const ada = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  await ada.page.goto(host.url);
  const matchId = await playBot(ada, 'perfect', { level: 3, scenario: 'simultaneous-close', turnSeconds: null });
  const table: Table = { store, matchId, players: [ada] };
  const { legTurns } = store.match(matchId).view;
  for (let turn = 1; turn < (legTurns[0] ?? 0); turn += 1) {
    await ada.asked();
    await expectNothingTold(ada);
    await playTurn(table);
    await expectNoStates(ada);
    await goOn(table);
  }
  await playTurn(table);
  await expectBoards(table);
  await goOn(table);
  await ada.asked();
  await expectNothingTold(ada);
});

async function expectNothingTold(player: Player): Promise<void> {
  const { page, t } = player;
  await expectNoStates(player);
  expect(await page.getByRole('radiogroup').locator('[marker-end]').count()).toBe(0);
  const scenario = page.getByText(t('scenarios.simultaneous-close.title'), { exact: true });
  for (const told of [page.getByText(t('states.here')), page.getByLabel(t('duel.players.variables')), scenario])
    expect(await told.count()).toBe(0);
}

async function expectNoStates({ ladder }: Player): Promise<void> {
  const rungs = (await ladder()).join(' ');
  expect(STATES.filter((state) => new RegExp(`\\b${state}\\b`).test(rungs))).toEqual([]);
}
