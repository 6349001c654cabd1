/** The browser's own code over a wire that loses one message, or falls silent: whatever is lost, nobody is left waiting. */
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { calledMatchOf } from '#components/session/situation.ts';
import type { View } from '#game/match/view.ts';
import { studyAnswers } from '#db/study-schema.ts';
import { createDesk } from '../../../bench/class/desk.ts';
import { createChance } from '../../faulty-wire/chance.ts';
import { allFaults, FAITHFUL } from '../../faulty-wire/faults.ts';
import { type NewTab, prepareTabs, type Tab } from '../../faulty-wire/tab.ts';
import { openWire, type Wire } from '../../faulty-wire/wire.ts';
import { startHost, type TestHost } from './host.ts';

/** Silence that a page bears for 20 seconds is over in one. */
const HURRY = 20;
let newTab: NewTab;
beforeAll(async () => {
  newTab = await prepareTabs(HURRY);
});

type Place = { readonly host: TestHost; readonly wire: Wire; readonly open: () => Tab };

async function aWire(): Promise<Place> {
  const host = await startHost();
  const wire = await openWire(host.url, createChance(1), FAITHFUL);
  onTestFinished(wire.close);
  const open = () => {
    const tab = newTab(wire.url);
    onTestFinished(tab.close);
    return tab;
  };
  return { host, wire, open };
}

type Watched<T> = { readonly get: () => T; readonly subscribe: (changed: () => void) => () => void };

function until<T, R>({ get, subscribe }: Watched<T>, look: (value: T) => R | null): Promise<R> {
  return new Promise((resolve) => {
    const end = subscribe(() => see());
    function see(): void {
      const found = look(get());
      if (found === null) return;
      end();
      resolve(found);
    }
    see();
  });
}

/** A match that is watched: its store. */
function watches(tab: Tab, matchId: string) {
  const { store, hold } = tab.watchOfMatch(matchId);
  onTestFinished(hold());
  return store;
}

const seen = (store: ReturnType<typeof watches>, isSo: (view: View) => boolean) =>
  until(store, ({ view }) => (view && isSo(view) ? view : null));

async function ok<T extends { readonly ok: boolean }>(answer: Promise<T>): Promise<T & { readonly ok: true }> {
  const given = await answer;
  if (!given.ok) throw new Error(`refused: ${JSON.stringify(given)}`);
  return given as T & { readonly ok: true };
}

const resign = (tab: Tab, matchId: string) => ok(tab.send({ type: 'resign', matchId }));
const tutorial = async (tab: Tab) => (await ok(tab.send({ type: 'tutorial-start' }))).matchId;

test.each(['"matched"', '"type":"queue-join"'])('waiting in the queue, %s is lost: the match is found all the same', async (part) => {
  const { wire, open } = await aWire();
  const [one, other] = [open(), open()];
  const lost = wire.loseNext(part);
  const found = [one, other].map(({ QUEUES }) => {
    onTestFinished(QUEUES[1].hold());
    return until(QUEUES[1].store, ({ matchId }) => matchId);
  });
  await lost;
  const [first, second] = await Promise.all(found);
  expect(first).toBe(second);
});

test('the last event for a long while is lost: the page asks for the view anew', async () => {
  const { wire, open } = await aWire();
  const tab = open();
  const matchId = await tutorial(tab);
  const store = watches(tab, matchId);
  await seen(store, () => true);
  const lost = wire.loseNext('"type":"ended"');
  await Promise.all([lost, resign(tab, matchId)]);
  expect((await seen(store, ({ ended }) => ended !== null)).ended?.reason).toBe('resigned');
});

test.each(['"type":"resign"', '{"ok":true}'])('%s is lost: the command is said again, and done once', async (part) => {
  const { host, wire, open } = await aWire();
  const tab = open();
  const matchId = await tutorial(tab);
  const lost = wire.loseNext(part);
  await resign(tab, matchId);
  await lost;
  const found = await host.store.load(matchId);
  expect(found?.entries.filter(({ type }) => type === 'ended')).toHaveLength(1);
});

test.each([
  ['the first word of the link', '"sid":"'],
  ['the browser’s wish to be let in', '40'],
])('%s is lost: the link is opened again', async (_, part) => {
  const { wire, open } = await aWire();
  const lost = wire.loseNext(part);
  const tab = open();
  const matchId = tutorial(tab);
  await lost;
  expect(await matchId).toMatch(/./);
});

test('a link that is open at both ends and carries nothing is given up for another one', async () => {
  const { wire, open } = await aWire();
  const tab = open();
  const matchId = await tutorial(tab);
  wire.silenceAll();
  await resign(tab, matchId);
  expect(wire.tally.links).toBe(2);
});

test('so is one over which nobody has anything to say', async () => {
  const { wire, open } = await aWire();
  const [mine, other] = [open(), open()];
  const { code } = await ok(mine.send({ type: 'invite', level: 1, scenario: 'three-way-handshake', turnSeconds: null }));
  const { matchId } = await ok(other.send({ type: 'invite-accept', code }));
  const store = watches(mine, matchId);
  await seen(store, () => true);
  wire.silenceAll();
  await resign(other, matchId);
  expect((await seen(store, ({ ended }) => ended !== null)).ended).toMatchObject({ by: 1 });
});

test('a phone that was locked looks at the match as soon as it is back', async () => {
  const { open } = await aWire();
  const [phone, other] = [open(), open()];
  const { code } = await ok(phone.send({ type: 'invite', level: 1, scenario: 'three-way-handshake', turnSeconds: null }));
  const { matchId } = await ok(other.send({ type: 'invite-accept', code }));
  const store = watches(phone, matchId);
  await seen(store, () => true);
  phone.freeze();
  await resign(other, matchId);
  expect(store.get().view?.ended).toBeNull();
  phone.wake();
  expect((await seen(store, ({ ended }) => ended !== null)).viewer).toBe(0);
});

test('a match that is left and looked at again is watched, though the first "unwatch" was lost', async () => {
  const { wire, open } = await aWire();
  const [mine, other] = [open(), open()];
  const { code } = await ok(mine.send({ type: 'invite', level: 1, scenario: 'three-way-handshake', turnSeconds: null }));
  const { matchId } = await ok(other.send({ type: 'invite-accept', code }));
  const { store, hold } = mine.watchOfMatch(matchId);
  const release = hold();
  await seen(store, () => true);
  const lost = wire.loseNext('"unwatch"');
  release();
  await lost;
  onTestFinished(hold());
  const theirs = watches(other, matchId);
  await seen(theirs, ({ presence }) => presence[0] === 'away');
  await seen(theirs, ({ presence }) => presence[0] === 'here');
  await resign(other, matchId);
  await seen(store, ({ ended }) => ended !== null);
});

test('in a class session the call to a match is lost, both ways in which it comes: the student is called', async () => {
  const { host, wire, open } = await aWire();
  const desk = await createDesk(host.url, (await host.setUpPath()) ?? '');
  onTestFinished(desk.close);
  const [one, other] = [open(), open()];
  const views = await Promise.all(
    [one, other].map(async (tab, n) => {
      const { contestId } = await ok(tab.send({ type: 'contest-join', code: desk.code, name: `Student ${n}`, personal: null }));
      const { store, hold } = tab.watchOf({ viewer: 'student', contestId });
      onTestFinished(hold());
      await until(store, ({ view }) => view);
      return store;
    }),
  );
  wire.setFaults({ ...FAITHFUL, lost: 1 });
  await desk.act({ do: 'start-round', round: 1 });
  await expect.poll(() => wire.tally.lost, { timeout: 5_000 }).toBeGreaterThanOrEqual(4);
  wire.setFaults(FAITHFUL);
  const called = await Promise.all(views.map((store) => until(store, ({ view }) => view?.viewer === 'student' && calledMatchOf(view))));
  expect(called[0]).toBe(called[1]);
});

test('what is learnt alone is kept once each, over a wire that loses answers and doubles requests', async () => {
  const { host, wire, open } = await aWire();
  const tab = open();
  const playerId = await tab.me();
  wire.setFaults({ ...allFaults(HURRY), unanswered: 0.3, doubled: 0.5, cut: 0, halfOpen: 0, stalled: 0 });
  const ids = Array.from({ length: 20 }, (_, n) => `answer-${n}`);
  for (const id of ids) {
    tab.addAnswer(playerId, { id, card: 'rule:data', kind: 'answer', mode: 'learn', grade: 3, at: Date.now() - 60_000, ms: null });
    await tab.tellAnswers(playerId);
  }
  await expect.poll(async () => (await tab.tellAnswers(playerId)).isDone).toBe(true);
  const kept = host.database.orm.select().from(studyAnswers).all();
  expect(kept.map(({ id }) => id).sort()).toEqual([...ids].sort());
  expect(wire.tally.unanswered).toBeGreaterThan(0);
});
