/** Puts lines into the order of the frames, though the states of some are known later than those of others. */
import type { Line, Occurrence, Tell } from './vocabulary.ts';

export type Telling = {
  /** A frame that will have a line. */
  readonly expect: (frame: number) => void;
  /** A line that stands before that of the frame. */
  readonly tellBefore: (frame: number, line: Line) => void;
  readonly tell: (frame: number, line: Line, occurrences: readonly Occurrence[]) => void;
  /** After all frames. */
  readonly tellLast: (line: Line) => void;
};

type Place = { readonly before: Line[]; line: Line | null; occurrences: readonly Occurrence[] };
const NONE: readonly Occurrence[] = [];

/** A frame whose states are not known after so many others have come is told out of order: that happens in long captures only. */
const MAX_WAITING = 4096;

export function tellInOrder(tellNumbered: Tell): Telling {
  const told = numbering(tellNumbered);
  /** In the order of the frames. */
  const places = new Map<number, Place>();
  const takeFirst = (frame: number, { before, line, occurrences }: Place) => {
    places.delete(frame);
    for (const one of before) told(one, NONE);
    if (line) told(line, occurrences);
  };
  const tellKnown = () => {
    for (const [frame, place] of places) {
      if (!place.line && places.size <= MAX_WAITING) return;
      takeFirst(frame, place);
    }
  };
  return {
    expect(frame) {
      places.set(frame, { before: [], line: null, occurrences: NONE });
      if (places.size > MAX_WAITING) tellKnown();
    },
    tellBefore(frame, line) {
      const place = places.get(frame);
      if (place) place.before.push(line);
      else told(line, NONE);
    },
    tell(frame, line, occurrences) {
      const place = places.get(frame);
      if (!place) return told(line, occurrences);
      place.line = line;
      place.occurrences = occurrences;
      tellKnown();
    },
    tellLast: (line) => told(line, NONE),
  };
}

/** Connections are counted as their first lines are told: which segment begins one can be known late. */
function numbering(tell: Tell): Tell {
  const numbers = new Map<number, number>();
  let count = 0;
  return (line, occurrences) => {
    if ('partial' in line) {
      count += 1;
      numbers.set(line.connection, count);
    }
    tell({ ...line, connection: numbers.get(line.connection) ?? line.connection }, occurrences);
    if ('end' in line) numbers.delete(line.connection);
  };
}
