/** The lines of a stream of bytes, without keeping more of one than can be of use. */

/** Bytes before the line feed. */
export const LONGEST_LINE = 65_536;
/** Stands for a line that is longer. */
export const TOO_LONG = Symbol('a line that is too long');
export type Line = string | typeof TOO_LONG;

const LINE_FEED = 10;
const NOTHING = Buffer.alloc(0);
/** Takes a byte order mark away. */
const DECODER = new TextDecoder();

type Begun = Buffer | typeof TOO_LONG;

/** The lines that each chunk completes. A line ends with LF or CR LF; the last one may end with the stream. */
export async function* linesOf(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly Line[]> {
  let begun: Begun = NOTHING;
  for await (const chunk of chunks) {
    const lines: Line[] = [];
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      lines.push(textOf(extend(begun, chunk.subarray(from, at))));
      begun = NOTHING;
      from = at + 1;
    }
    begun = extend(begun, chunk.subarray(from));
    yield lines;
  }
  if (begun === TOO_LONG || begun.length > 0) yield [textOf(begun)];
}

function extend(begun: Begun, piece: Buffer): Begun {
  if (begun === TOO_LONG || begun.length + piece.length > LONGEST_LINE) return TOO_LONG;
  return begun.length === 0 ? piece : Buffer.concat([begun, piece]);
}

function textOf(begun: Begun): Line {
  return begun === TOO_LONG ? TOO_LONG : DECODER.decode(begun).replace(/\r$/, '');
}
