/** Homework over the real host: an instructor sets it, students come by its address and play alone. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { homework as homeworkTable, homeworkTries } from '#db/homework-schema.ts';
import { results } from '#db/schema.ts';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import type {
  HomeworkAnswer,
  HomeworkListAnswer,
  HomeworkReportAnswer,
  MyHomeworkAnswer,
  NewHomework,
  TryAnswer,
} from '#protocol/homework.ts';
import type { ClassResultsAnswer } from '#protocol/reports.ts';
import { addSession } from '../class-sessions.ts';
import { askAs } from './contest-room.ts';
import { playSeat, sit } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { newAdmin, newInstructor } from './instructor.ts';
import { newGuest, newId, openLink, type Guest } from './player.ts';
import { askingAs, newClass } from './roster.ts';

const refused = (fault: Fault) => ({ status: FAULTS[fault], body: { fault } });
const HOUR = 3_600_000;

const WISH: NewHomework = {
  title: 'Week 3',
  dueAt: Date.now() + HOUR,
  tasks: [
    { scenario: 'three-way-handshake', level: 1 },
    { scenario: 'half-close', level: 2 },
  ],
  goal: null,
};

/** A class with Ada and Bob, homework for it, and another class of the same instructor. */
async function school(wish: Partial<NewHomework> = {}) {
  const host = await startHost();
  const desk = await newAdmin(host);
  const ines = { cookie: desk.cookie() };
  const omar = { cookie: (await newInstructor(host, desk, 'omar@x.edu')).cookie() };
  const ask = askingAs(host, desk);
  const { path, roster } = await newClass(ask, 'Networks', 'Ada,1,ada@x.edu\nBob,2,');
  const others = await newClass(ask, 'Systems', 'Carl,3,');
  const door = `classes${path}/homework`;
  const made = await askAs<HomeworkAnswer>(host, ines, 'POST', door, { ...WISH, ...wish });
  expect(made.status).toBe(201);
  const { homeworkId, key } = made.body.homework;
  const report = async () => (await askAs<HomeworkReportAnswer>(host, ines, 'GET', `${door}/${homeworkId}`)).body;
  const codeOf = (name: string) => [...roster, ...others.roster].find((one) => one.name === name)?.code ?? '';
  return { host, ines, omar, ask, path, roster, others, door, homeworkId, key, report, codeOf };
}

const mine = (host: TestHost, guest: Guest, key: string) => askAs<MyHomeworkAnswer>(host, guest, 'GET', `homework/${key}`);
const claim = (host: TestHost, guest: Guest, key: string, personal: string) =>
  askAs<MyHomeworkAnswer>(host, guest, 'POST', `homework/${key}/student`, { personal });
const begin = (host: TestHost, guest: Guest, key: string, task: number, id = newId()) =>
  askAs<TryAnswer>(host, guest, 'POST', `homework/${key}/tries`, { id, task });

/** Plays a try of the task to its end; every answer is right or wrong. */
async function plays(host: TestHost, guest: Guest, key: string, task: number, isRight: boolean): Promise<string> {
  const { matchId } = (await begin(host, guest, key, task)).body;
  const link = await openLink(host, guest);
  const seat = await sit(0, link, matchId);
  await playSeat(host, seat, undefined, () => isRight);
  link.close();
  return matchId;
}

async function isPastDue(host: TestHost, homeworkId: string): Promise<void> {
  const { write, orm } = host.database;
  await write(() => void orm.update(homeworkTable).set({ dueAt: 1 }).where(eq(homeworkTable.id, homeworkId)).run());
}

test('is played alone to its end, and the instructor sees how far each has come', async () => {
  const { host, ines, door, key, report, codeOf } = await school();
  const ada = await newGuest(host);
  expect((await mine(host, ada, key)).body).toMatchObject({ title: 'Week 3', mine: null });
  const claimed = await claim(host, ada, key, codeOf('Ada').toLowerCase().replace('-', ' '));
  expect(claimed.body.mine).toMatchObject({ state: 'not-begun', tries: 0, isLate: false });
  expect(claimed.body.mine?.tasks).toMatchObject([
    { level: 1, scenario: 'three-way-handshake', state: 'not-begun', matchId: null },
    { level: 2, scenario: null, state: 'not-begun', matchId: null },
  ]);

  const { matchId } = (await begin(host, ada, key, 0)).body;
  expect((await mine(host, ada, key)).body.mine).toMatchObject({ state: 'in-progress', tasks: [{ matchId }, {}] });
  expect((await begin(host, ada, key, 0)).body, 'goes on with the open match').toEqual({ matchId });
  expect((await askAs(host, ada, 'GET', `matches/${matchId}/homework`)).body).toEqual({ key });
  expect((await report()).homework).toMatchObject({ students: 2, begun: 1, done: 0 });
  await plays(host, ada, key, 0, false);
  await plays(host, ada, key, 0, true);
  await plays(host, ada, key, 1, true);

  const { body } = await mine(host, ada, key);
  expect(body.mine).toMatchObject({ state: 'done', isLate: false, tries: 3 });
  expect(body.mine?.tasks).toMatchObject([{ state: 'done', tries: 2, matchId: null }, { scenario: 'half-close' }]);
  const { homework, results: rows } = await report();
  expect(homework).toMatchObject({ begun: 1, done: 1, doneLate: 0 });
  const [own, bobs] = rows;
  expect(own).toMatchObject({ name: 'Ada', number: '1', state: 'done', isLate: false, tasksDone: 2, tries: 3 });
  expect(own?.moves, 'the better try counts').toBe(own?.rightMoves);
  expect(own?.points).toBeGreaterThan(0);
  expect(bobs).toMatchObject({ name: 'Bob', state: 'not-begun', isLate: false, moves: 0, tries: 0 });
  expect(host.database.orm.select().from(results).all()).toMatchObject([0, 1, 2].map(() => ({ kind: 'homework', ranked: false })));
  const list = await askAs<HomeworkListAnswer>(host, ines, 'GET', door);
  expect(list.body.homework).toEqual([homework]);
});

test('late is marked late, and a late try takes nothing from one in time', async () => {
  const { host, homeworkId, key, report, codeOf } = await school({ tasks: [{ scenario: 'three-way-handshake', level: 1 }] });
  const [ada, bob] = [await newGuest(host), await newGuest(host)];
  await claim(host, ada, key, codeOf('Ada'));
  await claim(host, bob, key, codeOf('Bob'));
  await plays(host, bob, key, 0, true);
  const dueAt = Date.now();
  const { write, orm } = host.database;
  await write(() => void orm.update(homeworkTable).set({ dueAt }).where(eq(homeworkTable.id, homeworkId)).run());
  await plays(host, bob, key, 0, false);
  expect((await mine(host, ada, key)).body.mine).toMatchObject({ state: 'not-begun', isLate: true });
  await plays(host, ada, key, 0, true);
  const { homework, results: rows } = await report();
  expect(homework).toMatchObject({ done: 2, doneLate: 1 });
  expect(rows).toMatchObject([
    { name: 'Ada', state: 'done', isLate: true },
    { name: 'Bob', state: 'done', isLate: false, tries: 2 },
  ]);
  expect(rows[1]?.rightMoves).toBe(rows[1]?.moves);
});

test('a goal is reached by what was right at first try over the last moves', async () => {
  const goal = { percent: 90, moves: 10 };
  const { host, key, report, codeOf } = await school({ goal, tasks: [{ scenario: 'whole-life', level: 1 }] });
  const ada = await newGuest(host);
  await claim(host, ada, key, codeOf('Ada'));
  await plays(host, ada, key, 0, false);
  expect((await mine(host, ada, key)).body.mine).toMatchObject({ state: 'in-progress', moves: 10, rightMoves: 0 });
  await plays(host, ada, key, 0, true);
  expect((await report()).results[0]).toMatchObject({ state: 'done', moves: 10, rightMoves: 10 });
  await plays(host, ada, key, 0, false);
  expect((await report()).results[0], 'stays reached').toMatchObject({ state: 'done', moves: 10, rightMoves: 10 });
});

test('what was given up does not count as played', async () => {
  const { host, key, report, codeOf } = await school();
  const ada = await newGuest(host);
  await claim(host, ada, key, codeOf('Ada'));
  const { matchId } = (await begin(host, ada, key, 0)).body;
  await (await openLink(host, ada)).get({ type: 'resign', matchId });
  expect((await report()).results[0]).toMatchObject({ state: 'in-progress', tasksDone: 0, moves: 0, tries: 1 });
});

test('a scenario that the host draws is the same for everybody, and no other task has it', async () => {
  const drawn = Array.from({ length: 4 }, () => ({ scenario: null, level: 1 as const }));
  const { report } = await school({ tasks: drawn });
  const { tasks } = (await report()).homework;
  expect(new Set(tasks.map(({ scenario }) => scenario)).size).toBe(4);
});

test('survives the death of the host in the middle of a match', async () => {
  const { host, key, codeOf, ...made } = await school({ tasks: [{ scenario: 'three-way-handshake', level: 1 }] });
  const ada = await newGuest(host);
  await claim(host, ada, key, codeOf('Ada'));
  const { matchId } = (await begin(host, ada, key, 0)).body;
  await playSeat(host, await sit(0, await openLink(host, ada), matchId), (view) => view.turns.length === 3);
  const next = await startHost({}, host.diskNow());
  expect((await mine(next, ada, key)).body.mine?.tasks[0]).toMatchObject({ matchId });
  await plays(next, ada, key, 0, true);
  const report = await askAs<HomeworkReportAnswer>(next, made.ines, 'GET', `${made.door}/${made.homeworkId}`);
  expect(report.body.results[0]).toMatchObject({ state: 'done', tries: 1 });
});

test('a new due date and title are for what was played already, too; withdrawn, it is gone, and the match stays', async () => {
  const { host, ines, door, homeworkId, key, report, codeOf } = await school({ tasks: [{ scenario: 'three-way-handshake', level: 1 }] });
  const ada = await newGuest(host);
  await claim(host, ada, key, codeOf('Ada'));
  await isPastDue(host, homeworkId);
  const matchId = await plays(host, ada, key, 0, true);
  expect((await report()).results[0]).toMatchObject({ isLate: true });
  const dueAt = Date.now() + HOUR;
  const changed = await askAs<HomeworkAnswer>(host, ines, 'PATCH', `${door}/${homeworkId}`, { dueAt, title: ' Week 4 ' });
  expect(changed.body.homework).toMatchObject({ dueAt, title: 'Week 4', key, doneLate: 0 });
  expect((await report()).results[0]).toMatchObject({ isLate: false });

  expect((await askAs(host, ines, 'DELETE', `${door}/${homeworkId}`)).body).toEqual({});
  expect(await mine(host, ada, key)).toMatchObject(refused('no-such-homework'));
  expect(await begin(host, ada, key, 0)).toMatchObject(refused('no-such-homework'));
  expect(host.database.orm.select().from(homeworkTries).all()).toEqual([]);
  expect((await askAs(host, ada, 'GET', `matches/${matchId}`)).status).toBe(200);
});

test('the same request twice makes one match; another phone has its own', async () => {
  const { host, key, codeOf } = await school();
  const [phone, laptop] = [await newGuest(host), await newGuest(host)];
  await claim(host, phone, key, codeOf('Ada'));
  const id = newId();
  const [one, again] = await Promise.all([begin(host, phone, key, 0, id), begin(host, phone, key, 0, id)]);
  expect(again.body).toEqual(one.body);
  await claim(host, laptop, key, codeOf('Ada'));
  expect(await begin(host, phone, key, 0)).toMatchObject(refused('not-in-class'));
  expect((await mine(host, laptop, key)).body.mine).toMatchObject({ tries: 1, tasks: [{ matchId: null }, {}] });
  expect((await begin(host, laptop, key, 0)).body.matchId).not.toBe(one.body.matchId);
});

test('is for the students of its class: a code of another class, or none, opens nothing', async () => {
  const { host, key, report, codeOf } = await school();
  const carl = await newGuest(host);
  expect(await claim(host, carl, key, codeOf('Carl'))).toMatchObject(refused('bad-personal-code'));
  expect(await begin(host, carl, key, 0)).toMatchObject(refused('not-in-class'));
  expect(await mine(host, carl, 'nowhere')).toMatchObject(refused('no-such-homework'));
  expect(await claim(host, carl, 'nowhere', codeOf('Ada'))).toMatchObject(refused('no-such-homework'));
  expect(await mine(host, { ...carl, cookie: '' }, key)).toMatchObject(refused('not-signed-in'));
  expect((await report()).homework.begun).toBe(0);
});

test('of the match, the way back is told to whoever plays it alone', async () => {
  const { host, key, codeOf } = await school();
  const [ada, eve] = [await newGuest(host), await newGuest(host)];
  await claim(host, ada, key, codeOf('Ada'));
  const { matchId } = (await begin(host, ada, key, 0)).body;
  expect(await askAs(host, eve, 'GET', `matches/${matchId}/homework`)).toMatchObject(refused('no-such-homework'));
});

test('too-many-tries: codes are not guessed', async () => {
  const { host, key } = await school();
  const guest = await newGuest(host);
  for (let n = 0; n < 10; n += 1) expect(await claim(host, guest, key, 'BBBB-BBBB')).toMatchObject(refused('bad-personal-code'));
  expect(await claim(host, guest, key, 'BBBB-BBBB')).toMatchObject(refused('too-many-tries'));
});

test('is its instructor’s: another one, a student or nobody learns nothing of it', async () => {
  const { host, ines, omar, path, door, homeworkId, others } = await school();
  const one = `${door}/${homeworkId}`;
  const doors = [
    ['GET', door],
    ['POST', door, WISH],
    ['GET', one],
    ['PATCH', one, { title: 'Mine' }],
    ['DELETE', one],
    ['GET', `${one}/exports/gradebook-canvas.csv`],
    ['GET', `classes${path}/results`],
  ] as const;
  const guest = await newGuest(host);
  for (const [method, address, body] of doors) {
    expect(await askAs(host, omar, method, address, body)).toMatchObject(refused('no-such-class'));
    expect(await askAs(host, guest, method, address, body)).toMatchObject(refused('not-an-instructor'));
  }
  expect(await askAs(host, ines, 'GET', `classes${others.path}/homework/${homeworkId}`)).toMatchObject(refused('no-such-homework'));
});

test.each<[Fault, object]>([
  ['due-date-over', { dueAt: Date.now() - 1 }],
  ['no-such-scenario', { tasks: [{ scenario: 'no-such', level: 1 }] }],
  ['bad-message', { tasks: [] }],
  ['bad-message', { tasks: Array.from({ length: 11 }, () => ({ scenario: null, level: 1 })) }],
  ['bad-message', { title: '  ' }],
  ['bad-message', { goal: { percent: 101, moves: 20 } }],
])('%s: homework with %j', async (fault, wrong) => {
  const { host, ines, door } = await school();
  expect(await askAs(host, ines, 'POST', door, { ...WISH, ...wrong })).toMatchObject(refused(fault));
});

test('no due date is put into the past', async () => {
  const { host, ines, door, homeworkId } = await school();
  expect(await askAs(host, ines, 'PATCH', `${door}/${homeworkId}`, { dueAt: 1 })).toMatchObject(refused('due-date-over'));
});

test('is a column of a gradebook, for those who have finished something', async () => {
  const { host, ines, door, homeworkId, key, codeOf } = await school({ title: 'Week (3)', tasks: [{ scenario: 'half-close', level: 1 }] });
  const ada = await newGuest(host);
  await claim(host, ada, key, codeOf('Ada'));
  await plays(host, ada, key, 0, true);
  const file = async (name: string) => {
    const response = await fetch(`${host.url}/api/${door}/${homeworkId}/exports/${name}`, { headers: ines });
    return { text: await response.text(), type: response.headers.get('content-type') };
  };
  const canvas = await file('gradebook-canvas.csv');
  expect(canvas.type).toBe('text/csv; charset=utf-8');
  expect(canvas.text).toMatch(/Section,Last ACK: Week \[3\] /);
  expect(canvas.text).toMatch(/\r\nAda,,1,ada@x.edu,,100\r\n$/);
  expect((await file('gradebook-moodle.csv')).text).toMatch(/\r\nAda,1,ada@x.edu,100\r\n$/);
  expect((await file('other.csv')).text).toBe('{"fault":"not-found"}');
});

test('stands beside the sessions of the class', async () => {
  const { host, ines, path, key, roster, codeOf } = await school({ tasks: [{ scenario: 'half-close', level: 1 }] });
  const classId = path.slice(1);
  await addSession(host.database, {
    id: 'c1',
    classId,
    createdAt: 1_000,
    came: [{ playerId: 'ada-on-a-phone', studentId: roster[0]?.studentId ?? '' }],
    pairs: [{ sides: [0, null], scores: [{ moves: 10, rightMoves: 7, points: 700 }, {}] }],
  });
  const bob = await newGuest(host);
  await claim(host, bob, key, codeOf('Bob'));
  await plays(host, bob, key, 0, true);
  const { body } = await askAs<ClassResultsAnswer>(host, ines, 'GET', `classes/${classId}/results`);
  expect(body.columns).toMatchObject([
    { kind: 'session', title: 'Session c1', at: 1_000 },
    { kind: 'homework', title: 'Week 3' },
  ]);
  expect(body.students).toMatchObject([
    {
      name: 'Ada',
      cells: [
        { moves: 10, rightMoves: 7 },
        { state: 'not-begun', isLate: false, moves: 0 },
      ],
    },
    { name: 'Bob', cells: [null, { state: 'done', isLate: false }] },
  ]);
});

test('a student who is erased takes what was played along, whatever phone it was played on', async () => {
  const { host, ask, path, roster, key, report, codeOf } = await school();
  const [phone, laptop] = [await newGuest(host), await newGuest(host)];
  await claim(host, phone, key, codeOf('Ada'));
  await plays(host, phone, key, 0, true);
  await claim(host, laptop, key, codeOf('Ada'));
  await ask('DELETE', `${path}/students/${roster[0]?.studentId}`);
  expect((await report()).results).toMatchObject([{ name: 'Bob' }]);
  expect(host.database.orm.select().from(homeworkTries).all()).toEqual([]);
  for (const guest of [phone, laptop]) expect(await mine(host, guest, key)).toMatchObject(refused('not-signed-in'));
});
