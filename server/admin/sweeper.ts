/**
 * Once a day, what is kept for longer than RETENTION_DAYS goes: players who have not come since, then matches in which nobody is left. One
 * short write after the other, with pauses in which everybody else's are written.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { RetentionStore, Unseen } from '#db/retention.ts';
import { createAlarm } from '../alarm.ts';
import { DAY_MS } from '../times.ts';

export type Swept = { readonly players: number; readonly matches: number };

export type SweeperNeeds = {
  readonly store: RetentionStore;
  /** 0: nothing is ever swept. */
  readonly days: number;
  /** Whether the player has a link: a page that was left open says nothing, but its player is there. */
  readonly isHere: (playerId: string) => boolean;
  readonly swept: (swept: Swept) => void;
  readonly now: () => number;
  readonly log: (error: unknown, what: string) => void;
};

export type Sweeper = {
  /** Sweeps now and then every day. */
  start(): void;
  close(): void;
};

const PAUSE_MS = 20;

export function createSweeper({ store, days, isHere, swept, now, log }: SweeperNeeds): Sweeper {
  const closing = new AbortController();
  const { signal } = closing;
  const alarm = createAlarm(now, start);

  function start(): void {
    if (days === 0) return;
    alarm.setIn(DAY_MS);
    sweep(now() - days * DAY_MS).then(swept, (error) => signal.aborted || log(error, 'a sweep has stopped half-way'));
  }

  async function sweep(before: number): Promise<Swept> {
    return { players: await sweepPlayers(before), matches: await sweepMatches(before) };
  }

  async function sweepPlayers(before: number): Promise<number> {
    let erased = 0;
    let after: Unseen | null = null;
    for (;;) {
      const some: readonly Unseen[] = store.unseen(before, after);
      for (const { id } of some) if (!isHere(id) && (await erase(id, before))) erased += 1;
      after = some.at(-1) ?? null;
      if (after === null) return erased;
    }
  }

  /** A host that stops in between leaves a player to whom nobody can return; the next sweep goes on there. */
  async function erase(playerId: string, before: number): Promise<boolean> {
    if (!(await inTurn(() => store.closeDoor(playerId, before)))) return false;
    for (const matchId of store.matchesOf(playerId)) await inTurn(() => store.eraseFromMatch(playerId, matchId));
    while (await inTurn(() => store.eraseSomeAnswers(playerId)));
    await inTurn(() => store.erasePlayer(playerId));
    return true;
  }

  async function sweepMatches(before: number): Promise<number> {
    let deleted = 0;
    for (;;) {
      const some = store.matchesOfNobody(before);
      if (some.length === 0) return deleted;
      for (const matchId of some) await inTurn(() => store.deleteMatch(matchId));
      deleted += some.length;
    }
  }

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    await pause(PAUSE_MS, undefined, { signal, ref: false });
    return work();
  }

  return {
    start,
    close: () => {
      alarm.stop();
      closing.abort();
    },
  };
}
