/** `kill -9` at random moments, while pairs play: after each, what is on the disk is looked at, from a copy, while the host starts again. */
import { copyFileSync, constants, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { drawBetween, randomFrom } from '#game/scenarios/random.ts';
import { checkDatabase, type Found } from './check.ts';
import { createHostProcess, EndedEarly, type HostProcess } from './host-process.ts';
import { createJournal, type Journal } from './journal.ts';
import { startPairs } from './pairs.ts';
import { within } from './within.ts';

export type KillsWanted = {
  readonly folder: string;
  readonly port: number;
  readonly kills: number;
  readonly pairs: number;
  readonly seed: number;
  /** For how many answers a host lives at most, of each player. */
  readonly answers: number;
  readonly thinkMs: number;
};

export type KillsDone = {
  readonly journal: Journal;
  /** Of them while the host was starting. */
  readonly early: number;
  readonly resumed: number;
  /** From the start of the process until it takes links. */
  readonly startMs: readonly number[];
  readonly looks: number;
  readonly last: Found;
  readonly violations: readonly string[];
};

/** Of four kills, one comes before the host takes links, or soon after. The others come after a number of answers: a busy machine is slow. */
const EARLY = 0.25;
const EARLY_MS = 900;
const LIVE_MS = 20_000;
/** Between two answers. */
const MOMENT_MS = 20;
/** Within it every pair has to play its match to the end, once nobody kills the host any more. */
const FINISH_MS = 180_000;
/** The pool of sessions is not what is tried here: everybody is there before the first kill. */
const ENTER_MS = 120_000;

/** Short waits: what only time would bring is not what is tried here. */
const SETTINGS = { VERDICT_SECONDS: '8', GRACE_SECONDS: '60' };

export async function runKills(wanted: KillsWanted): Promise<KillsDone> {
  const { folder, kills, seed } = wanted;
  const mostAnswers = 2 * wanted.pairs * wanted.answers;
  const random = randomFrom(seed);
  const journal = createJournal();
  const host = createHostProcess(join(folder, 'data'), wanted.port, SETTINGS);
  const violations: string[] = [];
  const startMs: number[] = [];
  const folded = new Set<string>();
  let early = 0;
  let resumed = 0;
  let openOnDisk = 0;
  let looked = 0;

  await host.start();
  const pairs = startPairs({ ...wanted, url: host.url, journal, seed: seed + 1 });
  await within(ENTER_MS, pairs.here, 'somebody has no link');
  await letPlay();
  for (let n = 0; n < kills; n += 1) {
    await host.kill('SIGKILL');
    const from = journal.moves.length;
    const copy = copyOfDatabase(host, join(folder, 'copy'));
    const starting = start();
    violations.push(...(await look(copy, from)));
    early += (await live(starting)) ? 0 : 1;
  }

  /** Those acknowledged since the copy before, and some of earlier ones, by their order. */
  async function look(copy: string, until: number): Promise<readonly string[]> {
    const found = await checkDatabase(copy, { moves: journal.moves.slice(looked, until), ends: [] }, folded);
    looked = until;
    openOnDisk = found.openMatches;
    return found.violations;
  }

  async function start(): Promise<number> {
    const began = performance.now();
    await host.start();
    return performance.now() - began;
  }

  /** Whether it came to take links. */
  async function live(starting: Promise<number>): Promise<boolean> {
    if (random() < EARLY && (await Promise.race([starting.then(() => false), pause(EARLY_MS * random(), true)]))) {
      starting.catch((error) => error instanceof EndedEarly || violations.push(String(error)));
      return false;
    }
    startMs.push(await starting);
    const goOn = resumedBy(host);
    if (goOn !== openOnDisk) violations.push(`${openOnDisk} matches were open on the disk, and ${goOn} go on: ${host.said()}`);
    resumed += goOn;
    await letPlay();
    return true;
  }

  async function letPlay(): Promise<void> {
    const until = journal.acknowledged() + drawBetween(random, 0, mostAnswers);
    const latest = performance.now() + LIVE_MS;
    while (journal.acknowledged() < until && performance.now() < latest) await pause(MOMENT_MS);
    await pause(MOMENT_MS * random());
  }

  // The last start may have been killed early, or not at all.
  await host.kill('SIGKILL');
  await host.start();
  await within(FINISH_MS, pairs.finish(), 'a match could not be played to its end');
  pairs.close();
  const { code } = await host.kill('SIGTERM');
  if (code !== 0) violations.push(`the host has ended with ${code} at SIGTERM`);
  const last = await checkDatabase(host.database, journal);
  if (last.openMatches > 0) violations.push(`${last.openMatches} matches are open still`);
  const missing = [...journal.begun].length - last.folded;
  if (missing > 0) violations.push(`${missing} matches that were begun are not there`);
  return { journal, early, resumed, startMs, looks: kills, last, violations: [...violations, ...last.violations] };
}

/** What the host has said of itself. */
function resumedBy(host: HostProcess): number {
  return Number(/"matches":(\d+)[^\n]*open matches go on/.exec(host.said())?.[1] ?? 0);
}

/** Without the shared memory, which nobody holds any more: the copy is recovered as the database itself is. */
function copyOfDatabase({ database }: HostProcess, folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const copy = join(folder, 'last-ack.db');
  for (const end of ['', '-wal']) if (existsSync(database + end)) copyFileSync(database + end, copy + end, constants.COPYFILE_FICLONE);
  return copy;
}
