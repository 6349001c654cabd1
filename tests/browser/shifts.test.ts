/** Nothing moves in a match by itself: not at a verdict, not at the next turn or leg, not when somebody goes or a link is lost, not at the end. */
import { expect, test } from 'vitest';
import { withBrowser } from './browser.ts';
import { meetByInvitation } from './meet.ts';
import { DESKTOP, type Kind, newPlayer, PHONE, type Player, playerOn } from './people.ts';
import { type Shift, takeShifts, watchShifts } from './shifts.ts';
import { goOn, playTurn, type TableForTwo } from './table.ts';
import { withHost, withStore } from './with-host.ts';

/** A badge that grows by a letter, at its own place. The page moves by a hundred times as much when a line comes above it. */
const UNSEEN = 0.002;
/** Who goes on to the next leg is the other end: the cards of the two change places, and one of them has the variables. */
const OF_ONES_OWN = 0.01;

const { newPerson, forgetNoise } = withBrowser();
const host = withHost({ VERDICT_SECONDS: '60', GRACE_SECONDS: '60' });
const store = withStore(host);

const KINDS: readonly (readonly [Kind, Kind])[] = [
  [
    { locale: 'en', hands: 'fingers', options: { ...DESKTOP, hasTouch: true, locale: 'en-US' } },
    { locale: 'zh-CN', hands: 'fingers', options: { ...PHONE, locale: 'zh-CN' } },
  ],
  [
    { locale: 'zh-CN', hands: 'fingers', options: { ...DESKTOP, hasTouch: true, locale: 'zh-CN' } },
    { locale: 'en', hands: 'fingers', options: { ...PHONE, locale: 'en-US' } },
  ],
];

test.each(KINDS)('a match stands still: $locale at a desk', async (atADesk, onAPhone) => {
  const ada = await newPlayer(newPerson, atADesk);
  const mei = await newPlayer(newPerson, onAPhone);
  await Promise.all([ada.arrive(host.url, 'Ada'), mei.arrive(host.url, '王梅')]);
  const matchId = await meetByInvitation(ada, mei, { level: 2, scenario: 'simultaneous-open', turnSeconds: 60 });
  const table: TableForTwo = { store, matchId, players: [ada, mei] };
  await Promise.all([ada.asked(), mei.asked()]);
  for (const { page } of table.players) await watchShifts(page);
  await playALeg(table);
  await expectStill(table, 'a leg');
  await loseALink(table);
  await expectStill(table, 'a lost link');
  await leaveAChair(table, onAPhone);
  await expectStill({ ...table, players: [ada] }, 'an empty chair');
  await ada.button(ada.t('duel.menu.resign')).filter({ visible: true }).click();
  await ada.page
    .getByRole('dialog')
    .getByRole('button', { name: ada.t('duel.ask.resign.yes'), exact: true })
    .click();
  await ada.over();
  await expectStill({ ...table, players: [ada] }, 'the end');
});

/** Right and wrong in turn, and on to the first question of the next leg. */
async function playALeg(table: TableForTwo): Promise<void> {
  const legNow = () => store.match(table.matchId).view.turns.at(-1)?.leg;
  for (let n = 0; legNow() === 0; n += 1) {
    await playTurn(table, n % 2 === 0 ? ['right', 'wrong'] : ['wrong', 'right']);
    await goOn(table);
  }
  await Promise.all(table.players.map((player) => player.asked()));
}

async function loseALink({ players: [ada] }: TableForTwo): Promise<void> {
  const { page, t } = ada;
  await page.context().setOffline(true);
  await page.getByText(t('link.lost.network')).waitFor();
  await page.context().setOffline(false);
  await page.getByText(t('link.lost.network')).waitFor({ state: 'detached' });
  forgetNoise();
}

async function leaveAChair({ players: [ada, mei], matchId }: TableForTwo, kind: Kind): Promise<void> {
  const context = mei.page.context();
  await mei.page.close();
  const away = ada.page.getByText(ada.t('duel.presence.away', { name: '王梅' }));
  await away.waitFor();
  const again = playerOn(await context.newPage(), kind);
  await again.page.goto(`${host.url}/match/${matchId}`);
  await away.waitFor({ state: 'detached' });
}

async function expectStill({ players }: { readonly players: readonly Player[] }, when: string): Promise<void> {
  for (const { page } of players) {
    const shifts = await takeShifts(page);
    const told = (which: readonly Shift[]) => which.map(({ value, what }) => `${value.toFixed(4)} ${what.join('; ')}`);
    expect(
      told(shifts.filter(({ value, isAsked }) => value > (isAsked ? OF_ONES_OWN : UNSEEN))),
      `${when}, ${page.viewportSize()?.width} px`,
    ).toEqual([]);
  }
}
