/** A newer build takes the place of the older one while a class is in the middle of a round. Nobody at a tab does anything about it. */
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { isAsked, type View } from '#game/match/view.ts';
import type { ContestSettings } from '#protocol/contest.ts';
import type { SessionExport } from '#protocol/exports.ts';
import type { MasteryAnswer } from '#protocol/reports.ts';
import { createHostProcess, type HostProcess } from '../../bench/torture/host-process.ts';
import { within } from '../../bench/torture/within.ts';
import { type MoveRow, openStore, type Store } from '../browser/store.ts';
import { type NewTab, prepareTabs } from '../faulty-wire/tab.ts';
import { comeIn, type Desk, openDesk, type SeatedStudent, type Student } from './tab-class.ts';
import { temporaryFolder } from './temporary.ts';
import { type BuiltHost, makeTwoBuilds, type TwoBuilds } from './two-builds.ts';

const TURN_SECONDS = 60;
const SETTINGS: ContestSettings = {
  title: 'CS 341',
  level: 1,
  rounds: ['three-way-handshake', 'connection-refused'],
  turnSeconds: TURN_SECONDS,
  speedPoints: true,
  pairing: 'lot',
  locale: 'en',
};
const NAMES = ['Ann', 'Ben', 'Cem', 'Dia'];

let builds: TwoBuilds;
let newTab: NewTab;
beforeAll(async () => {
  builds = await makeTwoBuilds();
  newTab = await prepareTabs(10);
});

type Room = {
  readonly data: string;
  readonly older: HostProcess;
  readonly stored: Store;
  readonly desk: Desk;
  readonly students: readonly Student[];
  readonly classId: string;
  readonly contestId: string;
};
type Pair = readonly [SeatedStudent, SeatedStudent];

function hostOf({ folder, bundle }: BuiltHost, data: string, port: number): HostProcess {
  const host = createHostProcess(data, port, { VERDICT_SECONDS: '60' }, bundle, folder);
  onTestFinished(async () => void (await host.kill('SIGKILL')));
  return host;
}

async function newRoom(): Promise<Room> {
  const data = temporaryFolder();
  const older = hostOf(builds.older, data, 0);
  await older.start();
  const stored = openStore(data);
  onTestFinished(stored.close);
  const openTab = () => {
    const tab = newTab(older.url);
    onTestFinished(tab.close);
    return tab;
  };
  const setUp = /\/account-link\/\S+/.exec(older.said())?.[0] ?? '';
  const { codes, code, ...opened } = await openDesk(openTab, setUp, NAMES, SETTINGS);
  const students: Student[] = [];
  for (const [n, name] of NAMES.entries())
    students.push(await comeIn(openTab(), name, { code, contestId: opened.contestId, personal: codes[n] ?? '' }, stored));
  return { data, older, stored, students, ...opened };
}

async function startRound({ desk, students }: Room, round: number): Promise<readonly [Pair, Pair]> {
  await desk.act({ do: 'start-round', round });
  const seats = await Promise.all(students.map((student) => student.called()));
  const pairs = [...new Set(seats.map(({ matchId }) => matchId))].map((id) => seats.filter(({ matchId }) => matchId === id));
  return pairs as unknown as readonly [Pair, Pair];
}

const openTurn = ({ turns }: View) => turns.at(-1);
const isAskedFirst = ({ seen }: SeatedStudent) => {
  const { turns, viewer } = seen.now();
  const turn = turns.at(-1);
  return turn !== undefined && viewer !== 'spectator' && isAsked(turn, viewer);
};

/** One turn with a mistake in it, and half of the next one. */
async function playIntoTheSecondTurn(pair: Pair): Promise<void> {
  const erring = pair.find(isAskedFirst);
  await Promise.all(pair.map((seat) => seat.answer(seat === erring ? 'wrong' : 'right')));
  await Promise.all(pair.map((seat) => seat.playOn((view) => openTurn(view)?.turn === 1)));
  await pair[0].answer('right');
}

/** What there was at the last moment, as the disk has it and as the students see it. */
type Before = { readonly moves: ReadonlyMap<string, readonly MoveRow[]>; readonly views: ReadonlyMap<SeatedStudent, View> };

function lookBefore(stored: Store, seats: readonly SeatedStudent[]): Before {
  return {
    moves: new Map(seats.map(({ matchId }) => [matchId, stored.moves(matchId)])),
    views: new Map(seats.map((seat) => [seat, seat.seen.now()])),
  };
}

/** The pages find the next host by themselves. */
function comesBack(seat: SeatedStudent, { views }: Before): Promise<View> {
  const version = views.get(seat)?.version ?? 0;
  return seat.seen.until((view) => view.version > version && view.presence.every((one) => one === 'here'));
}

function expectNothingLost(stored: Store, { moves, views }: Before): void {
  for (const [matchId, rows] of moves) expect(stored.moves(matchId).slice(0, rows.length)).toEqual(rows);
  for (const [{ seen }, view] of views) {
    const after = seen.now();
    expect(after.scores).toEqual(view.scores);
    expect(after.turns).toHaveLength(view.turns.length);
    expect(after.turns.slice(0, -1)).toEqual(view.turns.slice(0, -1));
  }
}

/** Every turn was answered at both ends, by the students themselves. */
function expectNoTurnLost(stored: Store, matchIds: readonly string[]): void {
  for (const matchId of matchIds) {
    const entries = stored.moves(matchId).map(({ entry }) => entry);
    expect(entries.filter(({ type }) => type === 'bot-took')).toEqual([]);
    const sealed = entries.flatMap((entry) => (entry.type === 'sealed' ? [[entry.turn, entry.side, entry.by]] : []));
    const turns = stored.match(matchId).view.turns.flatMap(({ turn }) => [0, 1].map((side) => [turn, side, 'player']));
    expect(sealed.toSorted()).toEqual(turns.toSorted());
  }
}

/** One wrong move in all, and the points that stood on the wall. */
async function expectReports({ desk, classId, contestId }: Room): Promise<void> {
  const { board } = desk.wall.now();
  const { students, results, turns } = await desk.get<SessionExport>(`contests/${contestId}/exports/session.json`);
  expect(students.map(({ nickname, realName }) => [nickname, realName])).toEqual(NAMES.map((name) => [name, `Real ${name}`]));
  const pointsOf = (number: number) => results.filter((one) => one.number === number).reduce((sum, { points }) => sum + points, 0);
  expect(board.map(({ number, points }) => [number, points]).toSorted()).toEqual(students.map(({ number }) => [number, pointsOf(number)]));
  const isRight = ({ segmentRight, stateRight }: SessionExport['turns'][number]) => segmentRight && stateRight;
  expect(turns.filter((turn) => !isRight(turn)).map(({ round, turn, chosenState }) => [round, turn, chosenState])).toEqual([
    [1, 1, expect.any(String)],
  ]);
  expect(turns.map(({ milliseconds }) => milliseconds)).not.toContain(null);
  const { people } = await desk.get<MasteryAnswer>(`classes/${classId}/mastery`);
  expect(people.map(({ asked, right }) => asked - right).toSorted()).toEqual([0, 0, 0, 1]);
  expect(people.reduce((sum, { asked }) => sum + asked, 0)).toBe(turns.length);
}

test('a deploy in the middle of a round loses nothing and costs nobody a turn', { timeout: 180_000 }, async () => {
  const room = await newRoom();
  const { data, older, stored, desk, students } = room;
  const [begun, fresh] = await startRound(room, 1);
  const seats = [...begun, ...fresh];
  await playIntoTheSecondTurn(begun);
  await begun[1].seen.until((view) => openTurn(view)?.sealed.includes(true) === true);
  const before = lookBefore(stored, seats);

  expect(await within(10_000, older.kill('SIGTERM'), 'it runs still')).toEqual({ code: 0, signal: null });
  const answeredMeanwhile = fresh[0].answer('right');
  const newer = hostOf(builds.newer, data, Number(new URL(older.url).port));
  const startedAt = Date.now();
  await newer.start();
  expect(newer.said()).toContain(builds.newer.name);
  await Promise.all(seats.map((seat) => comesBack(seat, before)));
  const givenMeanwhile = await answeredMeanwhile;
  expectNothingLost(stored, before);
  const halfBefore = before.views.get(begun[0])?.turns.at(-1);
  expect(openTurn(begun[0].seen.now())).toMatchObject({ turn: 1, mine: halfBefore?.mine, sealed: halfBefore?.sealed });
  expect(openTurn(fresh[0].seen.now())).toMatchObject({ turn: 0, mine: givenMeanwhile });
  for (const { seen } of seats) expect(openTurn(seen.now())?.deadline).toBeGreaterThanOrEqual(startedAt + 1_000 * TURN_SECONDS);

  await Promise.all(seats.map((seat) => seat.playOn()));
  await desk.wall.until(({ phase, done, withBot }) => phase === 'between' && done === 4 && withBot === 0);
  const next = (await startRound(room, 2)).flat();
  await Promise.all(next.map((seat) => seat.playOn()));
  await desk.view.until(({ phase, round }) => phase === 'between' && round === 2);
  await desk.act({ do: 'end' });
  await Promise.all([desk.wall, ...students.map(({ room: own }) => own)].map((seen) => seen.until(({ phase }) => phase === 'over')));
  expectNoTurnLost(stored, [...new Set([...seats, ...next].map(({ matchId }) => matchId))]);
  await expectReports(room);
});
