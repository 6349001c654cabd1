/** The measurement of a move, in small: that all three hosts can be driven, and that what was acknowledged is stored. No time is looked at. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test('a bare echo and this host are driven side by side, and nothing is refused or lost', { timeout: 120_000 }, async () => {
  const short = ['--only', 'echo,host', '--load', 'smallest', '--seconds', '1', '--warm-up', '0.2', '--repetitions', '1'];
  const { stdout } = await promisify(execFile)(process.execPath, ['scripts/bench.mjs', 'play', ...short]);
  expect(stdout).toMatch(/\| 4 matches among 10 players \| bare echo \| \d/);
  expect(stdout).toMatch(/\| 4 matches among 10 players \| this host \| \d/);
  expect(stdout).toContain('Nothing was refused; all that was acknowledged is stored.');
});
