/** Writes that arrive together share one transaction, and so one fsync. */
import type { Database as Sqlite } from 'better-sqlite3';
import { asStoreError, isLocked, StoreError } from './store-error.ts';

/**
 * Runs `work` in the next transaction, and once more where another one of it threw. Resolves once it is on the disk; rejects when `work` threw or
 * nothing was saved.
 */
export type Write = <T>(work: () => T) => Promise<T>;

/** A transaction that is over. `failure`: why nothing, or not all of it, was saved, as SQLite codes it; null where the disk took it. */
export type Commit = { readonly writes: number; readonly ms: number; readonly failure: string | null };

type Job = {
  readonly work: () => unknown;
  /** By `performance.now()`: until then it waits for another process to let go of the database. */
  readonly until: number;
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
};
/** How long a write waits for another process, and how often it asks. Meanwhile the event loop turns, and reads are answered. */
const PATIENCE_MS = 2_000;
const ASK_EVERY_MS = 50;

type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: unknown };

/** From one commit to the next. A write that comes after a pause is committed in its own turn of the event loop; under load so many wait for each other. */
const LEAST_MS = 5;

function failed(jobs: readonly Job[], reason: unknown): readonly Outcome[] {
  return jobs.map(() => ({ ok: false, reason }));
}

/** `committed` hears of every transaction, but not of one that will be tried again. */
export function createWriter(
  sqlite: Sqlite,
  committed: (commit: Commit) => void = () => {},
): { readonly write: Write; readonly flush: () => void } {
  let waiting: Job[] = [];
  let committedAt = Number.NEGATIVE_INFINITY;
  const savepoint = sqlite.transaction((work: () => unknown) => work());
  const together = sqlite.transaction((jobs: readonly Job[]) => jobs.map(({ work }): Outcome => ({ ok: true, value: work() })));
  const apart = sqlite.transaction((jobs: readonly Job[]) => jobs.map(attempt));

  /** One that throws is undone alone, unless SQLite has rolled the whole transaction back (sqlite.org/lang_transaction.html). */
  function attempt({ work }: Job): Outcome {
    try {
      return { ok: true, value: savepoint(work) };
    } catch (error) {
      if (!sqlite.inTransaction) throw error;
      return { ok: false, reason: asStoreError(error) };
    }
  }

  /** Nearly always nothing throws. A savepoint for each would cost a copy of every page that one after another changes. Nobody waits twice for a lock. */
  function commitAll(jobs: readonly Job[]): readonly Outcome[] {
    try {
      return together.immediate(jobs);
    } catch (error) {
      const reason = asStoreError(error);
      return jobs.length === 1 || isLocked(reason) ? failed(jobs, reason) : commitApart(jobs);
    }
  }

  function commitApart(jobs: readonly Job[]): readonly Outcome[] {
    try {
      return apart.immediate(jobs);
    } catch (error) {
      return failed(jobs, asStoreError(error));
    }
  }

  /** `isLast`: nobody may wait any more. */
  function flush(isLast = true): void {
    const jobs = waiting;
    waiting = [];
    if (jobs.length === 0) return;
    const began = performance.now();
    const outcomes = commitAll(jobs);
    committedAt = performance.now();
    let failure: string | null = null;
    outcomes.forEach((outcome, n) => {
      const job = jobs[n] as Job;
      if (outcome.ok) job.resolve(outcome.value as never);
      else if (!isLast && isLocked(outcome.reason) && performance.now() < job.until) waiting.push(job);
      else failure = rejected(job, outcome.reason) ?? failure;
    });
    const writes = jobs.length - waiting.length;
    if (writes > 0) committed({ writes, ms: committedAt - began, failure });
    if (waiting.length > 0) setTimeout(flush, ASK_EVERY_MS, false);
  }

  /** How SQLite codes the failure; null where the work itself threw. */
  function rejected({ reject }: Job, reason: unknown): string | null {
    reject(reason);
    return reason instanceof StoreError ? reason.message : null;
  }

  function flushSoon(): void {
    const rest = committedAt + LEAST_MS - performance.now();
    if (rest > 0) setTimeout(flush, rest, false);
    else setImmediate(flush, false);
  }

  function write<T>(work: () => T): Promise<T> {
    if (!sqlite.open) return Promise.reject(new StoreError('not-saved', 'the database is closed'));
    return new Promise<T>((resolve, reject) => {
      if (waiting.length === 0) flushSoon();
      waiting.push({ work, until: performance.now() + PATIENCE_MS, resolve, reject });
    });
  }

  return { write, flush };
}
