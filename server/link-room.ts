/** How many sockets and links there is room for, and how many of them one address may have. */
import type { Callers } from './caller.ts';

/** Databases, logs, and what Next reads. */
const OTHER_FILES = 200;
/** Each open link has a socket, and some 40 KB. */
const MOST = 20_000;
const FEWEST = 64;

export type Count = {
  /** Counts one more; false, and none is counted, where `most` are open. */
  add(key: string): boolean;
  remove(key: string): void;
  isFull(key: string): boolean;
};

/** The sockets that may be open at once: an open one is an open file, and out of those a host takes nobody in without a word. */
export function roomFor(openFiles: number): number {
  return Math.max(FEWEST, Math.min(MOST, openFiles - OTHER_FILES));
}

/** A school may share one address, and several schools a proxy that is not named: so it is much. All, nobody may have. */
export function shareOf(room: number): number {
  return Math.ceil(room / 2);
}

/** How many files the process may have open; Infinity where the system does not say. */
export function openFilesLimit(): number {
  const report = process.report?.getReport() as { userLimits?: { open_files?: { soft?: unknown } } } | undefined;
  const soft = Number(report?.userLimits?.open_files?.soft ?? Number.NaN);
  return Number.isNaN(soft) ? Number.POSITIVE_INFINITY : soft;
}

export function createCount(most: number): Count {
  const open = new Map<string, number>();
  const of = (key: string) => open.get(key) ?? 0;
  return {
    isFull: (key) => of(key) >= most,
    add(key) {
      if (of(key) >= most) return false;
      open.set(key, of(key) + 1);
      return true;
    },
    remove(key) {
      if (of(key) > 1) open.set(key, of(key) - 1);
      else open.delete(key);
    },
  };
}

type Opened = { readonly request: Parameters<Callers['callerOf']>[0]; once(event: 'close', listener: () => void): unknown };

/** Counts the links of each address. One that opens beyond the count has been let in a moment too early, and stays. */
export function countLinks(
  engine: { on(event: 'connection', listener: (link: Opened) => void): unknown },
  callerOf: Callers['callerOf'],
  links: Count,
): void {
  engine.on('connection', (link) => {
    const { address } = callerOf(link.request);
    if (links.add(address)) link.once('close', () => links.remove(address));
  });
}
