/** The same command twice: the same answer, and one row. */
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { invitations, matches, moves } from '#db/schema.ts';
import { answerCommand, answers, newDuel, openTurn, sit } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { newGuest, newId, newPlayer, openLink, type Body } from './player.ts';

type Command = Body & { readonly id: string };
const SEALED = { ok: true, sealed: true };

function rowsOf({ database }: TestHost, commandId: string) {
  return database.orm
    .select()
    .from(moves)
    .all()
    .filter((row) => row.commandId?.endsWith(`:${commandId}`));
}

function matchesOf({ database }: TestHost, playerId: string) {
  return database.orm.select().from(matches).where(eq(matches.player0, playerId)).all();
}

describe('a move', () => {
  test('sent again', async () => {
    const host = await startHost();
    const { seats } = await newDuel(host);
    const command: Command = { id: newId(), ...(await answerCommand(host, seats[0])) };
    expect([await seats[0].link.sayRaw(command), await seats[0].link.sayRaw(command)]).toEqual([SEALED, SEALED]);
    expect(rowsOf(host, command.id)).toHaveLength(1);
  });

  test('sent again after the turn is over', async () => {
    const host = await startHost();
    const { seats } = await newDuel(host);
    const command: Command = { id: newId(), ...(await answerCommand(host, seats[0])) };
    await seats[0].link.sayRaw(command);
    await answers(host, seats[1]);
    expect(await seats[0].link.sayRaw(command)).toEqual(SEALED);
    expect(rowsOf(host, command.id)).toHaveLength(1);
  });

  test('sent from two tabs at once', async () => {
    const host = await startHost();
    const { seats } = await newDuel(host);
    const [{ link }] = seats;
    const tab = await openLink(host, link.guest);
    const command: Command = { id: newId(), ...(await answerCommand(host, seats[0])) };
    const given = await Promise.all([link.sayRaw(command), tab.sayRaw(command), link.sayRaw(command), tab.sayRaw(command)]);
    expect(given).toEqual([SEALED, SEALED, SEALED, SEALED]);
    expect(rowsOf(host, command.id)).toHaveLength(1);
  });

  test('the same answer under two ids is one answer; another one is refused', async () => {
    const host = await startHost();
    const { seats } = await newDuel(host);
    const [{ link, seen }] = seats;
    const right = await answerCommand(host, seats[0]);
    const wrong = await answerCommand(host, seats[0], false);
    expect([await link.say(right), await link.say(right)]).toEqual([SEALED, SEALED]);
    expect(await link.say(wrong)).toEqual({ ok: false, fault: 'already-answered' });
    expect(seen.messages.filter(({ event }) => event.type === 'sealed')).toHaveLength(1);
  });

  test('a refusal is the same again', async () => {
    const host = await startHost();
    const { matchId, seats } = await newDuel(host);
    const early = { id: newId(), type: 'ready', matchId, turn: 0 };
    const refused = { ok: false, fault: 'turn-not-open' };
    expect(await seats[0].link.sayRaw(early)).toEqual(refused);
    await answers(host, seats[0]);
    await answers(host, seats[1]);
    expect(await seats[0].link.sayRaw(early)).toEqual(refused);
    expect(await seats[0].link.sayRaw({ ...early, id: newId() })).toEqual({ ok: true });
  });

  test('an id of another player is another command', async () => {
    const host = await startHost();
    const { seats } = await newDuel(host);
    const id = newId();
    for (const seat of seats) expect(await seat.link.sayRaw({ id, ...(await answerCommand(host, seat)) })).toEqual(SEALED);
    expect(rowsOf(host, id)).toHaveLength(2);
  });
});

describe('after a restart of the host', () => {
  test('a move that was acknowledged is acknowledged again, and stored once', async () => {
    const host = await startHost();
    const { matchId, seats } = await newDuel(host);
    const command: Command = { id: newId(), ...(await answerCommand(host, seats[0])) };
    await seats[0].link.sayRaw(command);
    const again = await startHost({}, host.diskNow());
    const link = await openLink(again, seats[0].link.guest);
    expect(await link.sayRaw(command)).toEqual(SEALED);
    expect(rowsOf(again, command.id)).toHaveLength(1);
    const { seen } = await sit(0, link, matchId);
    expect(openTurn(seen.view())?.mine).toEqual(command.proposal ?? command.prediction);
  });

  test('the same invitation, the same match against a bot, the same acceptance', async () => {
    const host = await startHost();
    const [ada, bob] = [await newPlayer(host), await newPlayer(host)];
    const invite = { id: newId(), type: 'invite', level: 1, scenario: null, turnSeconds: null } as const;
    const start = { id: newId(), type: 'bot-start', level: 1, strength: 'novice', scenario: null, turnSeconds: null } as const;
    const tutorial = { id: newId(), type: 'tutorial-start' } as const;
    const invited = await ada.get(invite);
    const accept = { id: newId(), type: 'invite-accept', code: invited.code } as const;
    const first = [invited, await ada.get(start), await ada.get(tutorial), await bob.get(accept)];
    const again = await startHost({}, host.diskNow());
    const [adaAgain, bobAgain] = [await openLink(again, ada.guest), await openLink(again, bob.guest)];
    const second = [await adaAgain.get(invite), await adaAgain.get(start), await adaAgain.get(tutorial), await bobAgain.get(accept)];
    expect(second).toEqual(first);
    expect(again.database.orm.select().from(invitations).all()).toHaveLength(1);
    expect(matchesOf(again, ada.guest.playerId)).toHaveLength(3);
  });
});

test('starting against a bot twice at once makes one match', async () => {
  const host = await startHost();
  const ada = await newPlayer(host);
  const start = { id: newId(), type: 'bot-start', level: 1, strength: 'novice', scenario: null, turnSeconds: null };
  const [one, other] = await Promise.all([ada.sayRaw(start), ada.sayRaw(start)]);
  expect(one).toEqual(other);
  expect(matchesOf(host, ada.guest.playerId)).toHaveLength(1);
});

test('cancelling an invitation twice is cancelling it', async () => {
  const host = await startHost();
  const ada = await newPlayer(host);
  const { code } = await ada.get({ type: 'invite', level: 1, scenario: null, turnSeconds: null });
  expect([await ada.say({ type: 'invite-cancel', code }), await ada.say({ type: 'invite-cancel', code })]).toEqual([
    { ok: true },
    { ok: true },
  ]);
  const bob = await openLink(host, await newGuest(host));
  expect(await bob.say({ type: 'invite-accept', code })).toEqual({ ok: false, fault: 'invitation-used' });
});

test('a late copy of "watch" or "unwatch" changes nothing of what the link watches, and is answered', async () => {
  const host = await startHost();
  const [ada, bob] = [await newPlayer(host), await newPlayer(host)];
  const { code } = await ada.get({ type: 'invite', level: 1, scenario: null, turnSeconds: null });
  const { matchId } = await bob.get({ type: 'invite-accept', code });
  const theirs = await sit(1, bob, matchId);
  const [watch, unwatch] = [
    { id: newId(), type: 'watch', matchId },
    { id: newId(), type: 'unwatch', matchId },
  ] as const;
  await ada.get(watch);
  await ada.get(unwatch);
  await theirs.seen.until((view) => view.presence[0] === 'away');
  expect(await ada.say(watch)).toMatchObject({ ok: true, view: { matchId, presence: ['away', 'here'] } });
  await ada.get({ type: 'watch', matchId });
  await theirs.seen.until((view) => view.presence[0] === 'here');
  expect(await ada.say(unwatch)).toEqual({ ok: true });
  await ada.get({ type: 'resign', matchId });
  await theirs.seen.until((view) => view.ended !== null);
  const told = theirs.seen.messages.map(({ event }) => event.type);
  expect(told.filter((type) => type === 'away' || type === 'back')).toEqual(['away', 'back']);
});
