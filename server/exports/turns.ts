/** One row for each move that a student was asked for. */
import type { ExportedStudent, ExportedTurn, SessionExport } from '#protocol/exports.ts';
import { type Column, toCsv } from './csv.ts';

type Row = { readonly turn: ExportedTurn; readonly student: ExportedStudent | undefined };

const COLUMNS: readonly Column<Row>[] = [
  ['nickname', ({ student }) => student?.nickname ?? null],
  ['real_name', ({ student }) => student?.realName ?? null],
  ['student_number', ({ student }) => student?.studentNumber ?? null],
  ['scenario', ({ turn }) => turn.scenario],
  ['level', ({ turn }) => turn.level],
  ['round', ({ turn }) => turn.round],
  ['match', ({ turn }) => turn.matchId],
  ['leg', ({ turn }) => turn.leg],
  ['turn', ({ turn }) => turn.turn],
  ['role', ({ turn }) => turn.role],
  ['state', ({ turn }) => turn.state],
  ['event', ({ turn }) => turn.event],
  ['rule', ({ turn }) => turn.rules.at(-1) ?? null],
  ['rules', ({ turn }) => turn.rules.join(' ')],
  ['chosen_segment', ({ turn }) => turn.chosenSegment],
  ['chosen_state', ({ turn }) => turn.chosenState],
  ['expected_segment', ({ turn }) => turn.expectedSegment],
  ['expected_state', ({ turn }) => turn.expectedState],
  ['segment_right', ({ turn }) => turn.segmentRight],
  ['state_right', ({ turn }) => turn.stateRight],
  ['misconception', ({ turn }) => turn.misconception],
  ['points', ({ turn }) => turn.points],
  ['milliseconds', ({ turn }) => turn.milliseconds],
  ['voided', ({ turn }) => turn.voided],
];

export function turnsCsv({ turns, students }: SessionExport): string {
  const byNumber = new Map(students.map((student) => [student.number, student]));
  return toCsv(
    COLUMNS,
    turns.map((turn) => ({ turn, student: byNumber.get(turn.number) })),
  );
}
