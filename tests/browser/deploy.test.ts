/** A newer build takes the place of the older one while students wait for a round: their pages were made by the older one. */
import { expect, test } from 'vitest';
import type { ContestDeed, ContestSettings } from '#protocol/contest.ts';
import { withBrowser } from './browser.ts';
import { type Desk, signIn } from './desk.ts';
import { makeOtherBuild } from './other-build.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, type Kind, newPlayer, type Player } from './people.ts';
import { playTurn } from './table.ts';
import { withHost, withStore } from './with-host.ts';

const LOST_LINK = /ERR_CONNECTION_(REFUSED|RESET|CLOSED)|ERR_EMPTY_RESPONSE|WebSocket connection/;
const SETTINGS: ContestSettings = {
  title: 'CS 341',
  level: 1,
  rounds: ['three-way-handshake'],
  turnSeconds: null,
  speedPoints: false,
  pairing: 'lot',
  locale: 'en',
};

const { newPerson, forgetNoise } = withBrowser();
const host = withHost({ VERDICT_SECONDS: '60', GRACE_SECONDS: '60' });
const store = withStore(host);

async function post({ page }: Desk, path: string, data: unknown): Promise<{ readonly contestId?: string }> {
  const response = await page.request.post(`${host.url}/api/${path}`, { data, headers: { origin: host.url } });
  expect(response.ok()).toBe(true);
  return (await response.json()) as { readonly contestId?: string };
}

async function comeIn(kind: Kind, code: string, name: string): Promise<Player> {
  const player = await newPlayer(newPerson, kind);
  const { page, t, button } = player;
  await page.goto(`${host.url}/join/${code}`);
  await page.getByLabel(t('join.name')).fill(name);
  await button(t('join.join')).click();
  await page.getByRole('heading', { level: 1, name: t('session.lobbyTitle') }).waitFor();
  return player;
}

/** As whoever stays on a page would notice: a value that the page has does not outlive it. */
const mark = ({ page }: Player) => page.evaluate(() => void Object.assign(window, { isOfTheOlderBuild: true }));
const isMarked = ({ page }: Player) => page.evaluate(() => 'isOfTheOlderBuild' in window);

test('a round calls students from pages of an older build, and they play it', { timeout: 180_000 }, async () => {
  const desk = await signIn(host, newPerson);
  const { contestId = '' } = await post(desk, 'contests', { settings: SETTINGS, classId: null, rehearsal: null });
  const code = String(store.rows('SELECT code FROM contests WHERE id = ?', contestId)[0]?.code);
  const act = (deed: ContestDeed) => post(desk, `contests/${contestId}/actions`, { ...deed, id: crypto.randomUUID() });
  const ada = await comeIn(ENGLISH_AT_A_DESK, code, 'Ada');
  const mei = await comeIn(CHINESE_ON_A_PHONE, code, '王梅');
  await Promise.all([ada, mei].map(mark));

  expect((await host.kill('SIGTERM')).code).toBe(0);
  await host.restart(makeOtherBuild());
  await act({ do: 'start-round', round: 1 });
  const matchId = await ada.matchId();
  expect(await mei.matchId()).toBe(matchId);
  await Promise.all([ada.asked(), mei.asked()]);
  expect(await Promise.all([ada, mei].map(isMarked))).toEqual([false, false]);
  const isAdaFirst = store.match(matchId).view.parties[0].name === 'Ada';
  await playTurn({ store, matchId, players: isAdaFirst ? [ada, mei] : [mei, ada] }, ['right', 'right']);
  await act({ do: 'end-round', round: 1 });
  for (const { page, t } of [ada, mei]) {
    await page.getByRole('link', { name: t('match-page.toSession') }).click();
    await page.getByRole('heading', { level: 1, name: t('session.betweenTitle', { round: 1 }) }).waitFor();
  }
  expect(forgetNoise().filter((complaint) => !LOST_LINK.test(complaint))).toEqual([]);
});
