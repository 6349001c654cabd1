/** The measurement of a whole class, in small: that it runs, and that nothing is lost. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('a simulated class joins and plays a round, and nothing is lost', { timeout: 120_000 }, async () => {
  const run = ['scripts/bench.mjs', 'class', '--students', '6', '--join', '1', '--think', '0.05'];
  const { stdout } = await promisify(execFile)(process.execPath, run);
  expect(stdout).toContain('6 entrants, 3 matches, 0 of them open, 6 results');
  expect(stdout).toContain('faults     none; 0 warnings');
});
