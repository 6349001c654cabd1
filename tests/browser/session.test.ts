/** A class session as its students and the room meet it. The instructor acts as their page does. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { ContestDeed, ContestSettings } from '#protocol/contest.ts';
import { withBrowser } from './browser.ts';
import { signIn } from './desk.ts';
import { expectOpen } from './open-to-all.ts';
import { CHINESE_ON_A_PHONE, type Kind, newPlayer, PHONE, type Player } from './people.ts';
import { playTurn } from './table.ts';
import { type Words, wordsIn } from './words.ts';
import { withHost, withStore } from './with-host.ts';

const LOST_LINK = /ERR_CONNECTION_(REFUSED|RESET|CLOSED)|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED_ENCODING|WebSocket connection/;

const { newPerson, forgetNoise } = withBrowser();
const host = withHost({ VERDICT_SECONDS: '60', GRACE_SECONDS: '60' });
const store = withStore(host);

const ENGLISH_ON_A_PHONE: Kind = { locale: 'en', hands: 'fingers', options: { ...PHONE, locale: 'en-US' } };
const SETTINGS: ContestSettings = {
  title: 'CS 341',
  level: 1,
  rounds: ['three-way-handshake', 'simultaneous-close'],
  turnSeconds: null,
  speedPoints: false,
  pairing: 'lot',
  locale: 'zh-CN',
};

type Desk = { readonly code: string; readonly key: string; readonly act: (deed: ContestDeed) => Promise<void> };

/** An instructor with a session of two rounds. */
async function openSession(): Promise<Desk> {
  const { page } = await signIn(host, newPerson);
  // The link for the first account is used up where it is not the first session.
  forgetNoise();
  const contestId = await post(page, 'contests', { settings: SETTINGS, classId: null, rehearsal: null });
  const [row] = store.rows('SELECT code, projector_key AS key FROM contests WHERE id = ?', String(contestId));
  const act = async (deed: ContestDeed) => {
    await post(page, `contests/${contestId}/actions`, { ...deed, id: crypto.randomUUID() });
  };
  return { code: String(row?.code), key: String(row?.key), act };
}

async function post(page: Page, path: string, data: unknown): Promise<unknown> {
  const response = await page.request.post(`${host.url}/api/${path}`, { data, headers: { origin: host.url } });
  const body = (await response.json()) as { readonly contestId?: string };
  expect(response.ok(), JSON.stringify(body)).toBe(true);
  return body.contestId;
}

async function join({ page, t, button }: Player, name: string): Promise<void> {
  await page.getByLabel(t('join.name')).fill(name);
  await button(t('join.join')).click();
}

async function isIn({ page, t }: Player): Promise<void> {
  await page.getByRole('heading', { level: 1, name: t('session.lobbyTitle') }).waitFor();
}

type Wall = { readonly page: Page; readonly shows: (heading: string) => Promise<void> };

/** In the session's language, whatever its browser prefers. */
async function openWall({ code, key }: Desk): Promise<Wall> {
  const { page } = await newPerson({ viewport: { width: 1280, height: 720 } });
  await page.goto(`${host.url}/projector/${key}`);
  await page.getByText(`${code.slice(0, 3)} ${code.slice(3)}`).waitFor();
  await page.locator('html[lang="zh-CN"]').waitFor();
  await expectOpen(page, 'the wall before the first round');
  return { page, shows: (heading) => page.getByRole('heading', { name: heading }).waitFor() };
}

/** From the start page, with the digits as they stand on the wall. */
async function comesByDigits({ code }: Desk, name: string): Promise<Player> {
  const player = await newPlayer(newPerson, ENGLISH_ON_A_PHONE);
  const { page, t, button } = player;
  await page.goto(host.url);
  await page.getByRole('link', { name: t('home.classOpen') }).click();
  await page.getByLabel(t('join.code')).fill(` ${code.slice(0, 3)} ${code.slice(3)} `);
  await expectOpen(page, 'the six digits');
  await button(t('join.next')).click();
  await join(player, name);
  await isIn(player);
  await expectOpen(page, 'the waiting room');
  return player;
}

/** As the QR code leads, first under a name that somebody has. */
async function comesByQrCode({ code }: Desk, taken: string, name: string): Promise<Player> {
  const player = await newPlayer(newPerson, CHINESE_ON_A_PHONE);
  const { page, t } = player;
  await page.goto(`${host.url}/join/${code}`);
  await join(player, taken);
  await page.getByText(t('faults.name-taken')).waitFor();
  await expectOpen(page, 'a name that is taken');
  await join(player, name);
  await isIn(player);
  return player;
}

async function comesLate({ code }: Desk): Promise<Player> {
  const player = await newPlayer(newPerson, ENGLISH_ON_A_PHONE);
  await player.page.goto(`${host.url}/join/${code}`);
  await join(player, 'Late');
  await player.page.getByRole('heading', { level: 1, name: player.t('session.lateTitle') }).waitFor();
  return player;
}

/** One of the two is asked first, and both are wrong. */
async function playsOneTurn(matchId: string, jonas: Player, mei: Player): Promise<number> {
  const isJonasFirst = store.match(matchId).view.parties[0].name === 'Jonas';
  const { turn } = await playTurn({ store, matchId, players: isJonasFirst ? [jonas, mei] : [mei, jonas] }, ['wrong', 'wrong']);
  return turn;
}

/** The wall is loaded anew; then the host dies and comes back. Nobody does anything about it. */
async function breaksOff({ page }: Wall, chinese: Words): Promise<void> {
  const isHard = page.getByRole('img', { name: chinese('projector.stateShare', { state: 'CLOSED', share: '0%', asked: 1 }) });
  await isHard.waitFor();
  await page.reload();
  await isHard.waitFor();
  await host.kill('SIGKILL');
  await page.getByText(chinese('projector.host')).waitFor();
  await host.restart();
  await page.getByText(chinese('projector.host')).waitFor({ state: 'detached' });
  await page.getByRole('timer').waitFor();
}

/** Back from the match, and through a reload. */
async function standsBetweenRounds({ page, t }: Player): Promise<void> {
  await page.getByRole('link', { name: t('match-page.toSession') }).click();
  await page.getByRole('heading', { level: 1, name: t('session.betweenTitle', { round: 1 }) }).waitFor();
  await page.reload();
  await page.getByText(t('session.rankNote')).waitFor();
  await expectOpen(page, 'between two rounds');
}

test('who is through early practises the rules of the round, until the next one begins', { timeout: 120_000 }, async () => {
  const desk = await openSession();
  const players = new Map<string, Player>();
  for (const name of ['Jonas', 'Mei', 'Ola']) players.set(name, await comesByDigits(desk, name));
  await desk.act({ do: 'start-round', round: 1 });
  const matchIds = new Map(await Promise.all([...players].map(async ([name, player]) => [name, await player.matchId()] as const)));
  // Somebody sits with a bot, and plays on.
  const [one, other] = [...players.keys()].filter((name) => [...matchIds.values()].filter((id) => id === matchIds.get(name)).length === 2);
  const [quick, slow] = [players.get(one ?? ''), players.get(other ?? '')];
  const matchId = matchIds.get(one ?? '');
  if (!quick || !slow || !matchId) throw new Error('no pair');
  const isQuickFirst = store.match(matchId).view.parties[0].name === one;
  await playTurn({ store, matchId, players: isQuickFirst ? [quick, slow] : [slow, quick] }, ['right', 'right']);
  const { page, t, button } = quick;
  await button(t('duel.menu.resign')).filter({ visible: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: t('duel.ask.resign.yes'), exact: true })
    .click();
  await page.getByRole('link', { name: t('match-page.toSession') }).click();
  await page.getByText(t('session.doneText')).waitFor();
  await expectOpen(page, 'a round that one is through with');

  await page.getByRole('link', { name: t('session.practise') }).click();
  await page.waitForURL('**/study/learn?mode=cards&**');
  await page.getByRole('progressbar', { name: t('quiz.bar.progress') }).waitFor();
  await desk.act({ do: 'end-round', round: 1 });
  await desk.act({ do: 'start-round', round: 2 });
  await page.waitForURL(({ pathname }) => /match/.test(pathname) && !pathname.endsWith(matchId));
  await desk.act({ do: 'end' });
  expect(forgetNoise()).toEqual([]);
});

test('two rounds, from the code on the wall to the podium', { timeout: 300_000 }, async () => {
  const desk = await openSession();
  const chinese = wordsIn('zh-CN');
  const wall = await openWall(desk);
  const jonas = await comesByDigits(desk, 'Jonas');
  const mei = await comesByQrCode(desk, 'jonas', '王梅');
  for (const name of ['Jonas', '王梅']) await wall.page.getByRole('listitem').filter({ hasText: name }).waitFor();

  await jonas.page.getByRole('link', { name: jonas.t('header.help') }).click();
  await jonas.page.getByRole('heading', { level: 1, name: jonas.t('help.title') }).waitFor();
  await desk.act({ do: 'start-round', round: 1 });
  const matchId = await jonas.matchId();
  expect(await mei.matchId()).toBe(matchId);
  const late = await comesLate(desk);
  const turn = await playsOneTurn(matchId, jonas, mei);
  await desk.act({ do: 'show', turn: { matchId, turn } });
  await wall.shows(chinese('projector.shownTitle'));
  await desk.act({ do: 'show', turn: null });
  await breaksOff(wall, chinese);
  await desk.act({ do: 'pause' });
  await wall.page.getByText(chinese('projector.paused')).waitFor();
  await desk.act({ do: 'go-on' });

  await desk.act({ do: 'end-round', round: 1 });
  await wall.shows(chinese('projector.hardestTitle'));
  await expectOpen(wall.page, 'the hardest turn');
  await standsBetweenRounds(jonas);
  await jonas.page.getByRole('link', { name: jonas.t('session.replay') }).click();
  await jonas.page.waitForURL('**/replay/*');

  await desk.act({ do: 'start-round', round: 2 });
  for (const { page } of [jonas, mei, late]) await page.waitForURL(({ pathname }) => /match/.test(pathname) && !pathname.endsWith(matchId));
  await desk.act({ do: 'end-round', round: 2 });
  await desk.act({ do: 'end' });
  await wall.shows(chinese('projector.podium'));
  await expectOpen(wall.page, 'the podium');
  await late.page.getByRole('link', { name: late.t('match-page.toSession') }).click();
  await late.page.getByRole('heading', { level: 1, name: late.t('session.overTitle') }).waitFor();
  await expectOpen(late.page, 'the end of a session');
  expect(forgetNoise().filter((complaint) => !LOST_LINK.test(complaint))).toEqual([]);
});

test('a code that nobody gave out, and a wall that nobody has, are refused in words', async () => {
  const { page, t } = await newPlayer(newPerson, ENGLISH_ON_A_PHONE);
  await page.goto(`${host.url}/join/000000`);
  await page.getByRole('button', { name: t('join.join') }).click();
  await page
    .getByRole('alert')
    .filter({ hasText: t('faults.no-such-session') })
    .waitFor();
  await page.goto(`${host.url}/projector/nosuchkey`);
  await page.getByText(t('faults.no-such-session')).waitFor();
  await page.goto(`${host.url}/session/nosuchsession`);
  await page.getByText(t('session.notIn')).waitFor();
  expect(forgetNoise()).toEqual([]);
});
