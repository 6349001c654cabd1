/** Looks at the machine now and then, and warns in the log of what an operator must see before players do. */
import { readdirSync } from 'node:fs';
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import type { Logger } from 'pino';
import type { Commit } from '#db/group-commit.ts';
import { openFilesLimit } from '../link-room.ts';
import { DAY_MS } from '../times.ts';

/** What a look finds. Octets, milliseconds, instants in milliseconds since 1970. */
export type Look = {
  readonly free: number;
  /** Null where the system does not tell. */
  readonly openFiles: { readonly open: number; readonly limit: number } | null;
  /** The longest time, since the last look, in which the event loop did not turn. */
  readonly blockedMs: number;
  /** Of the last backup, or, where there has been none, of the database's beginning. */
  readonly safeSince: number;
};

export type Warning = { readonly warning: string; readonly sentence: string; readonly facts: object; readonly againAfterMs: number };

const MIB = 1_048_576;
const FREE_MIN = 500 * MIB;
const FILES_SHARE = 0.9;
const BLOCKED_MS = 1_000;
const BACKUP_WITHIN_MS = 7 * DAY_MS;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export function warningsOf({ free, openFiles, blockedMs, safeSince }: Look, now: number): readonly Warning[] {
  const warnings: Warning[] = [];
  const warn = (warning: string, sentence: string, facts: object, againAfterMs: number) =>
    void warnings.push({ warning, sentence, facts, againAfterMs });
  if (free < FREE_MIN) warn('disk-nearly-full', 'the disk is nearly full', { freeMiB: Math.round(free / MIB) }, HOUR_MS);
  if (openFiles && openFiles.open > FILES_SHARE * openFiles.limit)
    warn('open-files', 'nearly as many files are open as may be; new links will be refused', openFiles, MINUTE_MS);
  if (blockedMs > BLOCKED_MS) warn('blocked', 'nothing was answered for a while', { ms: Math.round(blockedMs) }, 0);
  if (now - safeSince > BACKUP_WITHIN_MS)
    warn('backup-too-old', 'there is no backup of the last days', { days: Math.floor((now - safeSince) / DAY_MS) }, DAY_MS);
  return warnings;
}

export type Watch = {
  /** Looks now; a timer does it as well. */
  look(): void;
  committed(commit: Commit): void;
  close(): void;
};

export type WatchNeeds = {
  readonly look: () => Omit<Look, 'blockedMs' | 'openFiles'>;
  readonly log: Logger;
  readonly now: () => number;
};

const LOOK_EVERY_MS = 10_000;
const DELAY_RESOLUTION_MS = 50;

export function createWatch({ look: lookAt, log, now }: WatchNeeds): Watch {
  const said = new Map<string, number>();
  const limit = openFilesLimit();
  const delay = monitorEventLoopDelay({ resolution: DELAY_RESOLUTION_MS });
  delay.enable();
  const timer = setInterval(look, LOOK_EVERY_MS).unref();
  let failed = 0;

  function look(): void {
    const seen = { ...lookAt(), openFiles: countOpenFiles(limit), blockedMs: longestOf(delay) };
    for (const warning of warningsOf(seen, now())) say(warning);
  }

  function say({ warning, sentence, facts, againAfterMs }: Warning): void {
    const before = said.get(warning);
    if (before !== undefined && now() - before < againAfterMs) return;
    said.set(warning, now());
    log.warn({ warning, ...facts }, sentence);
  }

  function committed({ failure }: Commit): void {
    if (failure !== null) {
      failed += 1;
      say({ warning: 'not-saved', sentence: 'the database takes no writes', facts: { code: failure, failed }, againAfterMs: MINUTE_MS });
    } else if (failed > 0) {
      log.warn({ warning: 'saved-again', failed }, 'the database takes writes again');
      said.delete('not-saved');
      failed = 0;
    }
  }

  return {
    look,
    committed,
    close: () => {
      clearInterval(timer);
      delay.disable();
    },
  };
}

function longestOf(delay: IntervalHistogram): number {
  const { max } = delay;
  delay.reset();
  return max / 1e6;
}

/** Linux tells by files (proc(5)); elsewhere nobody is warned. */
function countOpenFiles(limit: number): Look['openFiles'] {
  try {
    return { open: readdirSync('/proc/self/fd').length, limit };
  } catch {
    return null;
  }
}
