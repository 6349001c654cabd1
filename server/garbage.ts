/** When V8 looks through the whole heap for garbage. */
import { setFlagsFromString } from 'node:v8';

/**
 * How far the heap may grow above what was in use after the last look, in per cent. V8 takes about 100 for a heap of this size; 300 is the most that
 * it takes itself. A look marks all matches in play, and on a machine with one core to spare nobody is answered well meanwhile.
 */
const GROWTH_PERCENT = 300;

/** Fewer looks, for more memory: once, as the process starts. */
export function collectSeldom(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH_PERCENT}`);
}
