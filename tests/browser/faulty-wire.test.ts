/** Two people whose wire to the host misbehaves, whose tab sleeps, and whose device has its clock set. */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createChance } from '../faulty-wire/chance.ts';
import { allFaults, FAITHFUL } from '../faulty-wire/faults.ts';
import { openWire, type Wire } from '../faulty-wire/wire.ts';
import { expectBoards, expectVerdicts } from './boards.ts';
import { withBrowser } from './browser.ts';
import { type Host, startHost } from './host.ts';
import { meetByInvitation } from './meet.ts';
import { CHINESE_ON_A_PHONE, ENGLISH_AT_A_DESK, newPlayer, type Player } from './people.ts';
import { answerTo, openStore, type Store } from './store.ts';
import { goOn, playToTheEnd, playTurn, type TableForTwo } from './table.ts';

/** How many times as fast as in earnest: the pages' longer waits, and the faults. */
const HURRY = 5;
/** `SLEEP_SECONDS=60`: the minute of a phone in a pocket. */
const SLEEP_MS = 1_000 * Number(process.env.SLEEP_SECONDS ?? 4);
const HOUR = 3_600_000;
/** What the browser writes down of links and requests that the wire has cut. */
const WIRE_NOISE =
  /WebSocket connection|net::ERR_(EMPTY_RESPONSE|CONNECTION_RESET|CONNECTION_CLOSED|INCOMPLETE_CHUNKED_ENCODING)|status of 400/;

const { newPerson, forgetNoise } = withBrowser();
let host: Host;
let store: Store;
let wire: Wire;
beforeAll(async () => {
  host = await startHost({ VERDICT_SECONDS: '60', GRACE_SECONDS: '10' });
  store = openStore(host.dataDir);
  wire = await openWire(host.url, createChance(7), FAITHFUL);
});
afterEach(() => {
  wire.setFaults(FAITHFUL);
  expect(forgetNoise().filter((complaint) => !WIRE_NOISE.test(complaint))).toEqual([]);
});
afterAll(async () => {
  await wire.close();
  store.close();
  await host.dispose();
});

type Prepare = (page: Page) => Promise<unknown>;

async function meet(turnSeconds: 60 | null, prepare: Prepare): Promise<TableForTwo> {
  const ada = await newPlayer(newPerson, ENGLISH_AT_A_DESK);
  const mei = await newPlayer(newPerson, CHINESE_ON_A_PHONE);
  await Promise.all([ada, mei].map(({ page }) => prepare(page)));
  await Promise.all([ada.arrive(wire.url, 'Ada'), mei.arrive(wire.url, '王梅')]);
  const matchId = await meetByInvitation(ada, mei, { level: 1, scenario: 'connection-refused', turnSeconds });
  return { store, matchId, players: [ada, mei] };
}

/** A page whose waits of a second and more are over sooner. */
function hurry(page: Page): Promise<unknown> {
  return page.addInitScript((times) => {
    const { setTimeout: wait } = window;
    const hurried = (callback: TimerHandler, ms = 0, ...more: unknown[]) => wait(callback, ms < 1_000 ? ms : ms / times, ...more);
    window.setTimeout = hurried as typeof setTimeout;
  }, HURRY);
}

/** A page whose date can be set by `setDate`. */
function withDate(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const RealDate = Date;
    const now = () => RealDate.now() + Number(document.documentElement.dataset.dateShift ?? 0);
    window.Date = class extends RealDate {
      constructor(...given: [] | [number]) {
        super(given[0] ?? now());
      }
      static override now = now;
    } as DateConstructor;
  });
}

function setDate({ page }: Player, by: number): Promise<void> {
  return page.evaluate((ms) => {
    document.documentElement.dataset.dateShift = String(ms);
  }, by);
}

test('a match over a wire with every fault: both pages show the ladder and the score that the host has stored', {
  timeout: 240_000,
}, async () => {
  const table = await meet(null, hurry);
  wire.setFaults(allFaults(HURRY));
  await playToTheEnd(table, {
    look: async (turn) => {
      await expectVerdicts(table, turn);
      await expectBoards(table);
    },
  });
  const { view } = store.match(table.matchId);
  expect(view.ended?.reason).toBe('played');
  expect(store.results(table.matchId).map(({ points }) => points)).toEqual(view.scores.map(({ points }) => points));
  expect(wire.tally.cut).toBeGreaterThan(0);
});

/** Nothing of the page runs any more, until it is woken. Chromium freezes no page that is looked at, so it is the debugger that stops it. */
async function fallAsleep({ page }: Player): Promise<() => Promise<unknown>> {
  const phone = await page.context().newCDPSession(page);
  const asleep = new Promise((resolve) => phone.once('Debugger.paused', resolve));
  await phone.send('Debugger.enable');
  await phone.send('Debugger.pause');
  await asleep;
  return async () => {
    await phone.send('Debugger.resume');
    await phone.detach();
  };
}

test('a phone that is locked until a bot has its seat comes back as the same player, and has missed what the bot has played', async () => {
  const table = await meet(null, async () => {});
  const [ada, mei] = table.players;
  await Promise.all([ada.asked(), mei.asked()]);
  const wake = await fallAsleep(mei);
  wire.cutAll();
  await ada.page.getByText(ada.t('duel.presence.bot', { name: '王梅' })).waitFor();
  const judged = await playTurn({ ...table, players: [ada] });
  await ada.page.waitForTimeout(SLEEP_MS);
  await wake();
  await ada.page.getByText(ada.t('duel.presence.bot', { name: '王梅' })).waitFor({ state: 'detached' });
  await mei.verdict.waitFor();
  await expectVerdicts(table, judged);
  await goOn(table);
  const next = await playTurn(table);
  await expectVerdicts(table, next);
  await expectBoards(table);
  expect(next.closed?.verdicts.map(({ by }) => by)).toEqual(['player', 'player']);
  const ofMei = store.moves(table.matchId).map(({ entry }) => ('side' in entry && entry.side === 1 ? entry.type : null));
  expect(ofMei.filter((type) => type !== null && ['away', 'bot-took', 'back'].includes(type))).toEqual(['away', 'bot-took', 'back']);
});

test('a device whose clock is set counts down as before, and what it says is sealed', async () => {
  const table = await meet(60, withDate);
  const [ada, mei] = table.players;
  const left = async ({ page }: Player) => Number((await page.getByRole('timer').first().getAttribute('aria-label'))?.match(/\d+/)?.[0]);
  await Promise.all([ada.asked(), mei.asked()]);
  for (const jump of [HOUR, -HOUR, 400 * 24 * HOUR]) {
    const before = await left(mei);
    await setDate(mei, jump);
    await mei.page.waitForFunction(
      (seconds) => !document.querySelector('[role=timer]')?.getAttribute('aria-label')?.includes(seconds),
      String(before),
    );
    const after = await left(mei);
    expect(after).toBeLessThan(before);
    expect(after).toBeGreaterThan(before - 15);
  }
  await mei.answer(answerTo(store.match(table.matchId), 1, 'right'));
  await mei.sealed.waitFor();
  await ada.answer(answerTo(store.match(table.matchId), 0, 'right'));
  await Promise.all([ada.verdict.waitFor(), mei.verdict.waitFor()]);
  await expectBoards(table);
});
