/** What is taken along of a finished match: both files, saved by a browser and read again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { captureOf } from '#game/match/capture.ts';
import type { View } from '#game/match/view.ts';
import { STARTED, storeMatch, strangers } from '../integration/stored-match.ts';
import { begin, playOn } from '../unit/match/games.ts';
import { withBrowser } from './browser.ts';
import { type Host, startHost } from './host.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, newPlayer, type Player } from './people.ts';

const { newPerson } = withBrowser();
/** No script, no style sheet, no picture or page from elsewhere. */
const DRAWN_WITH = ['svg', 'title', 'desc', 'g', 'line', 'path', 'rect', 'circle', 'text'];
const HOSTILE = '</text><script>';
let host: Host;
let view: View;
beforeAll(async () => {
  host = await startHost();
  const game = playOn(begin({ scenario: 'whole-life-with-faults', level: 3, seed: 5, parties: strangers('王梅', HOSTILE) }));
  view = game.match.view;
  const opened = openDatabase(join(host.dataDir, 'last-ack.db'));
  if (!opened.ok) throw new Error(opened.detail);
  await storeMatch(opened.database, game);
  opened.close();
});
afterAll(() => host.dispose());

async function save({ page, hands }: Player, target: Locator): Promise<{ readonly name: string; readonly octets: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), hands.press(target)]);
  return { name: download.suggestedFilename(), octets: readFileSync(await download.path()) };
}

const ladderOf = ({ button, t }: Player, leg: number) => button(t('duel.downloads.ladder', { leg }));
const linkToCapture = ({ page, t }: Player) => page.getByRole('link', { name: t('duel.downloads.capture') });

/** What another program would find in the file. */
function read(page: Page, svg: string) {
  return page.evaluate(async (text) => {
    const root = new DOMParser().parseFromString(text, 'image/svg+xml').documentElement;
    const all = [root, ...root.querySelectorAll('*')];
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    await image.decode();
    const painted = [...root.querySelectorAll('text, line, rect, path, circle')];
    return {
      names: [...new Set(all.map(({ localName }) => localName))].sort(),
      attributes: [...new Set(all.flatMap((one) => one.getAttributeNames()))],
      unpainted: painted.filter((one) => !one.hasAttribute('fill') || !one.hasAttribute('stroke')).length,
      texts: [...root.querySelectorAll('text:not([aria-hidden])')].map(({ textContent }) => textContent),
      title: root.querySelector('title')?.textContent,
      description: root.querySelector('desc')?.textContent,
      size: [image.naturalWidth, image.naturalHeight],
    };
  }, svg);
}

test('the ladder of a leg, by keyboard: a file of its own, with every state and every segment', async () => {
  const ada = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  await ada.page.goto(`${host.url}/replay/${view.matchId}`);
  const { name, octets } = await save(ada, ladderOf(ada, 2));
  expect(name).toBe('last-ack-whole-life-with-faults-leg-2.svg');
  const svg = octets.toString('utf8');
  expect(svg).not.toMatch(/var\(|url\(/);
  const file = await read(ada.page, svg);
  expect(file.attributes.filter((one) => /^(class|style|(xlink:)?href|on.*)$/.test(one))).toEqual([]);
  expect(file.names.filter((one) => !DRAWN_WITH.includes(one))).toEqual([]);
  expect(file.unpainted).toBe(0);
  expect(file.size[0]).toBe(760);
  const title = { scenario: ada.t('scenarios.whole-life-with-faults.title'), leg: 2, client: HOSTILE, server: '王梅' };
  expect(file.title).toBe(ada.t('duel.downloads.picture', title));
  const outcomes = view.turns.filter(({ leg }) => leg === 1).flatMap(({ closed }) => closed?.outcomes ?? []);
  for (const { state, segment } of outcomes) {
    expect(file.texts).toContain(state);
    if (segment) expect(file.texts.join(' ')).toContain(`seq=${segment.seq}`);
  }
  for (const word of [HOSTILE, '王梅', ada.t('duel.players.roles.client')]) expect(file.texts).toContain(word);
  expect(file.description).toContain(ada.t('duel.ladder.enters', { state: outcomes.at(-1)?.state ?? '' }));
});

test('on a phone and in Chinese the file is as large, and speaks Chinese', async () => {
  const mei = await newPlayer(newPerson, CHINESE_ON_A_PHONE);
  const ada = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  for (const { page } of [mei, ada]) await page.goto(`${host.url}/replay/${view.matchId}`);
  const files = await Promise.all([mei, ada].map(async (one) => read(one.page, (await save(one, ladderOf(one, 1))).octets.toString())));
  expect(files[0]?.size).toEqual(files[1]?.size);
  expect(files[0]?.texts).toContain(mei.t('duel.players.roles.server'));
});

test('the capture is what both legs sent, and the end of a match offers it too', async () => {
  const ada = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  for (const path of ['replay', 'match']) {
    await ada.page.goto(`${host.url}/${path}/${view.matchId}`);
    const { name, octets } = await save(ada, linkToCapture(ada));
    expect(name).toBe('last-ack-whole-life-with-faults.pcap');
    expect(octets.equals(captureOf(view.turns, STARTED))).toBe(true);
    expect((await save(ada, ladderOf(ada, 1))).name).toBe('last-ack-whole-life-with-faults-leg-1.svg');
  }
});
