/** One run: a host in a process of its own, players who come, warm up and play, and what that cost. */
import type { Memory, Report } from '../answering.ts';
import { startChild, type Child } from '../child.ts';
import type { Kept } from '../host.ts';
import type { Profile } from '../profile.ts';
import { gatherBoardgame } from './boardgame.ts';
import { gatherEcho } from './echo.ts';
import { gatherGame } from './game.ts';
import { matchesFor, type Load } from './loads.ts';
import { play } from './pace.ts';
import type { Crowd, CrowdWish } from './seat.ts';
import { newTally, quantile, type Counted, type Tally } from './tally.ts';

export const HOSTS = {
  echo: { words: 'bare echo', file: '../play/echo-host.js', gather: gatherEcho },
  boardgame: { words: 'boardgame.io', file: '../play/boardgame-host.js', gather: gatherBoardgame },
  host: { words: 'this host', file: '../host.js', gather: gatherGame },
} as const;
export type HostName = keyof typeof HOSTS;
export const HOST_NAMES = Object.keys(HOSTS) as readonly HostName[];

export type Run = {
  /** Milliseconds of CPU for 1,000 answers, and for 1,000 acknowledged commands. */
  readonly perAnswer: number;
  readonly perCommand: number;
  readonly answersPerSecond: number;
  /** Shares of one core, 0 to 1. */
  readonly hostBusy: number;
  readonly driverBusy: number;
  /** Milliseconds from an answer to its acknowledgement. */
  readonly p50: number;
  readonly p99: number;
  /** Octets that one browser gets for an answer of its match, its own or the other's. */
  readonly octets: number;
  /** Octets of memory a connected player above the idle host; `live` is the heap and what hangs on it. */
  readonly rss: number;
  readonly live: number;
  /** What went wrong, in words; none where all is well. */
  readonly wrongs: readonly string[];
  readonly profile: Profile | null;
};

export type RunWish = {
  readonly load: Load;
  readonly seconds: number;
  readonly warmUp: number;
  readonly withProfile: boolean;
  /** Where there is a database already; otherwise a fresh one. */
  readonly dataDir?: string;
};

export async function runOnce(name: HostName, { load, seconds, warmUp, withProfile, dataDir }: RunWish): Promise<Run> {
  const { file, gather } = HOSTS[name];
  const child = await startChild<{ url: string }>(file, ['--expose-gc'], dataDir === undefined ? {} : { DATA_DIR: dataDir });
  const tallies = [newTally()] as [Tally, ...Tally[]];
  const counted: Counted = { now: tallies[0] };
  const count = () => {
    const tally = newTally();
    tallies.push(tally);
    counted.now = tally;
    return tally;
  };
  const idle = await child.ask<Memory>('memory');
  const wish: CrowdWish = { url: child.ready.url, players: load.players, pairs: load.pairs };
  const crowd = await (gather as (wish: CrowdWish, counted: Counted) => Promise<Crowd>)(wish, counted);
  const full = await child.ask<Memory>('memory');
  await crowd.prepare(matchesFor(load, warmUp + seconds));

  count();
  const stop = play(crowd.pairs, load);
  await pass(warmUp, crowd);
  const window = await measureWindow(child, crowd, seconds, withProfile, count);
  count();
  stop();
  await settle(counted);
  const wrongs = [...faultsOf(tallies), ...(name === 'host' && dataDir === undefined ? await missing(child, tallies) : [])];
  crowd.close();
  await child.stop();
  const perPlayer = (key: keyof Memory) => (full[key] - idle[key]) / load.players;
  return { ...window, rss: perPlayer('rss'), live: perPlayer('live'), wrongs };
}

type Window = Omit<Run, 'rss' | 'live' | 'wrongs'>;

async function measureWindow(
  child: Child<object>,
  crowd: Crowd,
  seconds: number,
  withProfile: boolean,
  count: () => Tally,
): Promise<Window> {
  if (withProfile) await child.ask('profile-start');
  await child.ask('report');
  const tally = count();
  const began = performance.now();
  const cpu = process.cpuUsage();
  await pass(seconds, crowd);
  const { answers, commands, octets, latencies } = tally;
  const tookMs = performance.now() - began;
  const { user, system } = process.cpuUsage(cpu);
  const { cpuMs } = await child.ask<Report>('report');
  const profile = withProfile ? (await child.ask<{ profile: Profile }>('profile-stop')).profile : null;
  return {
    perAnswer: (1_000 * cpuMs) / answers,
    perCommand: (1_000 * cpuMs) / commands,
    answersPerSecond: (1_000 * answers) / tookMs,
    hostBusy: cpuMs / tookMs,
    driverBusy: (user + system) / 1_000 / tookMs,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
    octets: octets / answers / 2,
    profile,
  };
}

/** So many seconds, or until the first pair has nothing more to play. */
async function pass(seconds: number, crowd: Crowd): Promise<void> {
  const until = performance.now() + 1_000 * seconds;
  while (performance.now() < until && crowd.finished() === 0) await pause(Math.min(100, Math.max(0, until - performance.now())));
}

/** Until nothing more is acknowledged. */
async function settle(counted: Counted): Promise<void> {
  for (let before = -1; before !== counted.now.messages; ) {
    before = counted.now.messages;
    await pause(200);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

function faultsOf(tallies: readonly Tally[]): readonly string[] {
  return tallies.flatMap(({ faults }) => [...faults].map(([fault, times]) => `${fault} ${times} times`));
}

/** What was acknowledged and is not in the database, or the other way round. */
async function missing(child: Child<object>, tallies: readonly Tally[]): Promise<readonly string[]> {
  const kept = await child.ask<Kept>('kept');
  const sum = (key: 'answers' | 'commands') => tallies.reduce((before, tally) => before + tally[key], 0);
  const wrongs = (['answers', 'commands'] as const)
    .filter((key) => sum(key) !== kept[key])
    .map((key) => `${sum(key)} ${key} were acknowledged, ${kept[key]} are stored`);
  return kept.logged === 0 ? wrongs : [...wrongs, `${kept.logged} warnings and errors in the log`];
}
