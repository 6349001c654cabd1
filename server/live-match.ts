/**
 * One match in play: commands one after the other, each decided, stored, and only then folded, published and answered. What it
 * holds in memory is a cache of what the store says; an append that loses the race loads again.
 */
import type { Decision } from '#game/match/decide.ts';
import { tick, nextDue } from '#game/match/decide.ts';
import { judgedMovesOf } from '#game/match/judged-moves.ts';
import { beginMatch, evolve, evolveAll, type Match } from '#game/match/match.ts';
import type { Times } from '#game/match/turn.ts';
import type { Entry } from '#game/match/vocabulary.ts';
import { StoreError, type Finish, type MatchRecord, type MatchStore, type StoredMatch } from '#db/match-store.ts';
import type { Fault } from '#protocol/faults.ts';
import { createAlarm } from './alarm.ts';

export type Outcome = { readonly ok: true } | { readonly ok: false; readonly fault: Fault };
export type Deciding = (given: { readonly match: Match; readonly now: number; readonly times: Times }) => Decision;

export type LiveMatchNeeds = {
  readonly store: MatchStore;
  readonly times: Times;
  readonly now: () => number;
  readonly date: () => number;
  /** The match has come to its version with these entries, which were stored together. */
  readonly publish: (match: Match, entries: readonly Entry[]) => void;
  /** The match has changed; whoever plays for absent players may want to act. */
  readonly changed: (live: LiveMatch) => void;
};

export type LiveMatch = {
  readonly matchId: string;
  readonly record: MatchRecord;
  current(): Match;
  /** All entries so far, oldest first. */
  entries(): readonly Entry[];
  /** Decides, stores, publishes. The same `commandId` again changes nothing and gives the same outcome. */
  run(decide: Deciding, commandId?: string | null): Promise<Outcome>;
  /** For what nobody would ask again: where it cannot be stored, it is decided anew and stored before anything else is. */
  insist(decide: Deciding): Promise<void>;
  /** Ends the timers. */
  close(): void;
};

const DONE: Outcome = { ok: true };

export function createLiveMatch({ record, entries: stored, commandIds }: StoredMatch, needs: LiveMatchNeeds): LiveMatch {
  const { store, times, now, date, publish, changed } = needs;
  const entries: Entry[] = [];
  const answered = new Set(commandIds);
  let match: Match = beginMatch(record);
  let queue: Promise<unknown> = Promise.resolve();
  const owed: Deciding[] = [];
  const alarm = createAlarm(
    now,
    () => void run(({ match: at, now: instant }) => ({ ok: true, entries: tick({ match: at, now: instant, times }) })),
  );
  fold(stored);

  function fold(more: readonly Entry[]): void {
    entries.push(...more);
    match = evolveAll(
      match,
      more.map((entry) => ({ entry, at: now() })),
    );
  }

  function run(decide: Deciding, commandId: string | null = null): Promise<Outcome> {
    const outcome = queue.then(() => once(decide, commandId));
    queue = outcome.catch(() => undefined);
    return outcome;
  }

  async function insist(decide: Deciding): Promise<void> {
    owed.push(decide);
    await run(() => ({ ok: true, entries: [] }));
  }

  async function once(decide: Deciding, commandId: string | null): Promise<Outcome> {
    try {
      for (let first = owed.shift(); first; first = owed.shift()) await pay(first);
      return await attempt(decide, commandId);
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      alarm.setIn(RETRY_MS);
      return { ok: false, fault: 'not-saved' };
    }
  }

  async function pay(first: Deciding): Promise<void> {
    try {
      await attempt(first, null);
    } catch (error) {
      if (error instanceof StoreError) owed.unshift(first);
      throw error;
    }
  }

  async function attempt(decide: Deciding, commandId: string | null): Promise<Outcome> {
    if (commandId !== null && answered.has(commandId)) return DONE;
    const decision = decide({ match, now: now(), times });
    if (!decision.ok) return (await isAnsweredElsewhere(commandId)) ? DONE : decision;
    if (decision.entries.length > 0) return keep(decision.entries, decide, commandId);
    setAlarm();
    return DONE;
  }

  async function keep(added: readonly Entry[], decide: Deciding, commandId: string | null): Promise<Outcome> {
    const named = added.map((entry, n) => ({ entry, commandId: n === 0 ? commandId : null }));
    const stored = await store.append(record.matchId, match.view.version, named, finishOf(match, added));
    if (stored === 'conflict') return loadAgain(decide, commandId);
    if (commandId !== null) answered.add(commandId);
    advance(added);
    return DONE;
  }

  /** What adds something is refused by the store where somebody else has; a refusal may be of what this host has not seen yet. */
  async function isAnsweredElsewhere(commandId: string | null): Promise<boolean> {
    return commandId !== null && (await store.answered(record.matchId, commandId)) !== null;
  }

  function advance(more: readonly Entry[]): void {
    fold(more);
    publish(match, more);
    setAlarm();
    changed(live);
  }

  function setAlarm(): void {
    alarm.setAt(nextDue({ match, times }));
  }

  /** Somebody else has brought the match further. */
  async function loadAgain(decide: Deciding, commandId: string | null): Promise<Outcome> {
    const found = await store.load(record.matchId);
    if (!found || found.entries.length <= entries.length) throw new Error(`match ${record.matchId} conflicts with itself`);
    for (const id of found.commandIds) answered.add(id);
    advance(found.entries.slice(entries.length));
    return attempt(decide, commandId);
  }

  /** What the end of the match leaves, or a turn that is voided after it. */
  function finishOf(before: Match, added: readonly Entry[]): Finish | undefined {
    if (!added.some(({ type }) => type === 'ended' || (type === 'voided' && before.view.ended))) return undefined;
    const after = added.reduce((one, entry) => evolve(one, entry, now()), before);
    const outcome = {
      scores: after.view.scores,
      winner: after.view.ended?.winner ?? null,
      judged: judgedMovesOf(after, [...entries, ...added]),
    };
    return before.view.ended ? { kind: 'correct', ...outcome } : { kind: 'finish', endedAt: date(), ...outcome };
  }

  const live: LiveMatch = { matchId: record.matchId, record, current: () => match, entries: () => entries, run, insist, close: alarm.stop };
  return live;
}

/** When what time has brought about, or what is owed, could not be stored: when to try again. */
const RETRY_MS = 1_000;
