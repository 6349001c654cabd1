/** The host ends without warning and comes back on what was on its disk. */
import { join } from 'node:path';
import SqliteFile from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary.ts';
import { answerCommand, answers, newDuel, openTurn, playBoth, sit, storedMatch, type Duel, type Seat } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { newPlayer, openLink } from './player.ts';

/** A host that knows what the other one had on its disk at this moment, and the same two players there. */
async function killed(host: TestHost, { matchId, seats }: Duel): Promise<{ host: TestHost; duel: Duel }> {
  const next = await startHost({}, host.diskNow());
  const sitAgain = async ({ side, link }: Seat) => sit(side, await openLink(next, link.guest), matchId);
  return { host: next, duel: { matchId, seats: [await sitAgain(seats[0]), await sitAgain(seats[1])] } };
}

test('in the middle of a turn: no acknowledged move is lost, and both finish', async () => {
  const host = await startHost();
  const duel = await newDuel(host, { level: 2, scenario: 'whole-life' });
  await playBoth(host, duel, (view) => view.turns.length === 5);
  const sealed = await answerCommand(host, duel.seats[0]);
  expect(await duel.seats[0].link.say(sealed)).toEqual({ ok: true, sealed: true });
  const before = duel.seats[0].seen.view();

  const after = await killed(host, duel);
  const [one, other] = after.duel.seats;
  expect(one.seen.view().turns.slice(0, 4)).toEqual(before.turns.slice(0, 4));
  expect(one.seen.view().scores).toEqual(before.scores);
  expect(openTurn(one.seen.view())).toMatchObject({ turn: 4, sealed: [true, false], mine: sealed.proposal ?? sealed.prediction });
  expect(openTurn(other.seen.view())).toMatchObject({ turn: 4, sealed: [true, false], mine: null });
  const ends = await playBoth(after.host, after.duel);
  expect(ends.map((view) => view?.ended?.reason)).toEqual(['played', 'played']);
  expect(ends[0]?.scores).toEqual(ends[1]?.scores);
});

test('while a verdict stands: it stays, and the next turn opens', async () => {
  const host = await startHost();
  const duel = await newDuel(host);
  await answers(host, duel.seats[0]);
  await answers(host, duel.seats[1]);
  const after = await killed(host, duel);
  expect(openTurn(after.duel.seats[0].seen.view())?.closed).not.toBeNull();
  const ends = await playBoth(after.host, after.duel);
  expect(ends.map((view) => view?.ended?.reason)).toEqual(['played', 'played']);
});

test('the open turn has its full time again', async () => {
  const host = await startHost();
  const duel = await newDuel(host, { turnSeconds: 300 });
  const before = openTurn(duel.seats[0].seen.view())?.deadline ?? 0;
  const after = await killed(host, duel);
  expect(openTurn(after.duel.seats[0].seen.view())?.deadline).toBeGreaterThan(before);
});

test('a bot goes on with what it was asked', async () => {
  const host = await startHost({ BOT_THINK_MS: '60000' });
  const ada = await newPlayer(host);
  const { matchId } = await ada.get({ type: 'bot-start', level: 1, strength: 'perfect', scenario: null, turnSeconds: null });
  const next = await startHost({}, host.diskNow());
  const seat = await sit(0, await openLink(next, ada.guest), matchId);
  await seat.seen.until((view) => openTurn(view)?.sealed[1] === true);
});

test('a player who does not come back is waited for, and then replaced', async () => {
  const host = await startHost();
  const duel = await newDuel(host);
  const next = await startHost({ GRACE_SECONDS: '0', BOT_THINK_MS: '60000' }, host.diskNow());
  const one = await sit(0, await openLink(next, duel.seats[0].link.guest), duel.matchId);
  await one.seen.until(({ presence }) => presence[1] === 'bot' && presence[0] === 'here');
});

test('a host that is told to stop says so to everybody', async () => {
  const host = await startHost();
  const { seats } = await newDuel(host);
  const [{ link }] = seats;
  const told = new Promise<string>((resolve) => link.socket.once('shutting-down', () => resolve('told')));
  const gone = new Promise<string>((resolve) => link.socket.once('disconnect', resolve));
  await host.stop();
  expect([await told, await gone]).toEqual(['told', 'transport close']);
});

test('a host that stops calls nobody gone: who comes back finds the seat, however long it took', async () => {
  const folder = temporaryFolder();
  const host = await startHost({ GRACE_SECONDS: '0' }, folder);
  const duel = await newDuel(host);
  await host.stop();
  const next = await startHost({ GRACE_SECONDS: '300' }, folder);
  expect((await storedMatch(next, duel.matchId)).view.presence).toEqual(['away', 'away']);
  const one = await sit(0, await openLink(next, duel.seats[0].link.guest), duel.matchId);
  await one.seen.until(({ presence }) => presence[0] === 'here');
  const other = await sit(1, await openLink(next, duel.seats[1].link.guest), duel.matchId);
  const { presence } = await other.seen.until((view) => view.presence[1] === 'here');
  expect(presence).toEqual(['here', 'here']);
  const ends = await playBoth(next, { matchId: duel.matchId, seats: [one, other] });
  expect(ends.map((view) => view.ended?.reason)).toEqual(['played', 'played']);
  expect((await next.store.load(duel.matchId))?.entries.filter(({ type }) => type === 'bot-took')).toEqual([]);
});

test('a grace time that ran while the host was down begins anew', async () => {
  const host = await startHost();
  const { matchId, seats } = await newDuel(host);
  seats[1].link.close();
  const { graceUntil } = await seats[0].seen.until(({ presence }) => presence[1] === 'away');
  const next = await startHost({ GRACE_SECONDS: '600' }, host.diskNow());
  const { view } = await storedMatch(next, matchId);
  expect(view.presence[1]).toBe('away');
  expect(view.graceUntil[1]).toBeGreaterThan((graceUntil[1] ?? 0) + 250_000);
});

test('who came back while nothing could be stored is there once it can', async () => {
  const folder = temporaryFolder();
  const errors: string[] = [];
  const host = await startHost({ GRACE_SECONDS: '300' }, folder, errors);
  const { matchId, seats } = await newDuel(host);
  seats[1].link.close();
  await seats[0].seen.until(({ presence }) => presence[1] === 'away');
  const other = new SqliteFile(join(folder, 'last-ack.db'));
  other.exec('BEGIN IMMEDIATE');
  const back = await sit(1, await openLink(host, seats[1].link.guest), matchId);
  expect(await answers(host, seats[0])).toEqual({ ok: false, fault: 'not-saved' });
  other.close();
  await seats[0].seen.until(({ presence }) => presence[1] === 'here');
  expect(await answers(host, back)).toEqual({ ok: true, sealed: true });
});
