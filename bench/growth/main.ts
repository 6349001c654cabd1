/**
 * `npm run bench:growth`: what a move, the leaderboard and a start cost with ever more matches stored. docs/performance.md says what the
 * lines mean.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pinDriver } from '../child.ts';
import { median } from '../game/measure.ts';
import { LOADS } from '../play/loads.ts';
import { runOnce, type Run } from '../play/run.ts';
import { readPages } from './pages.ts';
import { cookiesOf, endOpenMatches, fill } from './fill.ts';
import { startWithOpenMatches } from './start.ts';

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    /** The most that are stored; the sizes before that are tenths. */
    matches: { type: 'string', default: '1000000' },
    /** At the largest; in proportion before, but never fewer than 200. */
    players: { type: 'string', default: '100000' },
    /** Open ones, at the start. */
    open: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '5' },
    'warm-up': { type: 'string', default: '3' },
    repetitions: { type: 'string', default: '3' },
    /** Where the databases stay, and are found again. */
    keep: { type: 'string' },
  },
});
const most = Number(values.matches);
const sizes = [most / 1_000, most / 100, most / 10, most].filter((size) => size >= 1);
const wish = { load: LOADS.capacity, seconds: Number(values.seconds), warmUp: Number(values['warm-up']), withProfile: false };
const print = (line: string) => void process.stdout.write(`${line}\n`);

const playersFor = (size: number) => Math.max(200, Math.round((Number(values.players) * size) / most));
const base = values.keep ?? mkdtempSync(join(tmpdir(), 'last-ack-growth-'));
const folderOf = (size: number) => join(base, String(size));

print(`${pinDriver()}\n`);
try {
  print('| matches stored | database | filled in |\n| --: | --: | --: |');
  for (const size of sizes) fillOne(size);
  await measureMoves();
  endOpenMatches(folderOf(most));
  for (const line of await readPages(folderOf(most), cookiesOf(playersFor(most)))) print(line);
  for (const line of await startWithOpenMatches(folderOf(most), Number(values.open))) print(line);
} finally {
  if (values.keep === undefined) rmSync(base, { recursive: true, force: true });
}
process.exit(0);

function fillOne(size: number): void {
  if (existsSync(join(folderOf(size), 'last-ack.db'))) return void print(`| ${size.toLocaleString('en')} | as it was | |`);
  const began = performance.now();
  const octets = fill(folderOf(size), size, playersFor(size));
  const seconds = (performance.now() - began) / 1_000;
  print(`| ${size.toLocaleString('en')} | ${(octets / 1e6).toFixed(0)} MB | ${seconds.toFixed(0)} s |`);
}

/** The sizes take turns, so that what the machine does besides hits all of them. */
async function measureMoves(): Promise<void> {
  const runs = new Map<number, Run[]>(sizes.map((size) => [size, []]));
  for (let repetition = 0; repetition < Number(values.repetitions); repetition += 1)
    for (const size of sizes) runs.get(size)?.push(await runOnce('host', { ...wish, dataDir: folderOf(size) }));
  const of = (size: number, key: 'perAnswer' | 'p50') => median((runs.get(size) ?? []).map((run) => run[key]));
  print(`\n| matches stored | CPU ms for 1,000 answers | × the smallest | ack p50 ms |\n| --: | --: | --: | --: |`);
  for (const size of sizes) {
    const ratio = of(size, 'perAnswer') / of(sizes[0] ?? size, 'perAnswer');
    print(`| ${size.toLocaleString('en')} | ${of(size, 'perAnswer').toFixed(1)} | ${ratio.toFixed(2)} | ${of(size, 'p50').toFixed(1)} |`);
  }
  const wrongs = [...runs.values()].flat().flatMap((run) => run.wrongs);
  if (wrongs.length > 0) throw new Error(wrongs.join('\n'));
}
