/** What is kept of a student is given out, and erased: opponents keep their results, nobody keeps the name. */
import { expect, test } from 'vitest';
import type { Database } from '#db/open.ts';
import type { PlayerData } from '#db/player-data.ts';
import { FORMER_PLAYER } from '#game/match/vocabulary.ts';
import type { MatchAnswer, MatchesAnswer, MeAnswer } from '#protocol/api.ts';
import { newContest, watchContest } from './contest-room.ts';
import { answers, newDuel, playBoth, type Duel } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { newAdmin } from './instructor.ts';
import { newGuest, newPlayer, openLink, type Link } from './player.ts';
import { askingAs, linkPlayer, newClass, type Ask } from './roster.ts';

const NICKNAME = 'Zephyrine';
const REAL = 'Wilhelmina Quist';

type Scene = {
  readonly host: TestHost;
  readonly ask: Ask;
  readonly student: string;
  readonly player: Link;
  readonly other: Link;
  readonly duel: Duel;
};

/** A student of a class in the first turn of a match, which she has disputed. */
async function scene(): Promise<Scene> {
  const host = await startHost();
  const ask = askingAs(host, await newAdmin(host));
  const { path, roster } = await newClass(ask, 'Networks', `${REAL},77,quist@x.edu`);
  const duel = await newDuel(host);
  const [{ link: player }, { link: other }] = duel.seats;
  await linkPlayer(host, roster[0]?.studentId, player.guest.playerId);
  return { host, ask, student: `${path}/students/${roster[0]?.studentId}`, player, other, duel };
}

/** Everything that the database holds, as one text. */
function everything({ orm }: Database): string {
  const tables = orm.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table'`);
  return JSON.stringify(tables.map(({ name }) => orm.all(`SELECT * FROM "${name}"`)));
}

async function named(host: TestHost, { guest }: Link): Promise<void> {
  await fetch(`${host.url}/api/me`, { method: 'PATCH', headers: { cookie: guest.cookie }, body: JSON.stringify({ name: NICKNAME }) });
}

async function read<T>(host: TestHost, path: string, { guest }: Link): Promise<T> {
  return (await (await fetch(`${host.url}/api/${path}`, { headers: { cookie: guest.cookie } })).json()) as T;
}

/** A match between the two, by invitation, with the name that the player has now. */
async function playOn({ player, other }: Scene): Promise<Duel> {
  const { code } = await player.get({ type: 'invite', level: 1, scenario: 'three-way-handshake', turnSeconds: null });
  const { matchId } = await other.get({ type: 'invite-accept', code });
  const seen = [await player.watch(matchId), await other.watch(matchId)] as const;
  return {
    matchId,
    seats: [
      { side: 0, link: player, seen: seen[0] },
      { side: 1, link: other, seen: seen[1] },
    ],
  };
}

test('erased in the middle of a match: it is resigned, the opponent has won, and the name is nowhere', async () => {
  const at = await scene();
  const { host, ask, student, player, other, duel } = at;
  await named(host, player);
  await player.get({ type: 'resign', matchId: duel.matchId });
  const open = await playOn(at);
  for (const seat of open.seats) await answers(host, seat);
  await player.get({ type: 'dispute', matchId: open.matchId, turn: 0, comment: `${NICKNAME} disagrees` });
  await other.get({ type: 'report-name', matchId: open.matchId });
  await player.get({ type: 'invite', level: 1, scenario: null, turnSeconds: null });
  expect(everything(host.database)).toContain(NICKNAME);

  const gone = new Promise((resolve) => player.socket.once('disconnect', resolve));
  const ended = open.seats[1].seen.until((view) => view.ended !== null);
  expect(await ask('DELETE', student)).toEqual({ status: 200, body: {} });
  expect((await ended).ended).toMatchObject({ reason: 'resigned', by: 0, winner: 1 });
  expect(await gone).toBe('io server disconnect');

  expect(everything(host.database)).not.toMatch(new RegExp(`${NICKNAME}|${REAL}|quist|${player.guest.playerId}`));
  expect(await read<MeAnswer>(host, 'me', player)).toEqual({ player: null });
  await expect(openLink(host, player.guest)).rejects.toThrow('not-signed-in');
  const opponent = { name: FORMER_PLAYER, bot: null };
  expect((await read<MatchesAnswer>(host, 'matches', other)).matches).toMatchObject([
    { matchId: open.matchId, result: 'won', opponent },
    { matchId: duel.matchId, result: 'won', opponent: { name: expect.any(String) } },
  ]);
  const { view } = await read<MatchAnswer>(host, `matches/${open.matchId}`, other);
  expect(view.parties).toMatchObject([opponent, { name: other.guest.name }]);
  expect((await other.watch(open.matchId)).view().parties[0]).toMatchObject({ playerId: null, ...opponent });
});

test('a student without a player, and a player on the rosters of two classes', async () => {
  const { host, ask, student, player, other } = await scene();
  const { path, roster } = await newClass(ask, 'Systems', 'Ada,1,\nBob,2,');
  const [ada, bob] = roster;
  await linkPlayer(host, ada?.studentId, player.guest.playerId);
  await linkPlayer(host, bob?.studentId, other.guest.playerId);
  await ask('DELETE', student);
  expect((await ask('GET', path)).body.students).toEqual([
    { ...ada, joined: false },
    { ...bob, joined: true },
  ]);
  expect(await ask('DELETE', `${path}/students/${ada?.studentId}`)).toMatchObject({ status: 200 });
  expect((await ask('GET', path)).body.students).toEqual([{ ...bob, joined: true }]);
});

test('the export has the row, the results and the moves, and nothing of who played against her', async () => {
  const at = await scene();
  const { host, ask, student, player, other, duel } = at;
  await named(host, player);
  await playBoth(host, duel);
  const { matchId } = await playOn(at);
  const body = (await ask('GET', `${student}/export`)).body as { readonly players?: readonly PlayerData[] };
  expect(body).toMatchObject({
    class: { name: 'Networks', term: 'Autumn' },
    student: { name: REAL, number: '77', email: 'quist@x.edu' },
    players: [
      {
        nickname: NICKNAME,
        matches: [
          { matchId: duel.matchId, side: 0 },
          { matchId, side: 0, nickname: NICKNAME, result: null },
        ],
      },
    ],
  });
  const [played] = body.players?.[0]?.matches ?? [];
  expect(played?.result).toMatchObject({ scenario: 'three-way-handshake', result: 'drawn', rightMoves: expect.any(Number) });
  const sides = played?.moves.flatMap(({ entry }) => (entry.type === 'sealed' ? entry.side : [])) ?? [];
  expect(sides.length).toBeGreaterThan(3);
  expect(new Set(sides)).toEqual(new Set([0]));
  expect(JSON.stringify(body)).not.toMatch(new RegExp(`${other.guest.name}|${other.guest.playerId}`));
});

test('of a student who has not come yet there is the row alone', async () => {
  const { ask } = await scene();
  const { path, roster } = await newClass(ask, 'Systems', 'Ada,1,');
  const { body } = await ask('GET', `${path}/students/${roster[0]?.studentId}/export`);
  expect(body).toMatchObject({ student: { name: 'Ada', number: '1' }, players: [] });
});

test('a student comes to a session of the class by personal code: the instructor alone knows who it is, until she is erased', async () => {
  const host = await startHost();
  const guest = await newGuest(host);
  const admin = await newAdmin(host);
  const [ask, instructor] = [askingAs(host, admin), { cookie: `${admin.cookie()}; ${guest.cookie}` }];
  const { path, roster } = await newClass(ask, 'Networks', `${REAL},77,\nBob,78,`);
  const contestId = await newContest(host, instructor, {}, path.slice(1));
  const desk = await openLink(host, { ...guest, cookie: instructor.cookie });
  const overview = await watchContest(desk, { viewer: 'instructor', contestId });
  const code = overview.view().code ?? '';
  const nextWeek = await newContest(host, instructor, {}, path.slice(1));
  const { code: nextCode } = (await watchContest(await openLink(host, desk.guest), { viewer: 'instructor', contestId: nextWeek })).view();
  const personal = roster[0]?.code.toLowerCase().replace('-', ' ') ?? '';
  const [phone, laptop, stranger] = [await newPlayer(host), await newPlayer(host), await newPlayer(host)];
  expect(await stranger.say({ type: 'contest-join', code, name: 'Eve', personal: 'BCDF-GHJK' })).toMatchObject({
    fault: 'bad-personal-code',
  });
  await phone.get({ type: 'contest-join', code, name: NICKNAME, personal });
  await laptop.get({ type: 'contest-join', code: nextCode, name: `${NICKNAME} 2`, personal });
  const here = await overview.until(({ entrants }) => entrants.length === 1);
  expect(here.entrants.map(({ realName }) => realName)).toEqual([REAL]);
  expect(JSON.stringify((await watchContest(phone, { viewer: 'student', contestId })).view())).not.toContain(REAL);
  expect((await ask('GET', path)).body.students).toMatchObject([{ joined: true }, { joined: false }]);

  const exported = await ask('GET', `${path}/students/${roster[0]?.studentId}/export`);
  expect(exported.body).toMatchObject({ players: [{ matches: [] }, { matches: [] }] });
  expect(await ask('DELETE', `${path}/students/${roster[0]?.studentId}`)).toMatchObject({ status: 200 });
  const left = await overview.until(({ entrants }) => entrants.every(({ name }) => name === FORMER_PLAYER));
  expect(left.entrants).toMatchObject([{ realName: null, state: 'removed' }]);
  expect(everything(host.database)).not.toMatch(new RegExp(`${NICKNAME}|${REAL}|${phone.guest.playerId}|${laptop.guest.playerId}`, 'i'));
  await ask('DELETE', path, { name: 'Networks' });
  expect(everything(host.database)).not.toContain(path.slice(1));
});
