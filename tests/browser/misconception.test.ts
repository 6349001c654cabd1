/** A wrong answer is told what was mistaken: to the one who gave it and to the other, each in their own language. */
import { expect, test } from 'vitest';
import type { MisconceptionId } from '#game/match/misconceptions.ts';
import type { Proposal } from '#game/match/vocabulary.ts';
import { withBrowser } from './browser.ts';
import { meetByInvitation } from './meet.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, newPlayer } from './people.ts';
import { answerTo } from './store.ts';
import { goOn, type TableForTwo } from './table.ts';
import { withHost, withStore } from './with-host.ts';

const { newPerson } = withBrowser();
const host = withHost({ VERDICT_SECONDS: '60' });
const store = withStore(host);

test('first of all, to both, in English and in Chinese', async () => {
  const ada = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  const mei = await newPlayer(newPerson, CHINESE_ON_A_PHONE);
  await Promise.all([ada.arrive(host.url, 'Ada'), mei.arrive(host.url, '王梅')]);
  const matchId = await meetByInvitation(ada, mei, { level: 1, scenario: 'three-way-handshake', turnSeconds: 60 });
  const table: TableForTwo = { store, matchId, players: [ada, mei] };

  await answerWrongly(table, 1, { segment: { flags: ['SYN'], data: false, seq: null, ack: null }, state: 'SYN_SENT' });
  await expectTold(table, 1, 'listener-calls');
  await goOn(table);
  await answerWrongly(table, 0, { segment: null, state: 'LISTEN' });
  await expectTold(table, 0, 'active-taken-for-passive');
});

/** The other one predicts rightly. */
async function answerWrongly({ store, matchId, players }: TableForTwo, side: 0 | 1, proposal: Proposal): Promise<void> {
  await Promise.all(players.map((player) => player.asked()));
  const other = side === 0 ? 1 : 0;
  await players[other].answer(answerTo(store.match(matchId), other, 'right'));
  await players[side].answer(proposal);
  await Promise.all(players.map(({ verdict }) => verdict.waitFor()));
}

/** Before the right answer and before the reasons; whoever has predicted rightly is told nothing of themselves. */
async function expectTold({ players }: TableForTwo, side: 0 | 1, id: MisconceptionId): Promise<void> {
  for (const [me, { t, verdict }] of players.entries()) {
    const [own = '', others = ''] = await verdict.getByRole('article').allTextContents();
    const [move, prediction] = me === side ? [own, others] : [others, own];
    const told = t(`misconceptions.${id}.name`) + t(`misconceptions.${id}.text`);
    expect(move.split(t('duel.verdict.right'))[0]).toContain(told);
    expect(prediction).not.toContain(told);
  }
}
