/** The host's clock is set, by NTP or by hand, while people play: what lasts goes on as if nothing had been, and what has a date follows. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { matches } from '#db/schema.ts';
import { answers, type Duel, newDuel, openTurn, playBoth, readsOn, type Seat, sit } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { newGuest, newId, newPlayer, openLink } from './player.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Only the date: the timers of the process run by another clock, as they do in earnest. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => {
  vi.useRealTimers();
});

function setClock(by: number): void {
  vi.setSystemTime(Date.now() + by);
}

/** The players' own clocks are this process's too, and socket.io's client gives a link up whose clock has leapt: they come over new ones. */
async function sitAfter(jump: number, host: TestHost, { matchId, seats }: Duel): Promise<Duel> {
  setClock(jump);
  const again = async ({ side, link: { guest } }: Seat) => sit(side, await openLink(host, guest), matchId);
  return { matchId, seats: [await again(seats[0]), await again(seats[1])] };
}

test.each([HOUR, -HOUR])('set by %i ms in the middle of a turn, nobody loses it, and the next one has its full time', async (jump) => {
  const host = await startHost();
  const duel = await sitAfter(jump, host, await newDuel(host, { turnSeconds: 300 }));
  const [one, other] = duel.seats;
  const before = openTurn(one.seen.view())?.deadline ?? 0;
  expect([await answers(host, one), await answers(host, other)]).toEqual([
    { ok: true, sealed: true },
    { ok: true, sealed: true },
  ]);
  await Promise.all(duel.seats.map(readsOn));
  const { deadline } = openTurn(await one.seen.until((view) => view.turns.length === 2)) ?? {};
  const { now } = await one.link.get({ type: 'watch', matchId: duel.matchId });
  expect((deadline ?? 0) - now).toBeGreaterThan(290_000);
  expect((deadline ?? 0) - before, 'both by one clock').toBeLessThan(60_000);
  const [seen] = await playBoth(host, duel);
  expect(seen?.turns.flatMap(({ closed }) => closed?.verdicts ?? []).filter(({ chosen }) => chosen === null)).toEqual([]);
});

test.each([HOUR, -HOUR])('set by %i ms while somebody is away, the seat is kept for its time and no longer', async (jump) => {
  const host = await startHost({ GRACE_SECONDS: '1' });
  const { seats } = await newDuel(host);
  const [one, other] = seats;
  other.link.close();
  const {
    graceUntil: [, graceUntil],
  } = await one.seen.until((view) => view.presence[1] === 'away');
  setClock(jump);
  await one.seen.until((view) => view.presence[1] === 'bot');
  const took = one.seen.messages.find(({ event }) => event.type === 'bot-took');
  expect(graceUntil).not.toBeNull();
  expect(took?.now).toBeGreaterThanOrEqual(graceUntil ?? Number.POSITIVE_INFINITY);
});

test.each([HOUR, -HOUR, 400 * DAY])('set by %i ms, everybody is still who they were', async (jump) => {
  const host = await startHost();
  const guest = await newGuest(host);
  setClock(jump);
  const response = await fetch(`${host.url}/api/session`, { method: 'POST', headers: { cookie: guest.cookie } });
  expect(await response.json()).toEqual({ player: { playerId: guest.playerId, name: guest.name } });
});

test('a clock that was an hour ahead for a moment keeps nobody out for an hour', async () => {
  const host = await startHost();
  setClock(HOUR);
  await newGuest(host);
  setClock(-HOUR);
  expect(await newGuest(host)).toMatchObject({ playerId: expect.any(String) });
});

async function today(host: TestHost, cookie: string): Promise<string> {
  const response = await fetch(`${host.url}/api/study/daily`, { headers: { cookie } });
  return ((await response.json()) as { day: string }).day;
}

test('what has a date follows the clock: the challenge of the day, an answer that was given in the meantime, the end of a match', async () => {
  const host = await startHost();
  setClock(DAY);
  const player = await newPlayer(host);
  const { cookie } = player.guest;
  expect(await today(host, cookie)).toBe(new Date().toISOString().slice(0, 10));

  const at = Date.now() - 1_000;
  const answer = { id: newId(), card: 'rule:data', kind: 'answer', mode: 'learn', grade: 3, at, ms: null };
  const init = { method: 'POST', headers: { cookie, 'content-type': 'application/json' }, body: JSON.stringify({ answers: [answer] }) };
  const { cards } = (await (await fetch(`${host.url}/api/study/answers`, init)).json()) as { cards: { lastReview: number }[] };
  expect(cards).toMatchObject([{ lastReview: at }]);

  const { matchId } = await player.get({ type: 'tutorial-start' });
  await player.get({ type: 'resign', matchId });
  const row = host.database.orm.select().from(matches).all()[0];
  expect(row?.startedAt).toBeGreaterThanOrEqual(Date.now() - HOUR);
  expect(row?.endedAt).toBeGreaterThanOrEqual(row?.startedAt ?? Number.POSITIVE_INFINITY);
});
