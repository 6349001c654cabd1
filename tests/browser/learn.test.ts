/** The pages to learn from: by keyboard and by finger, in both languages, and what is taken along of them. */
import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import { RULES } from '#game/tcp/rules.ts';
import { STATES } from '#game/tcp/vocabulary.ts';
import { withBrowser } from './browser.ts';
import { focusedState, wayTo } from './diagram-keys.ts';
import { expectOpenToAll } from './open-to-all.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, type Kind, newPlayer, type Player } from './people.ts';
import { expectStandalone, readSvg, save } from './svg-file.ts';
import type { Words } from './words.ts';
import { withHost } from './with-host.ts';

const { newPerson } = withBrowser();
const host = withHost();

async function arrive(kind: Kind, path: string): Promise<Player> {
  const player = await newPlayer(newPerson, kind);
  await player.page.goto(host.url + path, { waitUntil: 'networkidle' });
  return player;
}

const diagramOf = ({ page, t }: Player) => page.getByRole('navigation', { name: t('learn.diagram') });
const stateOn = (player: Player, state: string) => diagramOf(player).getByRole('link', { name: state, exact: true });
const headed = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const addressOf = (page: Page) => page.url().slice(host.url.length);

/** The last line of the ladder in it, as a screen reader reads it, once it is there. */
async function lastOf(place: Locator, t: Words): Promise<string | null> {
  return place
    .getByRole('list', { name: t('duel.ladder.title') })
    .getByRole('listitem')
    .last()
    .textContent();
}

/** In the middle of its line: upright, it has no width. */
async function tapOnArrow(arrow: Locator): Promise<void> {
  const { x, y } = await arrow.evaluate((link) => {
    const line = link.querySelector('path');
    if (!line) throw new Error('an arrow without a line');
    link.scrollIntoView({ block: 'center' });
    const middle = line.getPointAtLength(line.getTotalLength() / 2);
    const { x, y } = middle.matrixTransform(line.getScreenCTM() ?? undefined);
    return { x, y };
  });
  await arrow.page().touchscreen.tap(x, y);
}

test('by keyboard from state to state, on to an arrow and its ladder, and back again', async () => {
  const player = await arrive(ENGLISH_AT_A_DESK, '/learn');
  const { page, t } = player;
  await headed(page, t('learn.nothingChosen')).waitFor();
  while (!(await stateOn(player, 'CLOSED').evaluate((link) => link === document.activeElement))) await page.keyboard.press('Tab');
  for (const key of wayTo('CLOSED', 'TIME_WAIT')) await page.keyboard.press(key);
  expect(await focusedState(page)).toBe('TIME_WAIT');
  await page.keyboard.press('Space');
  await headed(page, 'TIME_WAIT').getByText(t('learn.states.TIME_WAIT.many')).waitFor();
  expect(addressOf(page)).toBe('/learn?state=TIME_WAIT');
  await page.getByText(t('learn.chosenState', { state: 'TIME_WAIT' })).waitFor({ state: 'attached' });
  expect(await stateOn(player, 'TIME_WAIT').getAttribute('aria-current')).toBe('true');

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const panel = headed(page, 'TIME_WAIT → CLOSED');
  await panel.getByRole('heading', { name: t('rules.two-msl.name') }).waitFor();
  expect(addressOf(page)).toBe('/learn?from=TIME_WAIT&to=CLOSED');
  expect(await lastOf(panel, t)).toContain(t('duel.ladder.enters', { state: 'CLOSED' }));
  expect(await panel.getByRole('link', { name: t('learn-pictures.tryIt') }).getAttribute('href')).toMatch(
    /^\/practice\?scenario=[a-z0-9-]+&role=(client|server)$/,
  );

  await page.goBack();
  await headed(page, 'TIME_WAIT').waitFor();
  await page.goBack();
  await headed(page, t('learn.nothingChosen')).waitFor();
});

test('every state and every arrow is a link of the diagram, and once more of the list', async () => {
  const player = await arrive(ENGLISH_AT_A_DESK, '/learn');
  const { page, t, hands } = player;
  expect(await diagramOf(player).getByRole('link').count()).toBe(STATES.length + DIAGRAM.length);
  await hands.press(page.getByText(t('learn.listTitle')));
  for (const { from, to } of DIAGRAM)
    await page
      .getByRole('list', { name: `${from}: ${t('learn.arrowsOut')}` })
      .getByRole('link', { name: `→ ${to}` })
      .waitFor();
});

test('on a phone in Chinese the address keeps what was tapped, and the text comes into view', async () => {
  const player = await arrive(CHINESE_ON_A_PHONE, '/learn?state=CLOSE_WAIT');
  const { page, t } = player;
  await headed(page, 'CLOSE_WAIT').getByText(t('learn.states.CLOSE_WAIT.many')).waitFor();
  await page.reload({ waitUntil: 'networkidle' });
  await headed(page, 'CLOSE_WAIT').getByText(t('learn.states.CLOSE_WAIT.act')).waitFor();
  await stateOn(player, 'LAST_ACK').tap();
  await headed(page, 'LAST_ACK').getByText(t('learn.states.LAST_ACK.meaning')).waitFor();
  await page.waitForFunction(() => {
    const { top, bottom } = document.getElementById('chosen')?.getBoundingClientRect() ?? { top: -1, bottom: -1 };
    return top >= 0 && bottom <= window.innerHeight;
  });
  await headed(page, 'LAST_ACK').getByRole('link', { name: '→ CLOSED' }).tap();
  await headed(page, 'LAST_ACK → CLOSED').getByText(t('rules.last-ack-fin-acked.text')).waitFor();
  await tapOnArrow(diagramOf(player).getByRole('link', { name: t('learn.arrow', { from: 'CLOSE_WAIT', to: 'LAST_ACK' }) }));
  await headed(page, 'CLOSE_WAIT → LAST_ACK').getByText(t('rules.close-wait-close.text')).waitFor();
});

test('the diagram is saved as it stands, and opens without the page', async () => {
  const whole = await arrive(ENGLISH_AT_A_DESK, '/learn');
  const first = await save(whole, whole.button(whole.t('learn-pictures.saveDiagram')));
  expect(first.name).toBe('tcp-states.svg');
  const svg = first.octets.toString('utf8');
  const file = await readSvg(whole.page, svg);
  expectStandalone(svg, file);
  expect(file.texts).toEqual(expect.arrayContaining([...STATES, whole.t('learn-pictures.diagram')]));
  expect(file.description?.split('\n')).toHaveLength(DIAGRAM.length);

  const chosen = await arrive(CHINESE_ON_A_PHONE, '/learn?from=FIN_WAIT_1&to=CLOSING');
  await chosen.page.getByRole('checkbox', { name: chosen.t('learn-pictures.withTitle') }).uncheck();
  const second = await save(chosen, chosen.button(chosen.t('learn-pictures.saveDiagram')));
  expect(second.name).toBe('tcp-states-fin_wait_1-closing.svg');
  const other = await readSvg(chosen.page, second.octets.toString('utf8'));
  expect(other.title).toBe(chosen.t('learn-pictures.diagramOfArrow', { from: 'FIN_WAIT_1', to: 'CLOSING' }));
  expect(other.texts).not.toContain(other.title);
  expect(other.texts).toContain(chosen.t('learn.labels.fin'));
  expect(other.size[0]).toBe(file.size[0]);
});

test('a link to a rule leads to it; its example is drawn when it is opened, and can be saved', async () => {
  const player = await arrive(ENGLISH_AT_A_DESK, '/learn/rules#last-ack-fin-acked');
  const { page, t, button } = player;
  const rule = page.locator('#last-ack-fin-acked');
  expect(await rule.evaluate((card) => Math.abs(card.getBoundingClientRect().top) < window.innerHeight)).toBe(true);
  expect(await page.getByRole('article').count()).toBe(RULES.length);
  await rule.getByText(t('learn-pictures.example'), { exact: true }).click();
  expect(await lastOf(rule, t)).toContain(t('duel.ladder.enters', { state: 'CLOSED' }));
  const { name, octets } = await save(player, rule.locator(button(t('learn-pictures.saveLadder'))));
  expect(name).toBe('last-ack-last-ack-fin-acked.svg');
  const svg = octets.toString('utf8');
  expectStandalone(svg, await readSvg(page, svg));
});

test('the rules of one state alone, and all of them again', async () => {
  const { page, t, hands, button } = await arrive(ENGLISH_AT_A_DESK, '/learn/rules');
  await hands.choose(page.getByRole('combobox', { name: t('learn.rules.state') }), 'CLOSING');
  await hands.press(button(t('learn.rules.apply')));
  await page.waitForURL(/state=CLOSING/);
  await page.getByRole('heading', { name: t('rules.closing-fin-acked.name'), exact: true }).waitFor();
  expect(await page.locator('#listen-syn').count()).toBe(0);
  await hands.press(page.getByRole('link', { name: t('learn.rules.clear') }));
  await page.locator('#listen-syn').waitFor();
});

test('nobody is kept out, in either language, at a desk or on a phone of 360 px', { timeout: 240_000 }, async () => {
  const { page, t } = await arrive(ENGLISH_AT_A_DESK, '/learn');
  await expectOpenToAll(page, 'nothing chosen');
  for (const [path, where] of [
    ['/learn?state=LISTEN', 'a state'],
    ['/learn?from=SYN_SENT&to=SYN_RCVD', 'an arrow'],
    ['/learn/rules?state=CLOSING', 'rules'],
  ] as const) {
    await page.goto(host.url + path, { waitUntil: 'networkidle' });
    if (where === 'rules') {
      await page.getByText(t('learn-pictures.example'), { exact: true }).first().click();
      await page.getByRole('button', { name: t('learn-pictures.saveLadder') }).waitFor();
    }
    await expectOpenToAll(page, where);
  }
});
