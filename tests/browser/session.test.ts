/** A class session as its students and the room meet it. The instructor acts as their page does. */
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ContestDeed, ContestSettings } from '#protocol/contest.ts';
import { withBrowser } from './browser.ts';
import { type Host, startHost } from './host.ts';
import { expectOpen } from './open-to-all.ts';
import { CHINESE_ON_A_PHONE, type Kind, newPlayer, PHONE, type Player } from './people.ts';
import { openStore, type Store } from './store.ts';
import { playTurn } from './table.ts';
import { wordsIn } from './words.ts';

const { newPerson, forgetNoise } = withBrowser();
let host: Host;
let store: Store;
beforeAll(async () => {
  host = await startHost({ VERDICT_SECONDS: '60', GRACE_SECONDS: '60' });
  store = openStore(host.dataDir);
});
afterAll(async () => {
  store.close();
  await host.dispose();
});

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
  const { page } = await newPerson();
  const t = wordsIn('en');
  await page.goto(/http:\S+\/account-link\/\S+/.exec(host.said())?.[0] ?? 'no link');
  for (const [label, text] of [
    [t('account-link.email'), 'ada@example.org'],
    [t('account-link.name'), 'Ada'],
    [t('account-link.password'), 'correct horse'],
  ] as const)
    await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByRole('button', { name: t('account-link.submit.set-up'), exact: true }).click();
  await page.getByRole('heading', { level: 1, name: t('instructor.welcome', { name: 'Ada' }) }).waitFor();
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

test('two rounds, from the code on the wall to the podium', { timeout: 300_000 }, async () => {
  const { code, key, act } = await openSession();
  const { page: wall } = await newPerson({ viewport: { width: 1280, height: 720 } });
  const chinese = wordsIn('zh-CN');
  await wall.goto(`${host.url}/projector/${key}`);
  await wall.getByText(`${code.slice(0, 3)} ${code.slice(3)}`).waitFor();
  await wall.locator('html[lang="zh-CN"]').waitFor();
  await expectOpen(wall, 'the wall before the first round');

  const jonas = await newPlayer(newPerson, ENGLISH_ON_A_PHONE);
  await jonas.page.goto(host.url);
  await jonas.page.getByRole('link', { name: jonas.t('home.classOpen') }).click();
  await jonas.page.getByLabel(jonas.t('join.code')).fill(` ${code.slice(0, 3)} ${code.slice(3)} `);
  await expectOpen(jonas.page, 'the six digits');
  await jonas.button(jonas.t('join.next')).click();
  await join(jonas, 'Jonas');
  await isIn(jonas);
  await expectOpen(jonas.page, 'the waiting room');

  const mei = await newPlayer(newPerson, CHINESE_ON_A_PHONE);
  await mei.page.goto(`${host.url}/join/${code}`);
  await join(mei, 'jonas');
  await mei.page.getByText(mei.t('faults.name-taken')).waitFor();
  await expectOpen(mei.page, 'a name that is taken');
  await join(mei, '王梅');
  await isIn(mei);
  for (const name of ['Jonas', '王梅']) await wall.getByRole('listitem').filter({ hasText: name }).waitFor();

  // From whichever page.
  await jonas.page.getByRole('link', { name: jonas.t('header.help') }).click();
  await jonas.page.getByRole('heading', { level: 1, name: jonas.t('help.title') }).waitFor();
  await act({ do: 'start-round', round: 1 });
  const matchId = await jonas.matchId();
  expect(await mei.matchId()).toBe(matchId);
  const late = await newPlayer(newPerson, ENGLISH_ON_A_PHONE);
  await late.page.goto(`${host.url}/join/${code}`);
  await join(late, 'Late');
  await late.page.getByRole('heading', { level: 1, name: late.t('session.lateTitle') }).waitFor();

  const first = store.match(matchId).view.parties[0].name === 'Jonas' ? jonas : mei;
  await playTurn({ store, matchId, players: first === jonas ? [jonas, mei] : [mei, jonas] }, ['wrong', 'wrong']);
  await wall.getByRole('img', { name: chinese('projector.stateShare', { state: 'CLOSED', share: '0%', asked: 1 }) }).waitFor();
  await wall.reload();
  await wall.getByRole('timer').waitFor();
  await act({ do: 'pause' });
  await wall.getByText(chinese('projector.paused')).waitFor();
  await act({ do: 'go-on' });

  await act({ do: 'end-round', round: 1 });
  await wall.getByRole('heading', { name: chinese('projector.hardestTitle') }).waitFor();
  await expectOpen(wall, 'the hardest turn');
  await jonas.page.getByRole('link', { name: jonas.t('match-page.toSession') }).click();
  await jonas.page.getByRole('heading', { level: 1, name: jonas.t('session.betweenTitle', { round: 1 }) }).waitFor();
  await jonas.page.reload();
  await jonas.page.getByText(jonas.t('session.rankNote')).waitFor();
  await expectOpen(jonas.page, 'between two rounds');
  await jonas.page.getByRole('link', { name: jonas.t('session.replay') }).click();
  await jonas.page.waitForURL('**/replay/*');

  await act({ do: 'start-round', round: 2 });
  for (const { page } of [jonas, mei, late]) await page.waitForURL((url) => /match/.test(url.pathname) && !url.pathname.endsWith(matchId));
  await act({ do: 'end-round', round: 2 });
  await act({ do: 'end' });
  await wall.getByRole('heading', { level: 1, name: chinese('projector.podium') }).waitFor();
  await expectOpen(wall, 'the podium');
  await late.page.getByRole('link', { name: late.t('match-page.toSession') }).click();
  await late.page.getByRole('heading', { level: 1, name: late.t('session.overTitle') }).waitFor();
  await expectOpen(late.page, 'the end of a session');
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
