/** A CSV file as an instructor has it, and what it does to a class. */
import { describe, expect, test } from 'vitest';
import { ROSTER_REASONS, type RosterReason } from '#protocol/classes.ts';
import type { Student } from '#db/students.ts';
import en from '#messages/en.json';
import { makePersonalCode } from '#server/classes/personal-code.ts';
import { planImport } from '#server/classes/plan-import.ts';
import { readRoster } from '#server/classes/read-roster.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readRoster(utf8(text));
const told = (text: string) => read(text).problems.map(({ line, reason }) => `${line} ${reason}`);

const MEI = { line: 2, name: '王梅', email: 'mei@example.edu', number: '2024001' };
/** 姓名,学号,邮箱 / 王梅,2024001,mei@example.edu as Excel in Chinese saves it. */
const GB18030 = new Uint8Array([
  ...[0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xd1, 0xa7, 0xba, 0xc5, 0x2c, 0xd3, 0xca, 0xcf, 0xe4, 0x0d, 0x0a],
  ...[0xcd, 0xf5, 0xc3, 0xb7],
  ...utf8(',2024001,mei@example.edu\r\n'),
]);

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  [...`\uFEFF${text}`].forEach((unit, n) => void view.setUint16(2 * n, unit.charCodeAt(0), littleEndian));
  return new Uint8Array(view.buffer);
}

describe('the encodings that spreadsheets write', () => {
  const text = '姓名\t学号\t邮箱\r\n王梅\t2024001\tmei@example.edu\r\n';
  test.each<[string, Uint8Array]>([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a BOM', utf8(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16(text, true)],
    ['UTF-16, big end first', utf16(text, false)],
    ['GB18030', GB18030],
  ])('%s', (_, octets) => {
    expect(readRoster(octets)).toMatchObject({ lines: [MEI], problems: [] });
  });

  test('Windows-1252, whose letters stand alone among those of ASCII', () => {
    const octets = new Uint8Array([...utf8('name;id\r\nM'), 0xfc, ...utf8('ller, Jos'), 0xe9, ...utf8(';7\r\n')]);
    expect(readRoster(octets)).toMatchObject({ lines: [{ name: 'Müller, José', number: '7' }], problems: [] });
  });

  test.each<[RosterReason, Uint8Array]>([
    ['workbook', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14])],
    ['workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
    ['unreadable', new Uint8Array([0xff, 0xfe, 0x41])],
    ['unreadable', new Uint8Array([0x6e, 0xff, 0xff])],
    ['unreadable', utf8('name\0')],
  ])('%s instead of a text', (reason, octets) => {
    expect(readRoster(octets).problems).toEqual([{ line: 1, reason, other: null }]);
  });
});

describe('headings', () => {
  test.each([
    'name,email,student id',
    'Full Name;E-mail Address;Student-ID',
    'Email\tName\tID number',
    '学号,姓名,电子邮件',
    '班级,姓名（必填）,学 号,邮箱地址',
    'Student,ID,SIS User ID,SIS Login ID,Section,email',
    '學號,姓名,電子郵件',
  ])('%s', (headings) => {
    const { columns } = read(`${headings}\nx,x,x,x,x`);
    const found = columns.flatMap(({ readAs }) => readAs ?? []);
    expect([...found].sort()).toEqual(['email', 'name', 'number']);
  });

  test('what is passed over is told, and of two numbers the registry’s counts', () => {
    expect(read('Student,ID,SIS User ID,Section\nAda Lovelace,17,s042,A').columns).toEqual([
      { heading: 'Student', readAs: 'name' },
      { heading: 'ID', readAs: null },
      { heading: 'SIS User ID', readAs: 'number' },
      { heading: 'Section', readAs: null },
    ]);
  });

  test('a name in two parts is put together as the language does', () => {
    const { lines } = read('First name,Last name,Email address\nAda,Lovelace,ada@example.edu\n梅,王,mei@example.edu\nPlato,,p@example.edu');
    expect(lines.map(({ name }) => name)).toEqual(['Ada Lovelace', '王梅', 'Plato']);
  });

  test.each(['', '\n\n', ',,\n,,', 'name,email', 'name,email\n,\n'])('%j has no students', (text) => {
    expect(told(text)).toEqual(['1 empty']);
  });

  test.each(['Ada Lovelace,ada@example.edu\nBob,bob@example.edu', 'email\nada@example.edu', 'first name\nAda'])(
    '%j has no names',
    (text) => {
      expect(told(text)).toEqual(['1 no-name-column']);
    },
  );
});

describe('cells', () => {
  test('quotes, separators and line breaks inside, and lines counted as an editor does', () => {
    const text = '\r\nname,email\r\n"Lovelace, Ada",ada@example.edu\r\n\r\n"Bob ""Bobby""\r\nBrown",\r\n,,\r\nCy,not an address\r\n';
    expect(read(text)).toMatchObject({
      lines: [
        { line: 3, name: 'Lovelace, Ada' },
        { line: 5, name: 'Bob "Bobby" Brown', email: null },
      ],
      problems: [{ line: 8, reason: 'bad-email' }],
    });
  });

  test('what is needless is taken off, and zeros stay', () => {
    expect(read('name,email,id\n  Ada   Lovelace ,ADA@Example.EDU,="0042"').lines).toEqual([
      { line: 2, name: 'Ada Lovelace', email: 'ada@example.edu', number: '0042' },
    ]);
  });

  test.each<[string, string]>([
    [',a@example.edu,1', '2 missing-name'],
    ['Ada,ada@,1', '2 bad-email'],
    [`Ada,${'a'.repeat(250)}@example.edu,1`, '2 bad-email'],
    [`${'a'.repeat(101)},,1`, '2 bad-name'],
    ['A\u0007da,,1', '2 bad-name'],
    [`Ada,,${'1'.repeat(41)}`, '2 bad-number'],
    ['Ada,,2.02401E+11', '2 mangled-number'],
    ['Ada,,1,surplus', '2 too-many-columns'],
    ['"Ada,,1\nBob,,2', '2 open-quote'],
    ['Bob,,7\nAda,"x,1', '3 open-quote'],
  ])('%j', (row, problem) => {
    expect(told(`name,email,id\n${row}\n`)).toEqual([problem]);
  });

  test('a row may have several problems, and all rows are looked at', () => {
    expect(told('name,email,id\n,x,1\nAda,,2\nBob,y,3')).toEqual(['2 missing-name', '2 bad-email', '4 bad-email']);
  });

  test('short rows, and empty cells too many, are no problem', () => {
    expect(told('name,email,id\nAda\nBob,,,,')).toEqual([]);
  });

  test('two thousand rows, and no more', () => {
    const rows = (count: number) => `name\n${Array.from({ length: count }, (_, n) => `Student ${n}\n`).join('')}`;
    expect(read(rows(2_000)).lines).toHaveLength(2_000);
    expect(told(rows(2_001))).toEqual(['2002 too-many-rows']);
  });
});

function student(studentId: string, name: string, number: string | null, email: string | null): Student {
  return { studentId, name, number, email, code: 'BCDF-GHJK', playerId: null, createdAt: 1 };
}

describe('what a file does to a class', () => {
  const ROSTER = [student('ada', 'Ada', '1', 'ada@x.edu'), student('bob', 'Bob', null, 'bob@x.edu'), student('cy', 'Cy', null, null)];
  const plan = (rows: string, roster: readonly Student[] = ROSTER) => planImport(read(`name,id,email\n${rows}`), roster);
  const problems = (rows: string, roster = ROSTER) =>
    plan(rows, roster).answer.problems.map(({ line, reason, other }) => `${line} ${reason}${other === null ? '' : ` ${other}`}`);

  test('by number, by e-mail, or by name where there is neither: the same student', () => {
    const { answer, planned } = plan('Ada Lovelace,1,\nBob,2,bob@x.edu\nCy,3,cy@x.edu\nDi,4,');
    expect(answer.rows.map(({ act, name }) => `${act} ${name}`)).toEqual(['updated Ada Lovelace', 'updated Bob', 'updated Cy', 'added Di']);
    expect(planned).toEqual([
      { studentId: 'ada', name: 'Ada Lovelace', number: '1', email: 'ada@x.edu' },
      { studentId: 'bob', name: 'Bob', number: '2', email: 'bob@x.edu' },
      { studentId: 'cy', name: 'Cy', number: '3', email: 'cy@x.edu' },
      { studentId: null, name: 'Di', number: '4', email: null },
    ]);
  });

  test('the same file again changes nothing', () => {
    const { answer, planned } = plan('Ada,1,ada@x.edu\nBob,,bob@x.edu\nCy,,');
    expect(answer.rows.map(({ act }) => act)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(planned).toEqual([]);
  });

  test.each<[string, string]>([
    ['Eve,7,\nEva,7,', '3 double-number 2'],
    ['Eve,,e@x.edu\nEva,8,E@X.edu', '3 double-email 2'],
    ['Eve,,\nEve,,', '3 double-name 2'],
    ['Ada,1,bob@x.edu', '2 two-students'],
    ['Ada,1,\nAda,,ada@x.edu', '3 same-student 2'],
    ['Ada,1,\nAda,,', '3 same-student 2'],
  ])('%j', (rows, problem) => {
    const { answer, planned } = plan(rows);
    expect(problems(rows)).toEqual([problem]);
    expect({ rows: answer.rows, planned }).toEqual({ rows: [], planned: [] });
  });

  test('two of a name whom nothing tells apart', () => {
    const twins = [student('a', 'Li Na', null, null), student('b', 'Li Na', null, null)];
    expect(problems('Li Na,5,', twins)).toEqual(['2 several-of-the-name']);
    const known = [student('a', 'Li Na', '1', null), student('b', 'Li Na', '2', null)];
    expect(problems('Li Na,,', known)).toEqual(['2 several-of-the-name']);
    expect(plan('Li Na,3,', known).answer.rows).toMatchObject([{ act: 'added' }]);
  });

  test('one bad row, and nothing of the file is taken', () => {
    const { answer, planned } = plan('Di,4,\nEve,5,nonsense');
    expect(answer).toMatchObject({ rows: [], problems: [{ line: 3, reason: 'bad-email' }] });
    expect(planned).toEqual([]);
  });
});

test('every reason has its words', () => {
  expect(Object.keys(en.classes.import.reasons).sort()).toEqual([...ROSTER_REASONS].sort());
});

test('a personal code is two groups of four letters that nobody mistakes', () => {
  const codes = Array.from({ length: 500 }, makePersonalCode);
  for (const code of codes) expect(code).toMatch(/^[BCDFGHJKMNPQRSTVWXZ]{4}-[BCDFGHJKMNPQRSTVWXZ]{4}$/);
  expect(new Set(codes).size).toBe(500);
});
