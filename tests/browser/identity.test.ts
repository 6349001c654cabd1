/** Who one is to the host, and what it refuses: told in words, in both languages. */
import { io } from 'socket.io-client';
import { afterEach, describe, expect, test } from 'vitest';
import type { Command } from '#protocol/commands.ts';
import { withBrowser } from './browser.ts';
import { invite, meetByInvitation } from './meet.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, newPlayer, type Player } from './people.ts';
import { playTurn } from './table.ts';
import { withHost, withStore } from './with-host.ts';

/** The browser writes down every answer that is a refusal. */
const REFUSED = /status of 4\d\d/;
const TERMS = { level: 1, turnSeconds: null } as const;
const KINDS = [ENGLISH_AT_A_DESK, CHINESE_ON_A_PHONE];

const { newPerson, forgetNoise } = withBrowser();
const host = withHost({ VERDICT_SECONDS: '60', GRACE_SECONDS: '60' });
const store = withStore(host);
afterEach(() => {
  expect(forgetNoise().filter((complaint) => !REFUSED.test(complaint))).toEqual([]);
});

test('a recovery code carries a player into another browser, in the middle of a match', async () => {
  const mei = await newPlayer(newPerson, CHINESE_ON_A_PHONE);
  const jonas = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  await Promise.all([mei.arrive(host.url, '王梅'), jonas.arrive(host.url, 'Jonas')]);
  const matchId = await meetByInvitation(mei, jonas, TERMS);
  await mei.page.goto(`${host.url}/account`);
  await mei.hands.press(mei.button(mei.t('account.codeMake')));
  const code = await mei.page.getByRole('textbox', { name: mei.t('account.codeOnce') }).inputValue();

  const laptop = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  const { page, t, hands } = laptop;
  await page.goto(`${host.url}/account`);
  await hands.write(page.getByRole('textbox', { name: t('recover.code') }), code.toLowerCase());
  await hands.press(laptop.button(t('recover.submit')));
  await expect.poll(() => page.getByRole('textbox', { name: t('account.name') }).inputValue(), { timeout: 10_000 }).toBe('王梅');
  await hands.press(page.getByRole('link', { name: t('header.matches') }));
  await hands.press(page.getByRole('link', { name: t('matches.resume') }));
  expect(await laptop.matchId()).toBe(matchId);
  await playTurn({ store, matchId, players: [laptop, jonas] });
});

describe.each(KINDS)('in $locale', (kind) => {
  test('a name that cannot be is refused with the reason', async () => {
    const { page, t, hands, button } = await arrived(kind);
    const name = page.getByRole('textbox', { name: t('account.name') });
    const said = (text: string) => page.getByRole('main').getByText(text, { exact: true }).waitFor();
    const cases = [
      ['x', t('faults.bad-name')],
      ['W'.repeat(21), t('faults.bad-name')],
      ['fuck you', t('faults.rude-name')],
      ['傻逼', t('faults.rude-name')],
      ['👩‍👩‍👧‍👦👨‍👩‍👧', t('account.saved')],
    ] as const;
    for (const [typed, words] of cases) {
      await hands.write(name, typed);
      await hands.press(button(t('account.save')));
      await said(words);
    }
  });

  test('what is not there, or is somebody else’s, is told in words', async () => {
    const ada = await arrived(kind);
    const link = await invite(ada, TERMS);
    const { page, t } = await arrived(kind);
    await page.goto(`${host.url}/match/nosuchmatch`);
    await page.getByText(t('faults.no-such-match')).waitFor();
    await page.goto(`${host.url}/invite/AAAAAA`);
    await page.getByText(t('faults.no-such-invitation')).waitFor();
    await page.goto(link);
    await page.getByRole('button', { name: t('invite.accept') }).waitFor();
    await ada.page.goto(link);
    await ada.page.getByRole('heading', { name: t('invite.title') }).waitFor();
    await ada.hands.press(ada.button(t('invite.cancel')));
    await ada.page.getByRole('heading', { name: t('home.title') }).waitFor();
    await page.getByRole('button', { name: t('invite.accept') }).click();
    await page.getByText(t('faults.invitation-used')).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: t('invite.cancelledTitle') }).waitFor();
  });

  test('a stranger may watch an open match, and has no seat in it', async () => {
    const [ada, mei, eve] = [await arrived(kind), await arrived(kind), await arrived(kind)];
    const matchId = await meetByInvitation(ada, mei, TERMS);
    await eve.page.goto(`${host.url}/match/${matchId}`);
    await eve.page.getByText(eve.t('duel.desk.watching')).waitFor();
    expect(await eve.button(eve.t('duel.menu.resign')).count()).toBe(0);
    const before = store.moves(matchId);
    const proposal = { segment: null, state: 'LISTEN' } as const;
    const faults = [
      await faultOf(eve, { type: 'propose', id: 'forged-1', matchId, turn: 0, seat: 'client', proposal }),
      await faultOf(eve, { type: 'resign', id: 'forged-2', matchId }),
      await faultOf(ada, { type: 'propose', id: 'forged-3', matchId, turn: 0, seat: 'server', proposal }),
      await faultOf(ada, { type: 'invite-accept', id: 'forged-4', code: 'AAAAAA' }),
    ];
    expect(faults).toEqual(['not-your-seat', 'not-your-seat', 'not-your-seat', 'no-such-invitation']);
    expect(store.moves(matchId)).toEqual(before);
    await playTurn({ store, matchId, players: [ada, mei] });
  });
});

async function arrived(kind: (typeof KINDS)[number]): Promise<Player> {
  const player = await newPlayer(newPerson, kind);
  await player.page.goto(host.url);
  await player.page
    .locator('input:enabled')
    .and(player.page.getByRole('textbox', { name: player.t('account.name') }))
    .waitFor();
  return player;
}

/** What the host answers to a command that no page would send, in the name of that player. */
async function faultOf({ page }: Player, command: Command): Promise<unknown> {
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const link = io(host.url, { transports: ['websocket'], extraHeaders: { cookie } });
  const answer = await link.timeout(5_000).emitWithAck('command', command);
  link.disconnect();
  return answer.fault;
}
