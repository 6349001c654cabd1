/** What is taken along of a finished match: both files, saved by a browser and read again. */
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { captureOf } from '#game/match/capture.ts';
import type { View } from '#game/match/view.ts';
import { STARTED, storeMatch, strangers } from '../integration/stored-match.ts';
import { begin, playOn } from '../unit/match/games.ts';
import { withBrowser } from './browser.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, newPlayer, type Player } from './people.ts';
import { expectStandalone, readSvg, save } from './svg-file.ts';
import { withHost } from './with-host.ts';

const { newPerson } = withBrowser();
const HOSTILE = '</text><script>';
const host = withHost();
let view: View;
beforeAll(async () => {
  const game = playOn(begin({ scenario: 'whole-life-with-faults', level: 3, seed: 5, parties: strangers('王梅', HOSTILE) }));
  view = game.match.view;
  const opened = openDatabase(join(host.dataDir, 'last-ack.db'));
  if (!opened.ok) throw new Error(opened.detail);
  await storeMatch(opened.database, game);
  opened.close();
});

const ladderOf = ({ button, t }: Player, leg: number) => button(t('duel.downloads.ladder', { leg }));
const linkToCapture = ({ page, t }: Player) => page.getByRole('link', { name: t('duel.downloads.capture') });

test('the ladder of a leg, by keyboard: a file of its own, with every state and every segment', async () => {
  const ada = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  await ada.page.goto(`${host.url}/replay/${view.matchId}`);
  const { name, octets } = await save(ada, ladderOf(ada, 2));
  expect(name).toBe('last-ack-whole-life-with-faults-leg-2.svg');
  const svg = octets.toString('utf8');
  const file = await readSvg(ada.page, svg);
  expectStandalone(svg, file);
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
  const files = await Promise.all([mei, ada].map(async (one) => readSvg(one.page, (await save(one, ladderOf(one, 1))).octets.toString())));
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
