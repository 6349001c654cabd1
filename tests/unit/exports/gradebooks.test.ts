/** What Canvas' and Moodle's own importers ask of a file (docs/decisions/exports.md). */
import { describe, expect, test } from 'vitest';
import type { SessionExport } from '#protocol/exports.ts';
import * as gradebooks from '#server/exports/gradebooks.ts';
import { cellsOf, result, session, student } from './session.ts';

const canvasGradebook = (session: SessionExport) => gradebooks.canvasGradebook(gradebooks.sessionGradebook(session));
const moodleGradebook = (session: SessionExport) => gradebooks.moodleGradebook(gradebooks.sessionGradebook(session));

const ADA = student(0, { realName: 'Ada Lovelace', studentNumber: '0042', email: 'ada@example.edu' });
const BOB = student(1, { realName: 'Bob', studentNumber: null, email: 'bob@example.edu' });
const GUEST = student(2);
const ABSENT = student(3, { realName: 'Carl', studentNumber: '7', email: 'carl@example.edu' });

const PLAYED = session({
  students: [BOB, ADA, GUEST, ABSENT],
  results: [result(0, 5, 8), result(0, 7, 8, { round: 2, matchId: 'm2' }), result(1, 1, 3), result(2, 9, 9)],
});

describe('the file for Canvas', () => {
  const [header, possible, ...students] = cellsOf(canvasGradebook(PLAYED));

  test('has the columns by which Canvas knows a gradebook, and one for the session', () => {
    expect(header).toEqual(['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Last ACK: Networks 2026-11-26']);
  });

  test('says below the header what can be reached', () => {
    expect(possible).toEqual(['    Points Possible', '', '', '', '', '100']);
  });

  test('grades every student of the roster who played by the share of right moves in all rounds, and nobody else', () => {
    expect(students).toEqual([
      ['Ada Lovelace', '', '0042', 'ada@example.edu', '', '75'],
      ['Bob', '', '', 'bob@example.edu', '', '33.33'],
    ]);
  });

  test('has a row each for two students of one name of whom nothing else is known', () => {
    const weis = [4, 5].map((number) => ({ number, nickname: `Wei ${number}`, realName: 'Wang Wei', studentNumber: null, email: null }));
    const both = session({ students: weis, results: [result(4, 1, 4), result(5, 4, 4)] });
    expect(cellsOf(canvasGradebook(both)).slice(2)).toEqual([
      ['Wang Wei', '', '', '', '', '25'],
      ['Wang Wei', '', '', '', '', '100'],
    ]);
  });

  test('has no quote behind the BOM, which Ruby takes for a broken file', () => {
    expect(canvasGradebook(PLAYED).slice(1)).toMatch(/^Student,/);
  });

  test('has no number in brackets in the title, which Canvas takes for that of an assignment', () => {
    const [columns] = cellsOf(canvasGradebook(session({ title: 'Week (3)' })));
    expect(columns?.at(-1)).toBe('Last ACK: Week [3] 2026-11-26');
  });
});

describe('the file for Moodle', () => {
  test('has a column for each way of finding a student, and one for the session', () => {
    const [header, ada] = cellsOf(moodleGradebook(PLAYED));
    expect(header).toEqual(['Full name', 'ID number', 'Email address', 'Last ACK: Networks 2026-11-26']);
    expect(ada).toEqual(['Ada Lovelace', '0042', 'ada@example.edu', '75']);
  });

  test('is empty in no cell by which Moodle finds a student: it would give the grade to the one before', () => {
    const [, , bob] = cellsOf(moodleGradebook(PLAYED));
    expect(bob).toEqual(['Bob', 'no ID number: Bob', 'bob@example.edu', '33.33']);
  });

  test('does not list who was not asked anything', () => {
    expect(moodleGradebook(PLAYED)).not.toContain('Carl');
    expect(moodleGradebook(PLAYED)).not.toContain('Nick');
  });
});
