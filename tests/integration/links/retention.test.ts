/** What is kept for longer than RETENTION_DAYS goes: on the host as it runs, with what was played on it. */
import { eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { matches, players } from '#db/schema.ts';
import { createRetentionStore } from '#db/retention.ts';
import { FORMER_PLAYER } from '#game/match/vocabulary.ts';
import type { MatchesAnswer } from '#protocol/api.ts';
import type { StorageAnswer } from '#protocol/storage.ts';
import type { HomeworkAnswer, TryAnswer } from '#protocol/homework.ts';
import { createSweeper, type Swept } from '#server/admin/sweeper.ts';
import { temporaryFolder } from '../temporary.ts';
import { acts, askAs, newContest, watchContest } from './contest-room.ts';
import { answers, newDuel, playBoth, sit, type Duel } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { newAdmin } from './instructor.ts';
import { newGuest, newId, newPlayer, openLink, type Link } from './player.ts';
import { askingAs, linkPlayer, newClass } from './roster.ts';

const DAY_MS = 86_400_000;
const LONG_AGO = Date.now() - 400 * DAY_MS;

async function notSeenSince({ database: { orm, write } }: TestHost, at: number, ...links: readonly Pick<Link, 'guest'>[]): Promise<void> {
  const ids = links.map(({ guest }) => guest.playerId);
  await write(() => void orm.update(players).set({ lastSeenAt: at }).where(inArray(players.id, ids)).run());
}

async function endedAt({ database: { orm, write } }: TestHost, at: number, ...matchIds: readonly string[]): Promise<void> {
  await write(() => void orm.update(matches).set({ startedAt: at, endedAt: at }).where(inArray(matches.id, matchIds)).run());
}

/** Sweeps once; whoever is named has a link. */
function sweeping({ database }: TestHost, days: number, ...here: readonly string[]): Promise<Swept> {
  return new Promise((swept, failed) => {
    const isHere = (playerId: string) => here.includes(playerId);
    createSweeper({ store: createRetentionStore(database), days, isHere, swept, now: Date.now, log: failed }).start();
  });
}

function everything({ database: { orm } }: TestHost): string {
  const tables = orm.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`);
  return JSON.stringify(tables.map(({ name }) => orm.all(`SELECT * FROM "${name}"`)));
}

const counts = ({ database }: TestHost, days: number) => createRetentionStore(database).count(Date.now() - days * DAY_MS, 1_000);

async function playAnother(host: TestHost, one: Link, other: Link): Promise<Duel> {
  const { code } = await one.get({ type: 'invite', level: 1, scenario: 'three-way-handshake', turnSeconds: null });
  const { matchId } = await other.get({ type: 'invite-accept', code });
  const duel: Duel = { matchId, seats: [await sit(0, one, matchId), await sit(1, other, matchId)] };
  await playBoth(host, duel);
  return duel;
}

/** More answers in self-study than go in one step, and a challenge. */
async function learns(host: TestHost, { guest }: Link, many: number): Promise<void> {
  const one = { card: 'rule:data', kind: 'answer', mode: 'learn', grade: 3, at: Date.now(), ms: null };
  for (let told = 0; told < many; told += 200)
    await askAs(host, guest, 'POST', 'study/answers', { answers: Array.from({ length: 200 }, () => ({ ...one, id: newId() })) });
  await askAs(host, guest, 'POST', 'study/papers', { id: newId(), kind: 'daily' });
  const { orm } = host.database;
  expect(orm.all('SELECT 1 FROM study_answers UNION ALL SELECT 1 FROM papers')).toHaveLength(many + 1);
}

test('who has not come for long is erased, and matches in which nobody is left go with all that hangs on them', {
  timeout: 30_000,
}, async () => {
  const host = await startHost();
  const duel = await newDuel(host);
  await playBoth(host, duel);
  const [ada, bob] = duel.seats.map(({ link }) => link) as [Link, Link];
  await ada.get({ type: 'dispute', matchId: duel.matchId, turn: 0, comment: 'mine' });
  await bob.get({ type: 'report-name', matchId: duel.matchId });
  await learns(host, ada, 600);
  const cleo = await newPlayer(host);
  const kept = await playAnother(host, ada, cleo);
  const young = await playAnother(host, ada, bob);
  const { matchId: open } = await cleo.get({ type: 'bot-start', level: 1, strength: 'novice', scenario: null, turnSeconds: null });
  await notSeenSince(host, LONG_AGO, ada, bob, cleo);
  await endedAt(host, LONG_AGO, duel.matchId, kept.matchId);

  expect(counts(host, 500)).toEqual({ players: 0, matches: 0 });
  const swept = { players: 2, matches: 1 };
  expect(counts(host, 365)).toEqual(swept);
  expect(await sweeping(host, 365)).toEqual(swept);
  expect(counts(host, 365)).toEqual({ players: 0, matches: 0 });

  const left = everything(host);
  for (const gone of [ada, bob]) expect(left).not.toMatch(new RegExp(`${gone.guest.playerId}|${gone.guest.name}`));
  expect(left).not.toContain(duel.matchId);
  expect(left).toContain(young.matchId);
  expect(host.database.orm.all('PRAGMA foreign_key_check')).toEqual([]);
  const own = await fetch(`${host.url}/api/matches`, { headers: { cookie: cleo.guest.cookie } });
  expect(((await own.json()) as MatchesAnswer).matches).toMatchObject([
    { matchId: open, result: 'open' },
    { matchId: kept.matchId, opponent: { name: FORMER_PLAYER } },
  ]);
  await expect(openLink(host, ada.guest)).rejects.toThrow('not-signed-in');
});

test('whoever is on a roster, is there now or has come since stays', async () => {
  const host = await startHost();
  const ask = askingAs(host, await newAdmin(host));
  const { roster } = await newClass(ask, 'Networks', 'Ada,1,');
  const [student, here, back, old] = await Promise.all([newGuest(host), newGuest(host), newGuest(host), newGuest(host)]);
  await linkPlayer(host, roster[0]?.studentId, student.playerId);
  await notSeenSince(host, LONG_AGO, ...[student, here, back, old].map((guest) => ({ guest })));
  await fetch(`${host.url}/api/me`, { headers: { cookie: back.cookie } });
  await expect.poll(() => counts(host, 365)).toEqual({ players: 2, matches: 0 });
  expect(await sweeping(host, 365, here.playerId)).toEqual({ players: 1, matches: 0 });
  const ids = host.database.orm.select({ id: players.id }).from(players).all();
  expect(ids.map(({ id }) => id).sort()).toEqual([student, here, back].map(({ playerId }) => playerId).sort());
});

test('what was played for a class stays: homework with its student, a session with a former player in it', async () => {
  const host = await startHost();
  const guest = await newGuest(host);
  const admin = await newAdmin(host);
  const ines = { cookie: `${admin.cookie()}; ${guest.cookie}` };
  const { path, roster } = await newClass(askingAs(host, admin), 'Networks', 'Ada,1,');
  const homework = { title: 'Week 3', dueAt: Date.now() + DAY_MS, tasks: [{ scenario: 'half-close', level: 1 }], goal: null };
  const { key } = (await askAs<HomeworkAnswer>(host, ines, 'POST', `classes${path}/homework`, homework)).body.homework;
  const [phone, laptop] = [await newPlayer(host), await newPlayer(host)];
  const claims = ({ guest: student }: Link) => askAs(host, student, 'POST', `homework/${key}/student`, { personal: roster[0]?.code });
  await claims(phone);
  const { matchId } = (await askAs<TryAnswer>(host, phone.guest, 'POST', `homework/${key}/tries`, { id: newId(), task: 0 })).body;
  await claims(laptop);
  await phone.watch(matchId);
  await phone.get({ type: 'resign', matchId });

  const contestId = await newContest(host, ines);
  const overview = await watchContest(await openLink(host, { ...guest, cookie: ines.cookie }), { viewer: 'instructor', contestId });
  const zoe = await newPlayer(host);
  await zoe.get({ type: 'contest-join', code: overview.view().code ?? '', name: 'Zoe', personal: null });
  await acts(host, ines, contestId, { do: 'start-round', round: 1 });
  const inClass = await zoe.matched();
  await acts(host, ines, contestId, { do: 'end' });
  await notSeenSince(host, LONG_AGO, phone, laptop, zoe);
  await endedAt(host, LONG_AGO, matchId, inClass);

  expect(counts(host, 365)).toEqual({ players: 1, matches: 0 });
  expect(await sweeping(host, 365)).toEqual({ players: 1, matches: 0 });
  const left = host.database.orm.select({ id: matches.id, one: matches.player0 }).from(matches).all();
  expect(left).toEqual(
    expect.arrayContaining([
      { id: matchId, one: phone.guest.playerId },
      { id: inClass, one: null },
    ]),
  );
  expect(everything(host)).not.toMatch(/Zoe/);
});

test('a host with the setting sweeps as it starts, while others play, and tells the administrator what is next', async () => {
  const folder = temporaryFolder();
  const first = await startHost({}, folder);
  const admin = { cookie: (await newAdmin(first)).cookie() };
  const read = async ({ url }: TestHost) => (await askAs<StorageAnswer>({ url } as TestHost, admin, 'GET', 'admin/storage')).body;
  expect((await read(first)).retention).toEqual({ days: 0, next: null });
  const gone = await Promise.all(Array.from({ length: 20 }, () => newGuest(first)));
  await notSeenSince(first, LONG_AGO, ...gone.map((guest) => ({ guest })));
  await first.stop();

  const host = await startHost({ RETENTION_DAYS: '365' }, folder);
  const duel = await newDuel(host);
  for (const seat of duel.seats) await answers(host, seat);
  await expect.poll(async () => (await read(host)).retention, { timeout: 5_000 }).toEqual({ days: 365, next: { players: 0, matches: 0 } });
  const [ada] = duel.seats;
  expect(host.database.orm.select().from(players).all()).toHaveLength(2);
  expect(host.database.orm.select().from(players).where(eq(players.id, ada.link.guest.playerId)).all()).toHaveLength(1);
});
