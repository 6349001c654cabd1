/** A student of a class who comes to the session from another device, and what guessing brings. */
import { describe, expect, test } from 'vitest';
import { SESSION_COOKIE } from '#protocol/api.ts';
import type { RecoverSeatAnswer } from '#protocol/contest.ts';
import { comes, playsKnown, the } from './contest-class.ts';
import { acts, newContest, watchContest } from './contest-room.ts';
import { startHost, type TestHost } from './host.ts';
import { newAdmin } from './instructor.ts';
import { newGuest, newPlayer, openLink, type Guest } from './player.ts';
import { askingAs, newClass } from './roster.ts';

async function newRoom() {
  const host = await startHost();
  const guest = await newGuest(host);
  const admin = await newAdmin(host);
  const { path, roster } = await newClass(askingAs(host, admin), 'CS 341', 'Ada,1,ada@example.org\nBo,2,bo@example.org\n');
  const instructor = { cookie: `${admin.cookie()}; ${guest.cookie}` };
  const contestId = await newContest(host, instructor, {}, path.slice(1));
  const overview = await watchContest(await openLink(host, { ...guest, cookie: instructor.cookie }), { viewer: 'instructor', contestId });
  const personal = the(roster.find(({ name }) => name === 'Ada')).code;
  const code = the(overview.view().code);
  const act = (action: Parameters<typeof acts>[3]) => acts(host, instructor, contestId, action);
  return { host, instructor, contestId, overview, personal, code, act };
}

/** With the cookie that the browser has afterwards. */
async function recoverSeat(host: TestHost, { cookie }: Pick<Guest, 'cookie'>, body: unknown) {
  const headers = { cookie, 'content-type': 'application/json' };
  const response = await fetch(`${host.url}/api/recover/seat`, { method: 'POST', headers, body: JSON.stringify(body) });
  const given = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { status: response.status, given, body: (await response.json()) as Partial<RecoverSeatAnswer> & { readonly fault?: string } };
}

describe('another device', () => {
  test('brings the student back to the seat in play, and makes no second entrant', async () => {
    const { host, contestId, overview, personal, code, act } = await newRoom();
    const phone = await newPlayer(host);
    await phone.get({ type: 'contest-join', code, name: 'Ada L', personal });
    const other = await comes(host, code, 'Bo');
    await overview.until(({ entrants }) => entrants.length === 2);
    await act({ do: 'start-round', round: 1 });
    const { pairs } = await overview.until((view) => view.pairs.length === 1);
    const laptop = await newPlayer(host);
    expect(await laptop.say({ type: 'contest-join', code, name: 'Ada again', personal })).toEqual({ ok: false, fault: 'student-is-in' });
    await act({ do: 'lock' });
    const { status, given, body } = await recoverSeat(host, laptop.guest, { code, personal });
    expect({ status, body }).toEqual({
      status: 200,
      body: { player: { playerId: phone.guest.playerId, name: phone.guest.name }, contestId },
    });
    expect(given).toContain(`${SESSION_COOKIE}=`);
    const link = await openLink(host, { ...phone.guest, cookie: given });
    expect((await watchContest(link, { viewer: 'student', contestId })).view().me).toMatchObject({ number: 0, name: 'Ada L' });
    await Promise.all([link, other].map((one) => playsKnown(host, one, the(pairs[0]).matchId)));
    const { entrants } = await overview.until(({ phase }) => phase === 'between');
    expect(entrants.map(({ name, realName }) => [name, realName])).toEqual([
      ['Ada L', 'Ada'],
      ['Bo', null],
    ]);
  });

  test('is refused to whoever has not the codes, and to a student who is not in', async () => {
    const { host, personal, code } = await newRoom();
    const guest = await newGuest(host);
    const fault = async (body: unknown, from: Pick<Guest, 'cookie'> = guest) => (await recoverSeat(host, from, body)).body.fault;
    expect(await fault({ code, personal })).toBe('no-such-entrant');
    expect(await fault({ code, personal: 'ABCD-EFGH' })).toBe('bad-personal-code');
    expect(await fault({ code: '', personal })).toBe('no-such-session');
    expect(await fault({ code })).toBe('bad-message');
    expect(await fault({ code, personal }, { cookie: '' })).toBe('not-signed-in');
  });

  test('says later who it is, where it came without the personal code', async () => {
    const { host, overview, personal, code } = await newRoom();
    const phone = await comes(host, code, 'Ada L');
    await phone.get({ type: 'contest-join', code, name: 'Ada L', personal });
    expect((await overview.until(({ entrants }) => entrants[0]?.realName === 'Ada')).entrants).toHaveLength(1);
  });
});

test('a right code is worth no more than a wrong one to whoever has guessed too often', async () => {
  const { host, code, personal } = await newRoom();
  const guesser = await newPlayer(host);
  const guess = (typed: string) => guesser.say({ type: 'contest-join', code: typed, name: 'Guess', personal: null });
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  for (let n = 0; n < 10; n += 1) expect(await guess(wrong)).toEqual({ ok: false, fault: 'no-such-session' });
  expect(await guess(code)).toEqual({ ok: false, fault: 'too-many-tries' });
  expect((await recoverSeat(host, guesser.guest, { code, personal })).body.fault).toBe('too-many-tries');
  expect(await (await newPlayer(host)).say({ type: 'contest-join', code, name: 'Mei', personal: null })).toMatchObject({ ok: true });
});
