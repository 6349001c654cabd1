/** Why the host does not start, in one sentence each. */
import type { Opened } from '#db/open.ts';

export function refuse(sentence: string): never {
  process.stderr.write(`Last ACK did not start. ${sentence}\n`);
  process.exit(1);
}

export function whyClosed({ fault, detail }: Extract<Opened, { ok: false }>, dataDir: string): string {
  switch (fault) {
    case 'unwritable':
      return `DATA_DIR must be a folder that can be written; it is "${dataDir}" (${detail}).`;
    case 'newer-version':
      return `The data in ${dataDir} was written by a newer version of Last ACK (${detail}): start that version, or choose another DATA_DIR.`;
    case 'damaged':
      return `The data in ${dataDir} cannot be read (${detail}): put back a copy, or choose another DATA_DIR.`;
    default:
      return fault satisfies never;
  }
}
