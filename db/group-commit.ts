/** Writes that arrive together share one transaction, and so one fsync. */
import type { Database as Sqlite } from 'better-sqlite3';
import { asStoreError, StoreError } from './store-error.ts';

/** Runs `work` in the next transaction. Resolves once it is on the disk; rejects when `work` threw or nothing was saved. */
export type Write = <T>(work: () => T) => Promise<T>;

type Job = {
  readonly work: () => unknown;
  readonly resolve: (value: never) => void;
  readonly reject: (reason: unknown) => void;
};
type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: unknown };

/** From one commit to the next. A write that comes after a pause is committed in its own turn of the event loop; under load so many wait for each other. */
const LEAST_MS = 5;

export function createWriter(sqlite: Sqlite): { readonly write: Write; readonly flush: () => void } {
  let waiting: Job[] = [];
  let committedAt = Number.NEGATIVE_INFINITY;
  const savepoint = sqlite.transaction((work: () => unknown) => work());
  const commit = sqlite.transaction((jobs: readonly Job[]) => jobs.map(attempt));

  /** One that throws is undone alone, unless SQLite has rolled the whole transaction back (sqlite.org/lang_transaction.html). */
  function attempt({ work }: Job): Outcome {
    try {
      return { ok: true, value: savepoint(work) };
    } catch (error) {
      if (!sqlite.inTransaction) throw error;
      return { ok: false, reason: asStoreError(error) };
    }
  }

  function commitAll(jobs: readonly Job[]): readonly Outcome[] {
    try {
      return commit.immediate(jobs);
    } catch (error) {
      return jobs.map(() => ({ ok: false, reason: asStoreError(error) }));
    }
  }

  function flush(): void {
    const jobs = waiting;
    waiting = [];
    if (jobs.length === 0) return;
    const outcomes = commitAll(jobs);
    committedAt = performance.now();
    outcomes.forEach((outcome, n) => {
      if (outcome.ok) jobs[n]?.resolve(outcome.value as never);
      else jobs[n]?.reject(outcome.reason);
    });
  }

  function flushSoon(): void {
    const rest = committedAt + LEAST_MS - performance.now();
    if (rest > 0) setTimeout(flush, rest);
    else setImmediate(flush);
  }

  function write<T>(work: () => T): Promise<T> {
    if (!sqlite.open) return Promise.reject(new StoreError('not-saved', 'the database is closed'));
    return new Promise<T>((resolve, reject) => {
      if (waiting.length === 0) flushSoon();
      waiting.push({ work, resolve, reject });
    });
  }

  return { write, flush };
}
