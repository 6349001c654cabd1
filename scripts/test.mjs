/** `npm test`: everything, from a fresh clone. `npm test -- unit` runs the parts that are named. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { audit } from './audit.mjs';
import { ensureBrowser } from './browser.mjs';
import { ensureInstalled, fail } from './install.mjs';

const NEXT = 'node_modules/next/dist/bin/next';
/** vitest leaves one core alone: of two, that is half. */
const WORKERS = Math.max(2, availableParallelism() - 1);
/** Integration tests wait for clocks, disks and other processes: with as many as above, two cores are idle for a quarter of the time. Browsers leave none idle. */
const WAITING_WORKERS = WORKERS + 1;
const PARTS = {
  types: () => check([NEXT, 'typegen'], ['node_modules/typescript/bin/tsc', '--noEmit']),
  lint: () => check(['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']),
  audit: () => audit(),
  unit: () => runTests('unit', { workers: WORKERS }),
  integration: () => runTests('integration', { workers: WAITING_WORKERS }),
  kernel: () => runTests('kernel'),
  browser: runBrowserTests,
};

process.chdir(join(import.meta.dirname, '..'));
const chosen = process.argv.slice(2);
const unknown = chosen.find((part) => !(part in PARTS));
if (unknown) fail(`There is no part "${unknown}"; there are ${Object.keys(PARTS).join(', ')}.`);
ensureInstalled();
const counts = {};
for (const [part, run] of Object.entries(PARTS))
  if (chosen.length === 0 || chosen.includes(part)) counts[part] = await announced(part, run);
report(counts);

function announced(part, run) {
  process.stdout.write(`\n── ${part} ──\n`);
  return run();
}

/** A part that is one check: each command is a Node script with its arguments. */
function check(...commands) {
  const isPassed = commands.every((command) => node(command));
  return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0 };
}

async function runBrowserTests() {
  const path = await ensureBrowser();
  if (path) return runTests('browser', { workers: WORKERS, env: { CHROMIUM_PATH: path } });
  process.stdout.write('No browser launches that could be found or installed. CHROMIUM_PATH names one.\n');
  return { passed: 0, failed: 1, skipped: 0 };
}

function runTests(project, { workers = null, env = {} } = {}) {
  const results = `test-results/${project}.json`;
  mkdirSync('test-results', { recursive: true });
  rmSync(results, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${results}`];
  const parallel = workers === null ? [] : [`--maxWorkers=${workers}`];
  const isPassed = node(['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...parallel, ...reporters], env);
  return countTests(results, isPassed);
}

/** A file that does not load, or an error outside of all tests, counts as one failure. */
function countTests(results, isPassed) {
  const files = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')).testResults : [];
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failed = tests.filter((test) => test.status === 'failed').length;
  const broken = files.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length;
  const failures = failed + broken;
  return { passed, failed: failures === 0 && !isPassed ? 1 : failures, skipped: tests.length - passed - failed };
}

function node(args, env = {}) {
  return (
    spawnSync(process.execPath, args, { stdio: 'inherit', env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env } }).status === 0
  );
}

function report(counts) {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const count of Object.values(counts)) for (const key in total) total[key] += count[key];
  const row = (part, { passed, failed, skipped }) =>
    [part.padEnd(12), passed, failed, skipped].map((cell) => String(cell).padStart(8)).join('');
  const rows = Object.entries({ ...counts, total }).map(([part, count]) => row(part, count));
  const heading = ['part'.padEnd(12), 'passed', 'failed', 'skipped'].map((cell) => cell.padStart(8)).join('');
  const skips = total.skipped ? `, ${total.skipped} skipped` : '';
  process.stdout.write(`\n${[heading, ...rows].join('\n')}\n\n${total.passed} passed, ${total.failed} failed${skips}\n`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}
