/** What an instructor takes away, from sessions played over the real host. */
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { EXPORTS, type ExportName, type SessionExport } from '#protocol/exports.ts';
import { acts, newContest, watchContest } from './contest-room.ts';
import { playSeat } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { newGuest, newPlayer, openLink, type Link } from './player.ts';

const MEI = 'test_account=mei';

/** A session of two rounds that so many students have played; `isRight` says which answers they got right. */
async function played(students: number, isRight: (student: number, turn: number) => boolean) {
  const host = await startHost();
  const guest = await newGuest(host);
  const instructor = { cookie: `${MEI}; ${guest.cookie}` };
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
  return { host, contestId, overview, act };
}

async function plays(host: TestHost, link: Link, matchId: string, isRight: (turn: number) => boolean): Promise<void> {
  const seen = await link.watch(matchId);
  const side = seen.view().viewer;
  if (side === 'spectator') throw new Error('not seated');
  await playSeat(host, { side, link, seen }, undefined, isRight);
}

const get = (host: TestHost, contestId: string, name: string, cookie = MEI) =>
  fetch(`${host.url}/api/contests/${contestId}/exports/${name}`, { headers: { cookie } });

async function rowsOf(host: TestHost, contestId: string, name: ExportName): Promise<readonly Record<string, string>[]> {
  const octets = await (await get(host, contestId, name)).arrayBuffer();
  return parse(Buffer.from(octets), { bom: true, columns: true, record_delimiter: '\r\n' });
}

const jsonOf = async (host: TestHost, contestId: string) => (await (await get(host, contestId, 'session.json')).json()) as SessionExport;

describe('a session that was played', () => {
  test('leaves one row for each move that a student was asked for', async () => {
    const { host, contestId, overview } = await played(3, (student, turn) => student !== 1 || turn > 2);
    const rows = await rowsOf(host, contestId, 'turns.csv');
    const { entrants } = overview.view();
    for (const { name, accuracy } of entrants) {
      const own = rows.filter(({ nickname }) => nickname === name);
      const right = own.filter((row) => row.segment_right === 'true' && row.state_right === 'true');
      expect(right.length / own.length).toBe(accuracy);
      expect(new Set(own.map(({ round, scenario }) => `${round} ${scenario}`))).toEqual(
        new Set(['1 three-way-handshake', '2 half-close']),
      );
    }
    expect(new Set(rows.map(({ nickname }) => nickname))).toEqual(new Set(entrants.map(({ name }) => name)));
    const { turns } = await jsonOf(host, contestId);
    expect(turns).toHaveLength(rows.length);
    expect(rows.map(({ points }) => Number(points))).toEqual(turns.map(({ points }) => points));
  });

  test('is summed up by scenario, and tells who met whom', async () => {
    const { host, contestId, overview } = await played(2, (_, turn) => turn !== 0);
    const { students, results, turns, scenarios } = await jsonOf(host, contestId);
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
    const [first] = await rowsOf(host, contestId, 'scenarios.csv');
    const asked = turns.filter(({ scenario }) => scenario === 'three-way-handshake');
    expect(first).toMatchObject({ scenario: 'three-way-handshake', asked: String(asked.length), right: String(asked.length - 1) });
    expect(scenarios[0]?.wrong?.count).toBe(1);
  });

  test('says which turns were voided, and counts them no longer', async () => {
    const { host, contestId, overview, act } = await played(2, (_, turn) => turn !== 0);
    const [pair] = overview.view().pairs;
    await act({ do: 'void-turn', matchId: pair!.matchId, turn: 0 });
    const { turns, scenarios, results } = await jsonOf(host, contestId);
    const voided = turns.filter((turn) => turn.voided);
    expect(voided.map(({ matchId, turn }) => [matchId, turn])).toEqual([[pair!.matchId, 1]]);
    expect(scenarios.reduce((sum, { asked }) => sum + asked, 0)).toBe(turns.length - 1);
    expect(results.filter(({ matchId }) => matchId === pair!.matchId).every(({ moves, rightMoves }) => moves === rightMoves)).toBe(true);
  });

  test('comes as files that a browser saves', async () => {
    const { host, contestId } = await played(1, () => true);
    for (const name of EXPORTS) {
      const { status, headers } = await get(host, contestId, name);
      expect([status, headers.get('content-disposition')]).toEqual([
        200,
        expect.stringMatching(new RegExp(`^attachment; filename="last-ack-[0-9-]{10}-${name}"$`)),
      ]);
    }
  });
});

describe('who may take it', () => {
  test('nobody who is not signed in, and not another instructor', async () => {
    const { host, contestId } = await played(1, () => true);
    const refusal = async (name: string, cookie: string) => (await (await get(host, contestId, name, cookie)).json()) as unknown;
    expect(await refusal('turns.csv', '')).toEqual({ fault: 'not-an-instructor' });
    expect(await refusal('turns.csv', 'test_account=zoe')).toEqual({ fault: 'no-such-session' });
    expect(await refusal('turns.xlsx', MEI)).toEqual({ fault: 'not-found' });
  });
});
