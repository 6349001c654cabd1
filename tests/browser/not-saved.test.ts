/** Another program holds the database while two players answer: they are told so, keep what they have put together, and send it once more. */
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { SIDES } from '#game/match/vocabulary.ts';
import { withBrowser } from './browser.ts';
import { meetByInvitation } from './meet.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, newPlayer, type Player } from './people.ts';
import { answerTo } from './store.ts';
import { withHost, withStore } from './with-host.ts';

const { newPerson } = withBrowser();
const host = withHost({ VERDICT_SECONDS: '60', GRACE_SECONDS: '60', LOG_LEVEL: 'error' });
const store = withStore(host);

/** As somebody with `sqlite3` may hold it. Gives back how to let go. */
function holdDatabase(): () => void {
  const other = new Sqlite(join(host.dataDir, 'last-ack.db'));
  other.exec('BEGIN IMMEDIATE');
  onTestFinished(() => void other.close());
  return () => other.exec('ROLLBACK');
}

/** Everything that stands in the composer. */
function composed({ page, t }: Player): Promise<readonly string[]> {
  const composer = page.getByRole('region', { name: t('duel.composer.title'), exact: true });
  return composer
    .or(page.getByRole('region', { name: t('duel.composer.predictTitle'), exact: true }))
    .evaluate((region) =>
      [...region.querySelectorAll<HTMLInputElement>('input, [role=radio]')].map((part) =>
        [part.name, part.value, part.checked, part.ariaLabel, part.ariaChecked].join(' '),
      ),
    );
}

test('an answer that cannot be saved is said so, stays in the composer, and goes in once it can', async () => {
  const ada = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  const mei = await newPlayer(newPerson, CHINESE_ON_A_PHONE);
  const players = [ada, mei] as const;
  await Promise.all([ada.arrive(host.url, 'Ada'), mei.arrive(host.url, '王梅')]);
  const matchId = await meetByInvitation(ada, mei, { level: 2, scenario: 'simultaneous-close', turnSeconds: 120 });
  await Promise.all(players.map((player) => player.asked()));
  const match = store.match(matchId);
  const answers = SIDES.map((side) => answerTo(match, side, 'right'));

  const letGo = holdDatabase();
  for (const side of SIDES) {
    const player = players[side];
    const answer = answers[side];
    if (!answer) throw new Error('no answer');
    await player.draft(answer);
    const before = await composed(player);
    await player.seal();
    await player.page.getByText(player.t('faults.not-saved')).waitFor();
    expect(await composed(player)).toEqual(before);
  }
  expect(store.moves(matchId).filter(({ entry }) => entry.type === 'sealed')).toEqual([]);

  letGo();
  for (const player of players) await player.seal();
  await Promise.all(players.map(({ verdict }) => verdict.waitFor()));
  for (const { page, t } of players) expect(await page.getByText(t('faults.not-saved')).count()).toBe(0);
  const sealed = store.moves(matchId).flatMap(({ entry }) => (entry.type === 'sealed' ? [{ side: entry.side, answer: entry.answer }] : []));
  expect(sealed).toEqual(SIDES.map((side) => ({ side, answer: answers[side] })));
});
