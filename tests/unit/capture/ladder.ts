/**
 * Captures as text. One row a segment: who sends it, flags, relative seq and ack, "+len", "wnd=", "at=" in milliseconds;
 * behind the bar, what is expected: the two states, and the note.
 */
import { createAnnotator, type Summary } from '#game/capture/annotate.ts';
import type { ConnectionLine, EndLine, Line, SegmentLine } from '#game/capture/vocabulary.ts';
import { writeCapture, type Sent } from '#game/capture/write.ts';
import { add } from '#game/tcp/sequence.ts';
import { orderFlags, otherRole, type Flag, type Role } from '#game/tcp/vocabulary.ts';

export const ENDS = {
  client: { address: [10, 0, 0, 1], port: 40_000 },
  server: { address: [10, 0, 0, 2], port: 80 },
} as const;

/** The first numbers: both wrap around within a test. */
export const ISS: Readonly<Record<Role, number>> = { client: 2 ** 32 - 1, server: 2 ** 32 - 5 };

const START = 1_700_000_000_000_000;

export type Annotated = {
  readonly lines: readonly Line[];
  readonly connections: readonly ConnectionLine[];
  readonly segments: readonly SegmentLine[];
  readonly ends: readonly EndLine[];
  readonly summary: Summary;
};

export function annotate(...chunks: readonly Uint8Array[]): Annotated {
  const lines: Line[] = [];
  const annotator = createAnnotator((line) => lines.push(line));
  for (const chunk of chunks) annotator.push(chunk);
  const summary = annotator.finish();
  return {
    lines,
    connections: lines.filter((line) => 'partial' in line),
    segments: lines.filter((line) => 'frame' in line),
    ends: lines.filter((line) => 'end' in line),
    summary,
  };
}

export function captureOf(ladder: string): Uint8Array {
  return writeCapture(sentOf(ladder), ENDS);
}

export function sentOf(ladder: string): Sent[] {
  return rowsOf(ladder).map((row, index) => parse(row.split('|')[0] ?? '', index));
}

/** The rows as they are compared: one space between words. */
export function rowsOf(ladder: string): string[] {
  const rows = ladder.split('\n').map((row) => row.replace(/\s+/g, ' ').trim());
  return rows.filter((row) => row !== '');
}

function parse(row: string, index: number): Sent {
  const [from = '', flags = '', seq = '', ...words] = row.trim().split(' ');
  const option = (name: string) => words.find((word) => word.startsWith(name))?.slice(name.length);
  const role = from as Role;
  const [ack] = words.filter((word) => /^\d+$/.test(word));
  const window = option('wnd=');
  const segment = {
    flags: orderFlags(flags.split(',') as Flag[]),
    seq: add(ISS[role], Number(seq)),
    ack: ack === undefined ? null : add(ISS[otherRole(role)], Number(ack)),
    len: Number(option('+') ?? 0),
  };
  const time = START + 1000 * Number(option('at=') ?? 10 * index);
  return { from: role, segment, time, ...(window === undefined ? {} : { window: Number(window) }) };
}

/** The annotated capture in the form of the ladder that it was made from. */
export function ladderOf(ladder: string): string[] {
  const { segments } = annotate(captureOf(ladder));
  return rowsOf(ladder).map((row, index) => {
    const line = segments[index];
    return `${(row.split('|')[0] ?? '').trim()} | ${line?.client} ${line?.server}${line?.note ? ` | ${line.note}` : ''}`;
  });
}

/** One line a segment, as the expectations beside the real captures are written. */
export function textOf({ frame, from, flags, seq, ack, len, client, server, note }: SegmentLine): string {
  const numbers = `${seq}${ack === null ? '' : ` ${ack}`}${len > 0 ? ` +${len}` : ''}`;
  return `${frame} ${from} ${flags.join(',')} ${numbers} | ${client} ${server}${note ? ` | ${note}` : ''}`;
}
