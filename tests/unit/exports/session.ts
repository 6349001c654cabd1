/** A session of which little was played. */
import type { ExportedResult, ExportedStudent, ExportedTurn, SessionExport } from '#protocol/exports.ts';

export function student(number: number, changes: Partial<ExportedStudent> = {}): ExportedStudent {
  return { number, nickname: `Nick ${number}`, realName: null, studentNumber: null, email: null, ...changes };
}

export function result(number: number, rightMoves: number, moves: number, changes: Partial<ExportedResult> = {}): ExportedResult {
  const rest = { matchId: 'm1', scenario: 'handshake', opponent: null, points: 0, predictions: 0, rightPredictions: 0 };
  return { number, round: 1, rightMoves, moves, ...rest, ...changes };
}

/** A right answer to a FIN, where nothing else is said. */
export function turn(changes: Partial<ExportedTurn> = {}): ExportedTurn {
  return {
    number: 0,
    round: 1,
    matchId: 'm1',
    scenario: 'handshake',
    level: 2,
    leg: 1,
    turn: 4,
    role: 'server',
    state: 'ESTABLISHED',
    event: 'gets FIN,ACK seq=300 ack=101',
    rules: ['duplicate-ack', 'established-fin'],
    chosenSegment: 'ACK seq=101 ack=301',
    chosenState: 'CLOSE_WAIT',
    expectedSegment: 'ACK seq=101 ack=301',
    expectedState: 'CLOSE_WAIT',
    segmentRight: true,
    stateRight: true,
    misconception: null,
    points: 90,
    milliseconds: 2_000,
    voided: false,
    ...changes,
  };
}

export function session(changes: Partial<SessionExport> = {}): SessionExport {
  const nothing = { students: [], results: [], turns: [], scenarios: [] };
  return { contestId: 'c1', title: 'Networks', createdAt: Date.UTC(2026, 10, 26, 9), endedAt: null, ...nothing, ...changes };
}

/** The lines of a CSV file without quotes, after its BOM. */
export function cellsOf(csv: string): readonly (readonly string[])[] {
  if (!csv.startsWith('\ufeff')) throw new Error('no BOM');
  return csv
    .slice(1)
    .split('\r\n')
    .slice(0, -1)
    .map((line) => line.split(','));
}
