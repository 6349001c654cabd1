/** segment-grid.txt, cell by cell: 11 states and a second way into one, 16 combinations of flags, four places and four acknowledgments. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFAULT_WINDOW, segmentEnd, type Endpoint } from '#game/tcp/endpoint.ts';
import { add } from '#game/tcp/sequence.ts';
import { step } from '#game/tcp/step.ts';
import { STATES, type Segment, type State } from '#game/tcp/vocabulary.ts';
import { afterCrossedSyns, inState, ISS, play, segment, send, text } from './endpoints.ts';

type Numbers = Readonly<Record<'old' | 'good' | 'future' | 'rcv', number>>;
type Line = { readonly place: string; readonly ack: string; readonly cells: readonly string[] };
type Table = { readonly name: string; readonly numbers: Numbers; readonly columns: readonly string[]; readonly lines: readonly Line[] };

const PLACES: Readonly<Record<string, number>> = { below: -10, at: 0, in: 10, above: DEFAULT_WINDOW };
const ABBREVIATIONS: Readonly<Record<string, State>> = {
  CL: 'CLOSED',
  LI: 'LISTEN',
  SR: 'SYN_RCVD',
  ES: 'ESTABLISHED',
  F1: 'FIN_WAIT_1',
  F2: 'FIN_WAIT_2',
  CW: 'CLOSE_WAIT',
  CG: 'CLOSING',
  LA: 'LAST_ACK',
  TW: 'TIME_WAIT',
};
/** Larger than all numbers that any of the endpoints has used (MAY-2). */
const NEXT_ISS = 5000;

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  ...Object.fromEntries(STATES.map((state) => [state, inState(state)])),
  ESTABLISHED: play(inState('ESTABLISHED'), send(10)),
  CLOSE_WAIT: play(inState('CLOSE_WAIT'), send(10)),
  'SYN_RCVD opened actively': afterCrossedSyns(),
};

function readGrid(): readonly Table[] {
  const [, ...chapters] = readFileSync(join(import.meta.dirname, 'segment-grid.txt'), 'utf8').split('\n## ');
  return chapters.map((chapter) => {
    const [name = '', setup = '', ...rest] = chapter.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const [columns = [], ...lines] = rest.map((line) => line.trim().split(/ +/));
    const numbers = Object.fromEntries(setup.split(' ').map((pair) => pair.split('='))) as Record<keyof Numbers, string>;
    return {
      name,
      numbers: { old: Number(numbers.old), good: Number(numbers.good), future: Number(numbers.future), rcv: Number(numbers.rcv) },
      columns,
      lines: lines.map(([place = '', ack = '', ...cells]) => ({ place, ack, cells })),
    };
  });
}

function segmentOf({ numbers }: Table, { place, ack }: Line, column: string): Segment {
  const seq = add(numbers.rcv, PLACES[place] ?? Number.NaN);
  const names = [...(column === '-' ? [] : column.split(',')), ...(ack === 'absent' ? [] : ['ACK'])];
  return segment(names.join(','), seq, ack === 'absent' ? null : numbers[ack as 'old' | 'good' | 'future']);
}

/** What a cell says, with the numbers written out: "ACK seq=101 ack=301 → ESTABLISHED". */
function meaning(cell: string, from: Endpoint, arrived: Segment, { rcv, good }: Numbers): string {
  const state = ABBREVIATIONS[cell.slice(1)] ?? from.state;
  const isUnsynchronised = from.state === 'SYN_SENT';
  const expected = add(isUnsynchronised ? add(arrived.seq, 1) : rcv, takesFin(from.state, state) ? 1 : 0);
  switch (cell[0]) {
    case '.':
      return `nothing → ${state}`;
    case 'a':
      return `ACK seq=${good} ack=${expected} → ${state}`;
    case 's':
      return `SYN,ACK seq=${isUnsynchronised ? ISS : NEXT_ISS} ack=${add(arrived.seq, 1)} → ${state}`;
    case 'r':
      return `${arrived.ack === null ? `RST,ACK seq=0 ack=${segmentEnd(arrived)}` : `RST seq=${arrived.ack}`} → ${state}`;
    default:
      return `no such cell: ${cell}`;
  }
}

/** A FIN that leads on has one number; the second one of CLOSING has none. */
function takesFin(from: State, to: State): boolean {
  return from !== to && from !== 'CLOSING' && ['CLOSE_WAIT', 'CLOSING', 'TIME_WAIT'].includes(to);
}

const GRID = readGrid();

describe('what a segment does', () => {
  test.each(GRID)('in $name', (table) => {
    const from = ENDPOINTS[table.name];
    if (!from) throw new Error(`no endpoint in ${table.name}`);
    const [said, done]: [string[], string[]] = [[], []];
    for (const line of table.lines)
      for (const [index, column] of table.columns.entries()) {
        const arrived = segmentOf(table, line, column);
        const { endpoint, segments } = step(from, { type: 'segment', segment: arrived, iss: NEXT_ISS });
        const situation = `${text(arrived)} (${line.place}, ${line.ack})`;
        said.push(`${situation}: ${meaning(line.cells[index] ?? '', from, arrived, table.numbers)}`);
        done.push(`${situation}: ${segments.map(text).join(' + ') || 'nothing'} → ${endpoint.state}`);
      }
    expect(done).toEqual(said);
  });

  test('the grid is whole: every state, every combination of flags, every place and acknowledgment, once', () => {
    expect(GRID.map(({ name }) => name)).toEqual([
      'CLOSED',
      'LISTEN',
      'SYN_SENT',
      'SYN_RCVD',
      'SYN_RCVD opened actively',
      ...STATES.slice(4),
    ]);
    for (const { columns, lines } of GRID) {
      expect(columns).toEqual(['-', 'SYN', 'FIN', 'SYN,FIN', 'RST', 'SYN,RST', 'FIN,RST', 'SYN,FIN,RST']);
      const situations = Object.keys(PLACES).flatMap((place) => ['absent', 'old', 'good', 'future'].map((ack) => `${place} ${ack}`));
      expect(lines.map(({ place, ack }) => `${place} ${ack}`)).toEqual(situations);
      for (const { cells } of lines) expect(cells).toHaveLength(columns.length);
    }
  });

  test('the numbers beside a state are those of its endpoint', () => {
    for (const { name, numbers } of GRID.filter((table) => !['CLOSED', 'LISTEN'].includes(table.name))) {
      const { sndUna, sndNxt, rcvNxt, state } = ENDPOINTS[name] ?? inState('CLOSED');
      expect(numbers.old <= sndUna && sndUna <= numbers.good && numbers.good === sndNxt && sndNxt < numbers.future, name).toBe(true);
      if (state !== 'SYN_SENT') expect(numbers.rcv, name).toBe(rcvNxt);
    }
  });
});
