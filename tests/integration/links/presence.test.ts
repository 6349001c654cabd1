/** A seat belongs to a player, not to a link. */
import { describe, expect, test } from 'vitest';
import type { EntryType, Prediction, Proposal } from '#game/match/vocabulary.ts';
import { answers, commandFor, newDuel, openTurn, playSeat, readsOn, sit, storedMatch } from './duel.ts';
import { startHost } from './host.ts';
import { newPlayer, openLink, type Seen } from './player.ts';

const typesOf = ({ messages }: Seen) => messages.map(({ event }) => event.type);
const presenceOf = (side: 0 | 1) => (seen: Seen, presence: string) => seen.until((view) => view.presence[side] === presence);
const other = presenceOf(1);

describe('a link that is lost', () => {
  test('keeps its seat for the grace time; then a bot plays; the owner comes back to it with the full view', async () => {
    const host = await startHost({ GRACE_SECONDS: '0.1' });
    const { matchId, seats } = await newDuel(host, { turnSeconds: null });
    const [stays, goes] = seats;
    const lostAt = Date.now();
    goes.link.close();
    const away = await other(stays.seen, 'away');
    expect(away.graceUntil[1]).toBeGreaterThanOrEqual(lostAt);
    expect(away.graceUntil[1]).toBeLessThan(Date.now() + 200);

    await other(stays.seen, 'bot');
    await stays.seen.until((view) => openTurn(view)?.sealed[1] === true);
    await answers(host, stays);
    await readsOn(stays);
    const played = await stays.seen.until((view) => view.turns.length === 2);
    expect(played.turns[0]?.closed?.verdicts[1].by).toBe('bot');
    expect(played.scores[1]).toMatchObject({ points: 0, moves: 0, predictions: 0 });

    const back = await sit(1, await openLink(host, goes.link.guest), matchId);
    await other(stays.seen, 'here');
    await back.seen.until((view) => view.presence[1] === 'here');
    const ends = await Promise.all([playSeat(host, back), playSeat(host, stays)]);
    expect(ends.map(({ ended }) => ended?.reason)).toEqual(['played', 'played']);
    expect(back.seen.view().turns).toHaveLength(stays.seen.view().turns.length);
  });

  test('that comes back in time has lost nothing', async () => {
    const host = await startHost();
    const { matchId, seats } = await newDuel(host);
    const [stays, goes] = seats;
    const { deadline } = openTurn(stays.seen.view()) ?? {};
    goes.link.close();
    await other(stays.seen, 'away');
    const back = await sit(1, await openLink(host, goes.link.guest), matchId);
    const view = await other(stays.seen, 'here');
    expect(openTurn(view)?.deadline).toBe(deadline);
    expect(view.graceUntil).toEqual([null, null]);
    expect(await answers(host, back)).toEqual({ ok: true, sealed: true });
  });

  test('of both players: the match waits, and begins its turn anew for whoever comes first', async () => {
    const host = await startHost({ GRACE_SECONDS: '0', BOT_THINK_MS: '60000' });
    const { matchId, seats } = await newDuel(host, { turnSeconds: 10 });
    const spectator = await (await newPlayer(host)).watch(matchId);
    for (const { link } of seats) link.close();
    await spectator.until(({ presence }) => presence.every((one) => one === 'bot'));
    const { deadline: before } = openTurn(spectator.view()) ?? {};
    await sit(0, await openLink(host, seats[0].link.guest), matchId);
    const view = await spectator.until((one) => one.presence[0] === 'here' && openTurn(one)?.deadline !== before);
    expect(typesOf(spectator).slice(-2)).toEqual(['back', 'resumed']);
    expect(openTurn(view)?.deadline).toBeGreaterThan(before ?? 0);
  });
});

test('whoever never comes to a match that was made is away like one who was there', async () => {
  const host = await startHost({ GRACE_SECONDS: '0.1' });
  const [inviter, guest] = [await newPlayer(host), await newPlayer(host)];
  const { code } = await inviter.get({ type: 'invite', level: 1, scenario: null, turnSeconds: 300 });
  inviter.close();
  const { matchId } = await guest.get({ type: 'invite-accept', code });
  const seen = await guest.watch(matchId);
  await seen.until(({ presence }) => presence[0] === 'bot');
  expect(typesOf(seen).filter((type) => type === 'away' || type === 'bot-took')).toEqual(['away', 'bot-took']);
});

describe('a second tab', () => {
  test('is the same player: it sees what was sealed in the first, and plays on', async () => {
    const host = await startHost();
    const { matchId, seats } = await newDuel(host);
    const [one] = seats;
    const tab = await sit(0, await openLink(host, one.link.guest), matchId);
    await answers(host, one);
    const view = await tab.seen.until((seen) => openTurn(seen)?.sealed[0] === true);
    expect(openTurn(view)?.mine).toEqual(openTurn(one.seen.view())?.mine);
    await answers(host, seats[1]);
    await readsOn(tab);
    await one.seen.until((seen) => openTurn(seen)?.ready[0] === true);
    await readsOn(seats[1]);
    await one.seen.until((seen) => seen.turns.length === 2);
    expect(await answers(host, tab)).toEqual({ ok: true, sealed: true });
  });

  test('may be closed: the player is still there', async () => {
    const host = await startHost();
    const { matchId, seats } = await newDuel(host);
    const [stays, one] = seats;
    const tab = await sit(1, await openLink(host, one.link.guest), matchId);
    one.link.close();
    expect(await answers(host, tab)).toEqual({ ok: true, sealed: true });
    await stays.seen.until((seen) => openTurn(seen)?.sealed[1] === true);
    expect(typesOf(stays.seen)).toEqual(['sealed-by'] satisfies (EntryType | 'sealed-by')[]);
    tab.link.close();
    await other(stays.seen, 'away');
  });
});

describe('leaving', () => {
  test('on purpose says so, and the seat goes to a bot sooner', async () => {
    const host = await startHost({ LEAVE_GRACE_SECONDS: '0', BOT_THINK_MS: '60000' });
    const { matchId, seats } = await newDuel(host);
    const [stays, goes] = seats;
    expect(await goes.link.say({ type: 'leave', matchId })).toEqual({ ok: true });
    await other(stays.seen, 'bot');
    const left = stays.seen.messages.find(({ event }) => event.type === 'away');
    expect(left?.event).toMatchObject({ onPurpose: true, side: 1 });
    expect(await answers(host, goes)).toEqual({ ok: true, sealed: true });
    await other(stays.seen, 'here');
  });

  test('no longer watching is being gone, and brings no more events', async () => {
    const host = await startHost();
    const { matchId, seats } = await newDuel(host);
    const [stays, goes] = seats;
    await goes.link.get({ type: 'unwatch', matchId });
    await other(stays.seen, 'away');
    const { version } = goes.seen.view();
    await answers(host, stays);
    await goes.link.get({ type: 'unwatch', matchId });
    expect(goes.seen.view().version).toBe(version);
  });
});

test('in untimed play an idle player is replaced at the wish of the other', async () => {
  const host = await startHost({ IDLE_MINUTES: '0', BOT_THINK_MS: '60000' });
  const { matchId, seats } = await newDuel(host, { turnSeconds: null });
  expect(await seats[0].link.say({ type: 'replace-idle', matchId })).toEqual({ ok: true });
  await other(seats[0].seen, 'bot');
  expect(await answers(host, seats[1])).toEqual({ ok: true, sealed: true });
  await other(seats[0].seen, 'here');
});

test('while a turn is open, neither the other player nor anybody who watches is told what was chosen', async () => {
  const host = await startHost();
  const { matchId, seats } = await newDuel(host, { level: 2 });
  const spectator = await (await newPlayer(host)).watch(matchId);
  const match = await storedMatch(host, matchId);
  const side = match.happenings[0]?.at === 'client' ? 0 : 1;
  const chosen: Proposal | Prediction = { segment: { flags: ['RST'], data: false, seq: 987_654_321, ack: null }, state: 'LAST_ACK' };
  await seats[side].link.get(commandFor(matchId, match.view, side, chosen) as { readonly type: 'propose' });
  for (const seen of [seats[side === 0 ? 1 : 0].seen, spectator]) {
    await seen.until((view) => openTurn(view)?.sealed[side] === true);
    expect(JSON.stringify([seen.messages, seen.view()])).not.toMatch(/987654321|LAST_ACK/);
  }
});

test('a comment to a dispute is told to nobody', async () => {
  const host = await startHost();
  const { matchId, seats } = await newDuel(host);
  await answers(host, seats[0]);
  await answers(host, seats[1]);
  await seats[0].link.get({ type: 'dispute', matchId, turn: 0, comment: 'My opponent is a fool.' });
  const view = await seats[1].seen.until(({ turns }) => turns[0]?.disputedBy.includes(0) === true);
  expect(JSON.stringify([view, seats[1].seen.messages])).not.toContain('fool');
  expect(JSON.stringify((await host.store.load(matchId))?.entries)).toContain('fool');
});
