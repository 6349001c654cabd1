/** `npm run torture`: docs/durability.md says what is done and what the lines mean. Ends with 1 where anything is not as it was promised. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runKills } from './kills.ts';
import { printKills, say } from './print.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string', default: '200' },
    pairs: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    port: { type: 'string', default: '3400' },
    /** Milliseconds: how long a host lives at most, and how long a player thinks on average. */
    live: { type: 'string', default: '1500' },
    think: { type: 'string', default: '250' },
  },
});
const wanted = {
  kills: Number(values.kills),
  pairs: Number(values.pairs),
  seed: Number(values.seed),
  port: Number(values.port),
  liveMs: Number(values.live),
  thinkMs: Number(values.think),
};
const folder = mkdtempSync(join(tmpdir(), 'last-ack-torture-'));
say(`seed ${wanted.seed}`);
const began = performance.now();
const done = await runKills({ ...wanted, folder });
printKills(wanted, done, performance.now() - began);
rmSync(folder, { recursive: true, force: true });
process.exit(done.violations.length === 0 ? 0 : 1);
