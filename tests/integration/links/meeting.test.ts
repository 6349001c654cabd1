/** How two seats are filled. */
import { describe, expect, test } from 'vitest';
import { nameReports } from '#db/schema.ts';
import { roleOf } from '#game/match/view.ts';
import { SIDES } from '#game/match/vocabulary.ts';
import { newDuel, sit } from './duel.ts';
import { startHost } from './host.ts';
import { type Link, newId, newPlayer, openLink } from './player.ts';

describe('the queue', () => {
  test('pairs two who want the same level, and tells both', async () => {
    const host = await startHost({ TURN_SECONDS: '45' });
    const [ada, bob, eve] = [await newPlayer(host), await newPlayer(host), await newPlayer(host)];
    await ada.get({ type: 'queue-join', level: 2 });
    await eve.get({ type: 'queue-join', level: 1 });
    await bob.get({ type: 'queue-join', level: 2 });
    const matchId = await ada.matched();
    expect(await bob.matched()).toBe(matchId);
    const { settings, parties } = (await ada.watch(matchId)).view();
    expect(settings).toEqual({ level: 2, turnSeconds: 45, speedPoints: true, scenario: null, kind: 'quick' });
    expect(parties.map(({ playerId }) => playerId)).toEqual([ada.guest.playerId, bob.guest.playerId]);
  });

  test('tells once more of the match that waits for a player, and pairs who has come to it with the next one', async () => {
    const host = await startHost();
    const [ada, bob, eve] = [await newPlayer(host), await newPlayer(host), await newPlayer(host)];
    await ada.get({ type: 'queue-join', level: 1 });
    await bob.get({ type: 'queue-join', level: 1 });
    const matchId = await ada.matched();
    await bob.matched();
    // What a page asks that has not been told, or was not when it asked.
    const [again, once] = [ada.matched(), bob.matched()];
    await Promise.all([ada, bob].map((link) => link.get({ type: 'queue-join', level: 1 })));
    expect([await again, await once]).toEqual([matchId, matchId]);
    await ada.watch(matchId);
    await ada.get({ type: 'queue-join', level: 1 });
    await eve.get({ type: 'queue-join', level: 1 });
    expect(await eve.matched()).not.toBe(matchId);
  });

  test('forgets who leaves it, and whose last link is gone', async () => {
    const host = await startHost();
    const [ada, bob, eve] = [await newPlayer(host), await newPlayer(host), await newPlayer(host)];
    await ada.get({ type: 'queue-join', level: 1 });
    await ada.get({ type: 'queue-leave' });
    const tab = await openLink(host, bob.guest);
    await bob.get({ type: 'queue-join', level: 1 });
    bob.close();
    // The second tab still waits.
    expect(await tab.say({ type: 'queue-join', level: 1 })).toEqual({ ok: false, fault: 'already-waiting' });
    tab.close();
    const back = await openLink(host, bob.guest);
    expect(await back.say({ type: 'queue-leave' })).toEqual({ ok: false, fault: 'not-waiting' });
    await eve.get({ type: 'queue-join', level: 1 });
    expect(await eve.say({ type: 'queue-join', level: 1 })).toEqual({ ok: false, fault: 'already-waiting' });
  });
});

test('an invitation of one’s own choice; only the first accepts it', async () => {
  const host = await startHost();
  const [ada, bob, eve] = [await newPlayer(host), await newPlayer(host), await newPlayer(host)];
  const { code } = await ada.get({ type: 'invite', level: 3, scenario: 'lost-syn', turnSeconds: null });
  expect(code).toMatch(/^[A-Z2-9]{6}$/);
  const accepted = await Promise.all([bob, eve].map((link) => link.say({ type: 'invite-accept', code })));
  expect(accepted.filter(({ ok }) => ok)).toHaveLength(1);
  expect(accepted).toContainEqual({ ok: false, fault: 'invitation-used' });
  expect((await ada.watch(await ada.matched())).view().settings).toMatchObject({ level: 3, turnSeconds: null, kind: 'invited' });
});

test('an invitation’s code is not to be guessed: after ten wrong ones a player is told to wait, by a right one too', async () => {
  const host = await startHost();
  const [ada, bob, eve] = [await newPlayer(host), await newPlayer(host), await newPlayer(host)];
  const { code } = await ada.get({ type: 'invite', level: 1, scenario: null, turnSeconds: null });
  const asks = async ({ guest }: Link, of: string) => {
    const response = await fetch(`${host.url}/api/invitations/${of}`, { headers: { cookie: guest.cookie } });
    return ((await response.json()) as { fault?: string }).fault ?? response.status;
  };
  const wrong = { ok: false, fault: 'no-such-invitation' };
  for (let n = 0; n < 4; n += 1) expect(await eve.say({ type: 'invite-accept', code: 'ZZZZZZ' })).toEqual(wrong);
  for (let n = 0; n < 3; n += 1) expect(await eve.say({ type: 'invite-cancel', code })).toEqual(wrong);
  for (let n = 0; n < 3; n += 1) expect(await asks(eve, 'ZZZZZZ')).toBe('no-such-invitation');
  const spent = { ok: false, fault: 'too-many-tries' };
  expect(await eve.say({ type: 'invite-accept', code })).toEqual(spent);
  expect(await eve.say({ type: 'invite-cancel', code })).toEqual(spent);
  expect(await asks(eve, code)).toBe('too-many-tries');
  expect(await asks(bob, code)).toBe(200);
  expect(await bob.say({ type: 'invite-accept', code })).toMatchObject({ ok: true });
});

test('a tutorial is one leg at level 1 against a bot that never errs', async () => {
  const host = await startHost();
  const { watch, get } = await newPlayer(host);
  const { settings, parties, legTurns } = (await watch((await get({ type: 'tutorial-start' })).matchId)).view();
  expect(settings).toEqual({ level: 1, turnSeconds: null, speedPoints: true, scenario: 'tutorial', kind: 'tutorial' });
  expect([parties[1].bot, legTurns]).toEqual(['perfect', [4]]);
});

describe('a rematch', () => {
  test('is made when both have asked, with swapped roles, once', async () => {
    const host = await startHost();
    const { matchId, seats } = await newDuel(host, { scenario: 'abort', level: 2 });
    const [one, other] = seats;
    await one.link.get({ type: 'resign', matchId });
    expect(await one.link.get({ type: 'rematch', matchId })).toEqual({ ok: true, matchId: null });
    await other.seen.until(({ rematch }) => rematch.offeredBy.includes(0));
    const made = await Promise.all([other.link.get({ type: 'rematch', matchId }), one.link.get({ type: 'rematch', matchId })]);
    const next = made[0].matchId ?? '';
    await one.seen.until(({ rematch }) => rematch.matchId === next);
    expect((await one.link.get({ type: 'rematch', matchId })).matchId).toBe(next);
    const again = await Promise.all([sit(1, one.link, next), sit(0, other.link, next)]);
    const { parties, settings } = again[0].seen.view();
    expect(parties.map(({ playerId }) => playerId)).toEqual([other.link.guest.playerId, one.link.guest.playerId]);
    expect(settings).toMatchObject({ level: 2, kind: 'rematch' });
    expect(SIDES.map((side) => roleOf(side, 0))).toEqual(['client', 'server']);
  });

  test('against a bot is made at once', async () => {
    const host = await startHost();
    const ada = await newPlayer(host);
    const { matchId } = await ada.get({ type: 'bot-start', level: 1, strength: 'skilled', scenario: 'abort', turnSeconds: null });
    await ada.get({ type: 'resign', matchId });
    const next = (await ada.get({ type: 'rematch', matchId })).matchId ?? '';
    const { parties, settings } = (await ada.watch(next)).view();
    expect([parties[0].bot, parties[1].playerId, settings.scenario]).toEqual(['skilled', ada.guest.playerId, 'abort']);
  });
});

test('open matches against bots are twenty of a player at most; one that is over makes room', async () => {
  const host = await startHost();
  const ada = await newPlayer(host);
  const full = { ok: false, fault: 'too-many-matches' };
  const start = () => ({ id: newId(), type: 'bot-start', level: 1, strength: 'novice', scenario: 'abort', turnSeconds: null }) as const;
  const starts = Array.from({ length: 25 }, start);
  const answers = await Promise.all(starts.map((command) => ada.say(command)));
  const made = answers.flatMap((answer) => ('matchId' in answer ? [String(answer.matchId)] : []));
  expect(made).toHaveLength(20);
  expect(answers.filter(({ ok }) => !ok)).toEqual(Array(5).fill(full));
  expect(await ada.say({ type: 'tutorial-start' })).toEqual(full);
  const [first = ''] = made;
  const sent = starts[answers.findIndex((answer) => 'matchId' in answer && answer.matchId === first)];
  const next = await openLink(await startHost({}, host.diskNow()), ada.guest);
  expect(await next.say(sent ?? start())).toEqual({ ok: true, matchId: first });
  await ada.get({ type: 'resign', matchId: first });
  expect(await ada.say({ type: 'tutorial-start' })).toMatchObject({ ok: true });
  expect(await ada.say({ type: 'rematch', matchId: first })).toEqual(full);
  expect(await (await newPlayer(host)).say(start())).toMatchObject({ ok: true });
});

test('a name is reported once, and never a bot’s', async () => {
  const host = await startHost();
  const { matchId, seats } = await newDuel(host);
  for (let time = 0; time < 2; time += 1) expect(await seats[0].link.say({ type: 'report-name', matchId })).toEqual({ ok: true });
  const reports = host.database.orm.select().from(nameReports).all();
  expect(reports).toMatchObject([{ matchId, bySide: 0, about: seats[1].link.guest.playerId, name: seats[1].link.guest.name }]);
});
