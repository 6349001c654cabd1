/** Classes and rosters on a host as it runs. */
import { describe, expect, test } from 'vitest';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import { startHost, type TestHost } from './host.ts';
import { newAdmin, newDesk, newInstructor } from './instructor.ts';
import { newGuest } from './player.ts';
import { askingAs, newClass, type Ask } from './roster.ts';

const refused = (fault: Fault) => ({ status: FAULTS[fault], body: { fault } });

async function school(): Promise<{ readonly host: TestHost; readonly ines: Ask; readonly omar: Ask; readonly guest: Ask }> {
  const host = await startHost();
  const admin = await newAdmin(host);
  const [ines, omar] = [await newInstructor(host, admin, 'ines@x.edu'), await newInstructor(host, admin, 'omar@x.edu')];
  const { cookie } = await newGuest(host);
  return { host, ines: askingAs(host, ines), omar: askingAs(host, omar), guest: askingAs(host, { cookie: () => cookie }) };
}

const details = (name: string, email = '', number = '') => ({ name, email, number });

describe('a class', () => {
  test('is made, changed and archived, and the newest stands first', async () => {
    const { ines } = await school();
    const networks = await newClass(ines, 'Networks');
    await newClass(ines, 'Operating systems');
    const change = { name: ' Computer networks ', term: '2026–27', archived: true };
    const changed = { name: 'Computer networks', term: '2026–27', archived: true, students: 0 };
    expect((await ines('PATCH', networks.path, change)).body.class).toMatchObject(changed);
    const { classes } = (await ines('GET', '')).body;
    expect(classes).toMatchObject([{ name: 'Operating systems', term: 'Autumn', archived: false }, changed]);
  });

  test('is deleted with its roster, by whoever says its name', async () => {
    const { ines } = await school();
    const { path } = await newClass(ines, 'Networks', 'Ada,1,');
    const other = await newClass(ines, 'Systems', 'Bob,2,');
    expect(await ines('DELETE', path, { name: 'networks' })).toMatchObject(refused('name-differs'));
    expect((await ines('GET', path)).body.students).toHaveLength(1);
    expect(await ines('DELETE', path, { name: 'Networks' })).toMatchObject({ status: 200 });
    expect(await ines('GET', path)).toMatchObject(refused('no-such-class'));
    expect((await ines('GET', other.path)).body.students).toHaveLength(1);
  });

  test.each([
    ['POST', '', {}],
    ['POST', '', { name: '', term: '' }],
    ['POST', '', { name: '  ', term: '' }],
    ['POST', '', { name: 'x'.repeat(81), term: '' }],
    ['POST', '', { name: 'Networks', term: 'x'.repeat(41) }],
    ['POST', '', { name: 'Networks', term: '', owner: 'somebody' }],
    ['PATCH', '/:class', {}],
    ['PATCH', '/:class', { archived: 'yes' }],
    ['DELETE', '/:class', undefined],
    ['POST', '/:class/students', { name: 'Ada' }],
    ['POST', '/:class/students', { ...details('Ada'), code: 'BBBB-BBBB' }],
  ])('%s %s %j: bad-message', async (method, path, body) => {
    const { ines } = await school();
    const { path: known } = await newClass(ines, 'Networks');
    expect(await ines(method, path.replace('/:class', known), body)).toMatchObject(refused('bad-message'));
  });
});

test('not-an-instructor, no-such-class: a class is its owner’s, and nobody else learns that there is one', async () => {
  const { host, ines, omar, guest } = await school();
  const { path, roster } = await newClass(ines, 'Networks', 'Ada,1,ada@x.edu');
  const student = `${path}/students/${roster[0]?.studentId}`;
  const doors: readonly (readonly [string, string, unknown?])[] = [
    ['GET', path],
    ['PATCH', path, { name: 'Mine' }],
    ['DELETE', path, { name: 'Networks' }],
    ['POST', `${path}/students`, details('Eve')],
    ['POST', `${path}/students/import`, 'name\nEve'],
    ['POST', `${path}/students/import?dryRun=true`, 'name\nEve'],
    ['PATCH', student, details('Eve')],
    ['POST', `${student}/code`],
    ['GET', `${student}/export`],
    ['DELETE', student],
  ];
  for (const [method, door, body] of doors) {
    expect(await omar(method, door, body), `${method} ${door}`).toEqual(refused('no-such-class'));
    expect(await omar(method, door.replace(path, '/nosuchclass'), body)).toEqual(refused('no-such-class'));
    expect(await guest(method, door, body), `${method} ${door}`).toEqual(refused('not-an-instructor'));
  }
  const [nobody, own] = [askingAs(host, newDesk(host)), await newClass(omar, 'Systems')];
  for (const ask of [guest, nobody]) {
    expect(await ask('GET', '')).toEqual(refused('not-an-instructor'));
    expect(await ask('POST', '', { name: 'Mine', term: '' })).toEqual(refused('not-an-instructor'));
  }
  expect((await omar('GET', '')).body.classes).toMatchObject([{ name: 'Systems' }]);
  for (const [method, door, body] of doors.slice(6))
    expect(await omar(method, door.replace(path, own.path), body)).toEqual(refused('no-such-student'));
  expect((await ines('GET', path)).body).toMatchObject({ class: { name: 'Networks' }, students: roster });
});

describe('a student', () => {
  test('is added and changed, has a code, and gets another', async () => {
    const { ines } = await school();
    const { path } = await newClass(ines, 'Networks');
    const { student } = (await ines('POST', `${path}/students`, details(' 王梅 ', 'Mei@X.edu', '007'))).body;
    expect(student).toMatchObject({ name: '王梅', email: 'mei@x.edu', number: '007', joined: false });
    expect(student?.code).toMatch(/^[A-Z]{4}-[A-Z]{4}$/);
    const one = `${path}/students/${student?.studentId}`;
    const changed = { ...student, name: 'Wang Mei', email: null };
    expect((await ines('PATCH', one, details('Wang Mei', '', '007'))).body.student).toEqual(changed);
    const { student: renewed } = (await ines('POST', `${one}/code`)).body;
    expect(renewed?.code).not.toBe(student?.code);
    expect((await ines('GET', path)).body.students).toEqual([{ ...changed, code: renewed?.code }]);
  });

  test.each<[Fault, ReturnType<typeof details>]>([
    ['bad-student-name', details('  ')],
    ['bad-student-name', details('x'.repeat(101))],
    ['bad-email', details('Eve', 'eve@')],
    ['bad-student-number', details('Eve', '', '2.02E+11')],
    ['student-exists', details('Eve', 'ADA@x.edu')],
    ['student-exists', details('Eve', '', '1')],
  ])('%s: %o', async (fault, body) => {
    const { ines } = await school();
    const { path, roster } = await newClass(ines, 'Networks', 'Ada,1,ada@x.edu\nBob,2,bob@x.edu');
    expect(await ines('POST', `${path}/students`, body)).toEqual(refused(fault));
    expect(await ines('PATCH', `${path}/students/${roster[1]?.studentId}`, body)).toEqual(refused(fault));
    expect((await ines('GET', path)).body.students).toEqual(roster);
  });

  test('may be on the rosters of two classes', async () => {
    const { ines } = await school();
    const [one, other] = [await newClass(ines, 'Networks', 'Ada,1,a@x.edu'), await newClass(ines, 'Systems', 'Ada,1,a@x.edu')];
    expect(one.roster[0]?.code).not.toBe(other.roster[0]?.code);
  });
});

describe('an import', () => {
  test('says what it would do, and does nothing as long as it is dry', async () => {
    const { ines } = await school();
    const { path } = await newClass(ines, 'Networks');
    const answer = { columns: [{ heading: '姓名', readAs: 'name' }], problems: [] };
    const rows = [{ line: 2, act: 'added', name: '王梅', email: null, number: null }];
    expect(await ines('POST', `${path}/students/import?dryRun=true`, '姓名\n王梅')).toEqual({ status: 200, body: { ...answer, rows } });
    expect((await ines('GET', path)).body.students).toEqual([]);
    expect(await ines('POST', `${path}/students/import`, '姓名\n王梅')).toEqual({ status: 200, body: { ...answer, rows } });
    expect((await ines('GET', path)).body.students).toMatchObject([{ name: '王梅' }]);
  });

  test('bad-roster: one bad line, and nothing of the file is there', async () => {
    const { ines } = await school();
    const { path, roster } = await newClass(ines, 'Networks', 'Ada,1,ada@x.edu');
    const file = 'name,id,email\nAda Lovelace,1,ada@x.edu\nBob,2,bob@\n';
    const { body } = await ines('POST', `${path}/students/import?dryRun=true`, file);
    expect(body).toMatchObject({ rows: [], problems: [{ line: 3, reason: 'bad-email', other: null }] });
    expect(await ines('POST', `${path}/students/import`, file)).toEqual(refused('bad-roster'));
    expect((await ines('GET', path)).body.students).toEqual(roster);
  });

  test('once more updates, and nobody is doubled or loses a code', async () => {
    const { ines } = await school();
    const { path, roster } = await newClass(ines, 'Networks', 'Ada,1,ada@x.edu\nBob,,bob@x.edu');
    const [ada, bob] = roster;
    await ines('POST', `${path}/students/import`, 'email;student id;name\nnew@x.edu;1;Ada Lovelace\nbob@x.edu;2;Bob\n;3;Cy');
    expect((await ines('GET', path)).body.students).toEqual([
      { ...ada, name: 'Ada Lovelace', email: 'new@x.edu' },
      { ...bob, number: '2' },
      expect.objectContaining({ name: 'Cy', number: '3' }),
    ]);
  });

  test('two thousand students at once have two thousand codes', async () => {
    const { ines } = await school();
    const { roster } = await newClass(ines, 'Networks', Array.from({ length: 2_000 }, (_, n) => `Student ${n},${n},`).join('\n'));
    expect(new Set(roster.map(({ code }) => code)).size).toBe(2_000);
  });
});
