/** What an instructor takes away, from sessions played over the real host. */
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { EXPORTS, type ExportName, type SessionExport } from '#protocol/exports.ts';
import type { MasteryAnswer } from '#protocol/reports.ts';
import { acts, newContest, watchContest } from './contest-room.ts';
import { playSeat } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { newAdmin, newInstructor } from './instructor.ts';
import { newGuest, newPlayer, openLink, type Link } from './player.ts';
import { askingAs, newClass } from './roster.ts';

/** A session of two rounds that so many students have played; `isRight` says which answers they got right. */
async function played(students: number, isRight: (student: number, turn: number) => boolean) {
  const host = await startHost();
  const guest = await newGuest(host);
  const admin = await newAdmin(host);
  const instructor = { cookie: `${admin.cookie()}; ${guest.cookie}` };
  const contestId = await newContest(host, instructor, { title: '=Networks', rounds: ['three-way-handshake', 'half-close'] });
  const overview = await watchContest(await openLink(host, { ...guest, cookie: instructor.cookie }), { viewer: 'instructor', contestId });
  const { code } = overview.view();
  const act = (action: Parameters<typeof acts>[3]) => acts(host, instructor, contestId, action);
  const room = await Promise.all(Array.from({ length: students }, () => newPlayer(host)));
  for (const [n, link] of room.entries()) await link.get({ type: 'contest-join', code, name: `学生 ${n}`, personal: null });
  for (const round of [1, 2]) {
    await act({ do: 'start-round', round });
    await Promise.all(room.map(async (link, n) => plays(host, link, await link.matched(), (turn) => isRight(n, turn))));
    await overview.until(({ phase }) => phase === 'between');
  }
  const get = (name: string, cookie = instructor.cookie) =>
    fetch(`${host.url}/api/contests/${contestId}/exports/${name}`, { headers: { cookie } });
  return { host, admin, overview, act, get };
}

type Get = Awaited<ReturnType<typeof played>>['get'];

async function plays(host: TestHost, link: Link, matchId: string, isRight: (turn: number) => boolean): Promise<void> {
  const seen = await link.watch(matchId);
  const side = seen.view().viewer;
  if (side === 'spectator') throw new Error('not seated');
  await playSeat(host, { side, link, seen }, undefined, isRight);
}

async function rowsOf(get: Get, name: ExportName): Promise<readonly Record<string, string>[]> {
  const octets = await (await get(name)).arrayBuffer();
  return parse(Buffer.from(octets), { bom: true, columns: true, record_delimiter: '\r\n' });
}

const jsonOf = async (get: Get) => (await (await get('session.json')).json()) as SessionExport;

describe('a session that was played', () => {
  test('leaves one row for each move that a student was asked for', async () => {
    const { get, overview } = await played(3, (student, turn) => student !== 1 || turn > 2);
    const rows = await rowsOf(get, 'turns.csv');
    const { entrants } = overview.view();
    for (const { name, accuracy } of entrants) {
      const own = rows.filter(({ nickname }) => nickname === name);
      const right = own.filter((row) => row.segment_right === 'true' && row.state_right === 'true');
      expect(right.length / own.length).toBe(accuracy);
      expect(new Set(own.map(({ round, scenario }) => `${round} ${scenario}`))).toEqual(new Set(['1 three-way-handshake', '2 half-close']));
    }
    expect(new Set(rows.map(({ nickname }) => nickname))).toEqual(new Set(entrants.map(({ name }) => name)));
    const { turns } = await jsonOf(get);
    expect(turns).toHaveLength(rows.length);
    expect(rows.map(({ points }) => Number(points))).toEqual(turns.map(({ points }) => points));
  });

  test('is summed up by scenario, and tells who met whom', async () => {
    const { get, overview } = await played(2, (_, turn) => turn !== 0);
    const { students, results, turns, scenarios } = await jsonOf(get);
    expect(students).toEqual(
      [0, 1].map((number) => ({ number, nickname: `学生 ${number}`, realName: null, studentNumber: null, email: null })),
    );
    expect(results.map(({ number, opponent, round }) => [round, number, opponent]).sort()).toEqual([
      [1, 0, 1],
      [1, 1, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]);
    const points = (number: number) => results.filter((one) => one.number === number).reduce((sum, one) => sum + one.points, 0);
    expect(overview.view().entrants.map(({ number, points: shown }) => points(number) === shown)).toEqual([true, true]);
    const [first] = await rowsOf(get, 'scenarios.csv');
    const asked = turns.filter(({ scenario }) => scenario === 'three-way-handshake');
    expect(first).toMatchObject({ scenario: 'three-way-handshake', asked: String(asked.length), right: String(asked.length - 1) });
    expect(scenarios[0]?.wrong?.count).toBe(1);
  });

  test('says which turns were voided, and counts them no longer', async () => {
    const { get, overview, act } = await played(2, (_, turn) => turn !== 0);
    const matchId = overview.view().pairs[0]?.matchId ?? '';
    await act({ do: 'void-turn', matchId, turn: 0 });
    const { turns, scenarios, results } = await jsonOf(get);
    const voided = turns.filter((turn) => turn.voided);
    expect(voided.map((one) => [one.matchId, one.turn])).toEqual([[matchId, 1]]);
    expect(scenarios.reduce((sum, { asked }) => sum + asked, 0)).toBe(turns.length - 1);
    const own = results.filter((one) => one.matchId === matchId);
    expect(own.map(({ moves, rightMoves }) => moves - rightMoves)).toEqual([0, 0]);
  });

  test('comes as files that a browser saves', async () => {
    const { get } = await played(1, () => true);
    for (const name of EXPORTS) {
      const { status, headers } = await get(name);
      expect([status, headers.get('content-disposition')]).toEqual([
        200,
        expect.stringMatching(new RegExp(`^attachment; filename="last-ack-[0-9-]{10}-${name}"$`)),
      ]);
    }
  });
});

describe('a session of a class', () => {
  test('gives each student of the roster a grade, and the instructor alone the real names', async () => {
    const host = await startHost();
    const guest = await newGuest(host);
    const admin = await newAdmin(host);
    const instructor = { cookie: `${admin.cookie()}; ${guest.cookie}` };
    const ask = askingAs(host, admin);
    const { path, roster } = await newClass(ask, 'Networks', 'Ada Lovelace,0042,ada@example.edu\nBob,77,');
    const contestId = await newContest(host, instructor, { title: 'Week (3)' }, path.slice(1));
    const overview = await watchContest(await openLink(host, { ...guest, cookie: instructor.cookie }), { viewer: 'instructor', contestId });
    const { code } = overview.view();
    const personalOf = (name: string) => roster.find((one) => one.name === name)?.code ?? null;
    const joins = async (link: Link, name: string, personal: string | null) => link.get({ type: 'contest-join', code, name, personal });
    const room = [await newPlayer(host), await newPlayer(host), await newPlayer(host)];
    const [ada, bob, stranger] = room as [Link, Link, Link];
    await joins(ada, 'Countess', personalOf('Ada Lovelace'));
    await joins(bob, '=Bob', personalOf('Bob'));
    await joins(stranger, 'Somebody', null);
    await acts(host, instructor, contestId, { do: 'start-round', round: 1 });
    await Promise.all(room.map(async (link) => plays(host, link, await link.matched(), (turn) => link !== bob || turn > 3)));
    const { entrants } = await overview.until(({ phase }) => phase === 'between');
    const accuracyOf = (name: string) => (entrants.find((one) => one.name === name)?.accuracy ?? 0) * 100;
    const get: Get = (name) => fetch(`${host.url}/api/contests/${contestId}/exports/${name}`, { headers: { cookie: instructor.cookie } });

    const canvas = await rowsOf(get, 'gradebook-canvas.csv');
    const day = new Date().toISOString().slice(0, 10);
    const grade = `Last ACK: Week [3] ${day}`;
    expect(canvas.map((row) => [row.Student, row['SIS User ID'], row['SIS Login ID']])).toEqual([
      ['    Points Possible', '', ''],
      ['Ada Lovelace', '0042', 'ada@example.edu'],
      ['Bob', '77', ''],
    ]);
    expect(Number(canvas[1]?.[grade])).toBe(100);
    expect(Number(canvas[2]?.[grade])).toBeCloseTo(accuracyOf('=Bob'), 1);
    const moodle = await rowsOf(get, 'gradebook-moodle.csv');
    expect(moodle.map((row) => [row['ID number'], row['Email address'], row[grade]])).toEqual([
      ['0042', 'ada@example.edu', '100'],
      ['77', 'no email address: Bob', canvas[2]?.[grade]],
    ]);
    const names = (await rowsOf(get, 'turns.csv')).map(({ nickname, real_name, student_number }) =>
      [nickname, real_name, student_number].join(),
    );
    expect(new Set(names)).toEqual(new Set(['Countess,Ada Lovelace,0042', "'=Bob,Bob,77", 'Somebody,,']));

    const mastery = (await ask('GET', `${path}/mastery`)).body as unknown as MasteryAnswer;
    expect(mastery.people.map(({ name, realName }) => [name, realName]).sort()).toEqual([
      ['=Bob', 'Bob'],
      ['Countess', 'Ada Lovelace'],
      ['Somebody', null],
    ]);
  });
});

describe('who may take it', () => {
  test('nobody who is not signed in, and not another instructor', async () => {
    const { host, admin, get } = await played(1, () => true);
    const other = await newInstructor(host, admin, 'zoe@example.org');
    const refusal = async (name: string, cookie?: string) => (await (await get(name, cookie)).json()) as unknown;
    expect(await refusal('turns.csv', '')).toEqual({ fault: 'not-an-instructor' });
    expect(await refusal('turns.csv', other.cookie())).toEqual({ fault: 'no-such-session' });
    expect(await refusal('turns.xlsx')).toEqual({ fault: 'not-found' });
  });
});
