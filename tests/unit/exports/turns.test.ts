import { expect, test } from 'vitest';
import { scenariosCsv, summariseScenarios } from '#server/exports/scenarios.ts';
import { turnsCsv } from '#server/exports/turns.ts';
import { cellsOf, session, student, turn } from './session.ts';

test('a turn says who was asked what, what was chosen and what was right', () => {
  const students = [student(0, { nickname: '=Neo', realName: 'Thomas', studentNumber: '0042' })];
  const missed = turn({ chosenSegment: null, chosenState: null, segmentRight: false, stateRight: false, points: 0, milliseconds: null });
  const csv = turnsCsv(session({ students, turns: [turn({ event: 'closes' }), missed] }));
  const [header, first] = cellsOf(csv);
  const row = Object.fromEntries(header?.map((heading, n) => [heading, first?.[n]]) ?? []);
  expect(row).toEqual({
    nickname: "'=Neo",
    real_name: 'Thomas',
    student_number: '0042',
    scenario: 'handshake',
    level: '2',
    round: '1',
    match: 'm1',
    leg: '1',
    turn: '4',
    role: 'server',
    state: 'ESTABLISHED',
    event: 'closes',
    rule: 'established-fin',
    rules: 'duplicate-ack established-fin',
    chosen_segment: 'ACK seq=101 ack=301',
    chosen_state: 'CLOSE_WAIT',
    expected_segment: 'ACK seq=101 ack=301',
    expected_state: 'CLOSE_WAIT',
    segment_right: 'true',
    state_right: 'true',
    misconception: '',
    points: '90',
    milliseconds: '2000',
    voided: 'false',
  });
  expect(csv).toContain('duplicate-ack established-fin,,,ACK seq=101 ack=301,CLOSE_WAIT,false,false,,0,,false\r\n');
});

test('a scenario says how often it was asked, how many were right, how long it took and what was most often wrong', () => {
  const wrong = (ack: number) => turn({ chosenSegment: `ACK seq=101 ack=${ack}`, segmentRight: false, milliseconds: 4_001 });
  const turns = [
    turn({ scenario: 'late' }),
    turn({ segmentRight: false, chosenSegment: 'nothing' }),
    wrong(1),
    wrong(2),
    turn({ milliseconds: null, chosenSegment: null, chosenState: null, segmentRight: false }),
    turn(),
    turn({ voided: true, segmentRight: false }),
  ];
  const scenarios = summariseScenarios(turns);
  expect(scenarios).toEqual([
    { scenario: 'late', asked: 1, right: 1, share: 1, meanMilliseconds: 2_000, wrong: null },
    {
      scenario: 'handshake',
      asked: 5,
      right: 1,
      share: 0.2,
      meanMilliseconds: 3_001,
      wrong: { rule: 'established-fin', segment: 'ACK', state: 'CLOSE_WAIT', count: 2 },
    },
  ]);
  expect(cellsOf(scenariosCsv(scenarios))[2]).toEqual(['handshake', '5', '1', '0.2', '3001', 'established-fin', 'ACK', 'CLOSE_WAIT', '2']);
});
