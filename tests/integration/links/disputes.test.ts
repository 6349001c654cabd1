/** Disputed turns of all matches, as the administrator finds and decides them. */
import { expect, test } from 'vitest';
import { DISPUTES_AT_ONCE, type DisputesAnswer, type Decided } from '#protocol/admin.ts';
import { acts, askAs, newContest, watchContest } from './contest-room.ts';
import { answers, newDuel, openTurn, playSeat, sit, type Duel } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { newAdmin, newInstructor } from './instructor.ts';
import { newGuest, newPlayer, openLink } from './player.ts';

async function begin() {
  const host = await startHost();
  const admin = await newAdmin(host);
  const at = { cookie: admin.cookie() };
  return {
    host,
    admin,
    read: async (before?: number) =>
      (await askAs<DisputesAnswer>(host, at, 'GET', `admin/disputes${before === undefined ? '' : `?before=${before}`}`)).body,
    decide: (matchId: string, turn: number, decision: Decided) => askAs(host, at, 'POST', 'admin/disputes', { matchId, turn, decision }),
  };
}

/** A match with its first turn closed. */
async function newDuelWithVerdict(host: TestHost): Promise<Duel> {
  const duel = await newDuel(host);
  for (const seat of duel.seats) await answers(host, seat);
  await duel.seats[0].seen.until((view) => openTurn(view)?.closed != null);
  return duel;
}

const disputes = ({ matchId, seats }: Duel, side: 0 | 1, comment: string) =>
  seats[side].link.get({ type: 'dispute', matchId, turn: 0, comment });

test('both players’ words on a turn are one thing to decide, and once decided it is gone', async () => {
  const { host, read, decide } = await begin();
  expect(await read()).toEqual({ disputes: [], waiting: 0 });
  const [one, other] = [await newDuelWithVerdict(host), await newDuelWithVerdict(host)];
  await disputes(one, 0, 'No');
  await disputes(other, 1, '');
  await disputes(one, 1, '不对');
  const players = one.seats.map(({ link }) => ({ name: link.guest.name, bot: null }));
  const waiting = { kind: 'invited', level: 1, scenario: 'three-way-handshake', isOver: false, session: null };
  const voices = [
    { side: 0, comment: 'No' },
    { side: 1, comment: '不对' },
  ];
  expect(await read()).toMatchObject({
    disputes: [
      { ...waiting, matchId: one.matchId, turn: 0, players, voices },
      { ...waiting, matchId: other.matchId, voices: [{ side: 1, comment: '' }] },
    ],
    waiting: 2,
  });

  const voided = one.seats[0].seen.until((view) => view.turns[0]?.voided === true);
  expect(await decide(one.matchId, 0, 'voided')).toEqual({ status: 200, body: {} });
  expect((await voided).scores[0].moves).toBe(0);
  expect((await read()).disputes.map(({ matchId }) => matchId)).toEqual([other.matchId]);
  expect(await decide(other.matchId, 0, 'kept')).toEqual({ status: 200, body: {} });
  expect(await decide(other.matchId, 0, 'kept')).toEqual({ status: 200, body: {} });
  expect(await read()).toEqual({ disputes: [], waiting: 0 });
  expect((await other.seats[0].link.watch(other.matchId)).view().turns[0]?.voided).toBe(false);
});

test('what nobody disputes is not decided, and nobody but an administrator decides', async () => {
  const { host, admin, decide } = await begin();
  const { matchId } = await newDuelWithVerdict(host);
  for (const decision of ['kept', 'voided'] as const) {
    expect(await decide(matchId, 0, decision)).toMatchObject({ status: 409, body: { fault: 'turn-not-open' } });
    expect(await decide('nobodys', 0, decision)).toMatchObject({ body: { fault: 'turn-not-open' } });
  }
  expect(await decide(matchId, -1, 'kept')).toMatchObject({ body: { fault: 'bad-message' } });
  const ines = { cookie: (await newInstructor(host, admin, 'ines@example.org')).cookie() };
  expect(await askAs(host, ines, 'GET', 'admin/disputes')).toMatchObject({ body: { fault: 'not-an-admin' } });
  expect(await askAs(host, ines, 'POST', 'admin/disputes', {})).toMatchObject({ body: { fault: 'not-an-admin' } });
});

test('one in a class session is the instructor’s and the administrator’s: who decides first has decided', async () => {
  const { host, admin, read, decide } = await begin();
  const guest = await newGuest(host);
  const instructor = { cookie: `${(await newInstructor(host, admin, 'ines@example.org')).cookie()}; ${guest.cookie}` };
  const contestId = await newContest(host, instructor, { title: 'Networks' });
  const overview = await watchContest(await openLink(host, { ...guest, cookie: instructor.cookie }), { viewer: 'instructor', contestId });
  const student = await newPlayer(host);
  await student.get({ type: 'contest-join', code: overview.view().code ?? '', name: 'Zoe', personal: null });
  await acts(host, instructor, contestId, { do: 'start-round', round: 1 });
  const matchId = await student.matched();
  const seat = await sit(0, student, matchId);
  await playSeat(host, seat, (view) => view.turns.length > 2);
  for (const turn of [0, 1]) await student.get({ type: 'dispute', matchId, turn, comment: `not ${turn}` });
  expect(await read()).toMatchObject({
    disputes: [
      { turn: 1, session: 'Networks', kind: 'class', voices: [{ comment: 'not 1' }] },
      { turn: 0, session: 'Networks' },
    ],
  });
  await decide(matchId, 1, 'kept');
  await overview.until(({ disputes: shown }) => shown[1]?.state === 'kept' && shown[0]?.state === 'open');
  expect(await acts(host, instructor, contestId, { do: 'keep-turn', matchId, turn: 2 })).toBe('turn-not-open');
  expect(await acts(host, instructor, contestId, { do: 'keep-turn', matchId, turn: 0 })).toBe(null);
  await overview.until(({ disputes: shown }) => shown[0]?.state === 'kept');
  expect(await read()).toEqual({ disputes: [], waiting: 0 });
});

test('many are given out in pages', async () => {
  const { host, read } = await begin();
  const { matchId } = await newDuelWithVerdict(host);
  const version = (await host.store.load(matchId))?.entries.length ?? 0;
  const many = Array.from({ length: DISPUTES_AT_ONCE + 2 }, (_, turn) => ({
    entry: { type: 'disputed', turn, side: 0, comment: '' } as const,
    commandId: null,
  }));
  await host.store.append(matchId, version, many);
  const first = await read();
  expect(first.waiting).toBe(DISPUTES_AT_ONCE + 2);
  expect(first.disputes.map(({ turn }) => turn)).toEqual(many.map((_, n) => DISPUTES_AT_ONCE + 1 - n).slice(0, DISPUTES_AT_ONCE));
  expect((await read(first.disputes.at(-1)?.cursor)).disputes.map(({ turn }) => turn)).toEqual([1, 0]);
});
