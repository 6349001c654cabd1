/** A whole match between two people who met by an invitation, and everything that it leaves behind. */
import { expect, test } from 'vitest';
import { accuracyOf, addPoints, NO_SCORE } from '#game/match/scoring.ts';
import type { Side } from '#game/match/vocabulary.ts';
import type { TurnView } from '#game/match/view.ts';
import { agreeOnARematch, expectListed, expectReplay, percent } from './aftermath.ts';
import { withBrowser } from './browser.ts';
import { meetByInvitation } from './meet.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, newPlayer } from './people.ts';
import type { How, Store } from './store.ts';
import { expectBoards, expectVerdicts } from './boards.ts';
import { playToTheEnd, type TableForTwo } from './table.ts';
import { printRows } from './rows.ts';
import { withHost, withStore } from './with-host.ts';

const { newPerson } = withBrowser();
const host = withHost({ VERDICT_SECONDS: '60', GRACE_SECONDS: '60' });
const store = withStore(host);

const HOWS: readonly (readonly [How, How])[] = [
  ['right', 'right'],
  ['wrong', 'right'],
  ['right', 'wrong'],
  ['missed', 'right'],
  ['wrong', 'wrong'],
];
const COMMENT = 'Why not SYN_RCVD? =1+1';

test('two people meet by an invitation, play a match to its end, and find it again everywhere', { timeout: 180_000 }, async () => {
  const ada = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  const mei = await newPlayer(newPerson, CHINESE_ON_A_PHONE);
  await Promise.all([ada.arrive(host.url, 'Ada'), mei.arrive(host.url, '王梅')]);
  const matchId = await meetByInvitation(ada, mei, { level: 2, scenario: 'simultaneous-close', turnSeconds: 15 });
  const table: TableForTwo = { store, matchId, players: [ada, mei] };

  const look = async (turn: TurnView) => {
    await expectVerdicts(table, turn);
    await expectBoards(table);
  };
  await playToTheEnd(table, { hows: HOWS, look });
  await expectTheEnd(table);
  await disputeTheSecondTurn(table);
  expectRows(table);
  await expectReplay(ada, host.url, store.view(matchId, 0));
  await expectReplayForAStranger(matchId);
  await expectListed(table, host.url);
  await agreeOnARematch(table, host.url);
  if (process.env.VERBOSE) printRows(store, matchId);
});

/** Both scores and accuracies, and who won. */
async function expectTheEnd({ store, matchId, players }: TableForTwo): Promise<void> {
  const { scores, ended, parties } = store.match(matchId).view;
  for (const side of [0, 1] as const) {
    const { page, t } = players[side];
    const text = await page.getByRole('main').textContent();
    for (const score of scores) expect(text).toContain(score.points.toLocaleString('en-US'));
    for (const score of scores) expect(text).toContain(percent(accuracyOf(score)));
    for (const party of parties) expect(text).toContain(party.name);
    const headline =
      ended?.winner === side ? t('duel.over.outcomes.youWon') : t('duel.over.outcomes.youLost', { name: winnerOf(store, matchId) });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(headline);
    expect(text).toContain(t('duel.over.scenario', { name: t('scenarios.simultaneous-close.title') }));
  }
}

function winnerOf(store: Store, matchId: string): string {
  const { ended, parties } = store.match(matchId).view;
  return parties[ended?.winner ?? 0].name;
}

/** Each from the list at the end; the one's comment is not the other's to read. */
async function disputeTheSecondTurn({ store, matchId, players }: TableForTwo): Promise<void> {
  for (const { page, t, hands } of players) {
    const turn = page
      .getByRole('region', { name: t('duel.over.leg', { leg: 1 }) })
      .getByRole('listitem')
      .nth(1);
    await hands.press(turn.getByText(t('duel.dispute.open')));
    await hands.write(turn.getByRole('textbox', { name: t('duel.dispute.comment') }), COMMENT);
    await hands.press(turn.getByRole('button', { name: t('duel.dispute.send') }));
    await turn.getByText(t('duel.dispute.done')).waitFor();
  }
  const disputes = store.moves(matchId).flatMap(({ entry }) => (entry.type === 'disputed' ? [entry] : []));
  expect(disputes).toEqual([0, 1].map((side) => ({ type: 'disputed', turn: 1, side, comment: COMMENT })));
  expect(await (await fetch(`${host.url}/api/matches/${matchId}`)).text()).not.toContain('SYN_RCVD?');
}

/** Versions without a gap, one seal for each answer, scores that are the fold of the verdicts, and a result for each. */
function expectRows({ store, matchId }: TableForTwo): void {
  const moves = store.moves(matchId);
  const { scores, turns, ended } = store.match(matchId).view;
  expect(moves.map(({ version }) => version)).toEqual(moves.map((_, n) => n + 1));
  const verdicts = moves.flatMap(({ entry }) => (entry.type === 'closed' ? [entry.verdicts] : []));
  expect(verdicts).toHaveLength(turns.length);
  for (const side of [0, 1] as const) {
    const seals = moves.filter(({ entry }) => entry.type === 'sealed' && entry.side === side);
    expect(seals).toHaveLength(turns.length - HOWS.filter((hows) => hows[side] === 'missed').length);
    expect(verdicts.map((pair) => pair[side]).reduce(addPoints, NO_SCORE)).toEqual(scores[side]);
  }
  const resultOf = (side: Side) => ({
    side,
    points: scores[side].points,
    moves: scores[side].moves,
    right_moves: scores[side].rightMoves,
    predictions: scores[side].predictions,
    right_predictions: scores[side].rightPredictions,
    result: ended?.winner === side ? 'won' : 'lost',
  });
  expect(store.results(matchId)).toEqual([0, 1].map((side) => expect.objectContaining(resultOf(side as Side))));
}

async function expectReplayForAStranger(matchId: string): Promise<void> {
  const eve = await newPlayer(newPerson, { ...ENGLISH_AT_A_DESK, hands: 'fingers' });
  await expectReplay(eve, host.url, store.view(matchId, 'spectator'));
  await eve.page.close();
}
