/** `npm run prove:secrets -- --matches 1000 --seed N`: that nobody is told anything before its time, over that many matches on a host with links. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { matches: { type: 'string', default: '1000' }, seed: { type: 'string', default: String(Date.now() % 1_000) } },
});
process.stdout.write(`seed ${values.seed}, ${values.matches} matches\n`);
const command = ['node_modules/vitest/vitest.mjs', 'run', '--project', 'integration', 'tests/integration/read-ahead.test.ts'];
const env = { ...process.env, MATCHES: values.matches, SEED: values.seed };
process.exitCode = spawnSync(process.execPath, command, { stdio: 'inherit', env }).status ?? 1;
