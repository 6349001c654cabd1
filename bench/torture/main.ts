/** `npm run torture`: docs/durability.md says what is done and what the lines mean. Ends with 1 where anything is not as it was promised. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runKills } from './kills.ts';
import { printKills, printTrouble, say } from './print.ts';
import { mountSmallDisk } from './small-disk.ts';
import { fullDisk, lockedDatabase, runTrouble } from './troubles.ts';

const PARTS = ['kills', 'locked', 'full'] as const;

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    /** One of `PARTS`; all of them where none is named. */
    only: { type: 'string' },
    kills: { type: 'string', default: '200' },
    pairs: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    /** 0 takes a free one. */
    port: { type: 'string', default: '0' },
    /** How many answers each player has at most, on average, between two kills. */
    answers: { type: 'string', default: '3' },
    /** Milliseconds that a player thinks on average. */
    think: { type: 'string', default: '250' },
    /** How often the disk is full, or the database locked, and for how many milliseconds; with how many pairs. */
    times: { type: 'string', default: '5' },
    last: { type: 'string', default: '5000' },
    few: { type: 'string', default: '20' },
  },
});
const wanted = { seed: Number(values.seed), port: Number(values.port), thinkMs: Number(values.think) };
const kills = { ...wanted, kills: Number(values.kills), pairs: Number(values.pairs), answers: Number(values.answers) };
const troubles = { ...wanted, pairs: Number(values.few), times: Number(values.times), lastMs: Number(values.last) };
/** Twice as much as an empty database with its log, and little enough to be filled at once. */
const SMALL_OCTETS = 24 * 2 ** 20;

const folder = mkdtempSync(join(tmpdir(), 'last-ack-torture-'));
const runs = { kills: killOften, locked, full };

say(`seed ${wanted.seed}`);
let violations = 0;
for (const part of PARTS) if (values.only === undefined || values.only === part) violations += await runs[part]();
rmSync(folder, { recursive: true, force: true });
process.exit(violations === 0 ? 0 : 1);

async function killOften(): Promise<number> {
  const began = performance.now();
  const done = await runKills({ ...kills, folder });
  printKills(kills, done, performance.now() - began);
  return done.violations.length;
}

async function locked(): Promise<number> {
  const done = await runTrouble({ ...troubles, dataDir: join(folder, 'locked') }, lockedDatabase());
  printTrouble('database locked by another process', troubles, done);
  return done.violations.length;
}

async function full(): Promise<number> {
  const disk = mountSmallDisk(join(folder, 'small'), SMALL_OCTETS);
  if (typeof disk === 'string') return skipped('full disk', disk);
  try {
    const done = await runTrouble({ ...troubles, dataDir: join(disk.folder, 'data') }, fullDisk(disk));
    printTrouble('full disk', troubles, done);
    return done.violations.length;
  } finally {
    disk.unmount();
  }
}

function skipped(what: string, why: string): 0 {
  say(`\n${what} skipped: ${why}`);
  return 0;
}
