/** `npm run fuzz:capture -- RUNS`: feeds the annotator bytes at random, a hundred thousand times for each kind of them unless told otherwise. */
import { spawnSync } from 'node:child_process';

const FUZZ_RUNS = process.argv[2] ?? '100000';
const command = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit', 'tests/unit/capture/fuzz.test.ts'];
process.exitCode = spawnSync(process.execPath, command, { stdio: 'inherit', env: { ...process.env, FUZZ_RUNS } }).status ?? 1;
