/** Asks again until it is so. What a page shows is waited for by Playwright itself; this is for everything else. */
import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 50;
const LONGEST_MS = 10_000;

export async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + LONGEST_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`it never came to be so that ${what}`);
    await pause(EVERY_MS);
  }
}
