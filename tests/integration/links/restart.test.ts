/** The host ends without warning and comes back on what was on its disk. */
import { expect, test } from 'vitest';
import { answerCommand, answers, newDuel, openTurn, playBoth, sit, type Duel, type Seat } from './duel.ts';
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
