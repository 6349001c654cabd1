/**
 * Where the log goes. What cannot be written is lost: a file on a full disk, or a pipe that nobody reads, must not end or hold up the host.
 * (pino's own stream throws on the first, and then waits for room for ever.)
 */
import { writeSync } from 'node:fs';

const STDOUT = 1;

export const standardOutput = {
  write(text: string): void {
    try {
      for (let left = Buffer.from(text); left.length > 0; left = left.subarray(writeSync(STDOUT, left)));
    } catch {
      // There is nobody else to tell.
    }
  },
};
