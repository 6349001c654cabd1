/** The lines that are printed. */
import type { Connection } from './connection.ts';
import type { Passage } from './end.ts';
import type { EndLine, Note, Remark, SegmentLine } from './vocabulary.ts';

/** Null for what was not captured. */
export function segmentLine(connection: number, { from, segment, states, fate, line }: Passage): SegmentLine | null {
  if (line === null) return null;
  const { frame, time, seq, ack, len, note } = line;
  const { client = 'CLOSED', server = 'CLOSED' } = states;
  const { flags } = segment;
  return {
    connection,
    frame,
    time: time === null ? null : Number(time) / 1e9,
    from,
    flags,
    seq,
    ack,
    len,
    client,
    server,
    note: withFate(note, fate),
  };
}

export function endLine({ number, ends: { client, server } }: Connection): EndLine {
  return {
    connection: number,
    end: { client: client.endpoint.state, server: server.endpoint.state },
    clientStates: client.passed,
    serverStates: server.passed,
  };
}

function withFate(note: Note | null, fate: Passage['fate']): Remark | null {
  if (fate !== 'lost') return note;
  return note === null ? 'lost' : `${note}, lost`;
}
