/** The matches in play: the one door to them for links, meetings and the API. */
import { comeBack, goAway, resign, resume, start } from '#game/match/decide.ts';
import { type Match, type Phase, phaseOf } from '#game/match/match.ts';
import { emptyView, foldView, redact, type View, type ViewEvent, type Viewer } from '#game/match/view.ts';
import { SIDES, type Entry, type Side } from '#game/match/vocabulary.ts';
import type { MatchRecord, MatchStore, StoredMatch } from '#db/match-store.ts';
import { createAlarm, type Alarm } from './alarm.ts';
import { createBotPlayer } from './bot-player.ts';
import { createLiveMatch, type Deciding, type LiveMatch, type Outcome } from './live-match.ts';
import type { Times } from '#game/match/turn.ts';

/** Sends what has brought the match to that version to all links that watch it, to each as its viewer may see it. */
export type Publish = (matchId: string, version: number, eventsFor: (viewer: Viewer) => readonly ViewEvent[]) => void;

export type Matches = {
  /** Stores a new match and opens its first turn. 'conflict': the id is taken, or the invitation is no longer open. */
  create(record: MatchRecord, invitation?: string): Promise<'stored' | 'conflict'>;
  find(matchId: string): Promise<LiveMatch | null>;
  view(live: LiveMatch, viewer: Viewer): View;
  /**
   * What an instructor does to a match (`game/match/instruct.ts`), be it in play or over. Who may do it is for the caller to know.
   * The same `commandId` again changes nothing. Faults: `no-such-match`, `not-saved` and those of what is done.
   */
  instruct(matchId: string, deciding: Deciding, commandId?: string): Promise<Outcome>;
  /** Whether the match is open, and no link of the player watches it. */
  waitsFor(matchId: string, playerId: string): Promise<boolean>;
  /** A link watches the match from a player's seat, or no longer does. */
  arrive(live: LiveMatch, side: Side, linkId: string): Promise<void>;
  depart(live: LiveMatch, side: Side, linkId: string): Promise<void>;
  /** The player has been erased: what is open is resigned, and nothing with the name stays in memory. */
  forgetPlayer(playerId: string): Promise<void>;
  /** After a start of the host: open matches go on, with full time for the open turn. */
  resumeAll(): Promise<number>;
  /** How many of those in memory are in each phase. */
  countPhases(): Promise<Readonly<Record<Phase, number>>>;
  /** Time brings nothing any more, and links that go are no players who do: after the next start everybody has their time again. */
  close(): void;
};

export type MatchesNeeds = {
  readonly store: MatchStore;
  readonly times: Times;
  readonly now: () => number;
  /** For what is stored of a match when it ends. */
  readonly date: () => number;
  readonly thinkMs: number;
  readonly publish: Publish;
  /** A match has come further by those entries. */
  readonly changed: (match: Match, entries: readonly Entry[]) => void;
};

/** How long a player has to come to a match that has just been made, from whatever page. */
const ARRIVE_WITHIN_MS = 5_000;
/** A match takes a millisecond or two to load: in between, links come in and find theirs. What these say is committed together. */
const RESUMED_AT_ONCE = 50;

export function createMatches({ store, times, now, date, thinkMs, publish, changed }: MatchesNeeds): Matches {
  const live = new Map<string, Promise<LiveMatch | null>>();
  /** The links of each seat, by `matchId:side`. */
  const links = new Map<string, Set<string>>();
  const arrivals = new Map<string, Alarm>();
  const bots = createBotPlayer(thinkMs, now);
  let isClosing = false;

  function bring(stored: StoredMatch): LiveMatch {
    return createLiveMatch(stored, { store, times, now, date, publish: publishEntries, changed: attend });
  }

  function attend(one: LiveMatch): void {
    bots.attend(one);
    if (!isWorthKeeping(one)) drop(one);
  }

  function publishEntries(match: Match, entries: readonly Entry[]): void {
    const { matchId, settings } = match.record;
    publish(matchId, match.view.version, (viewer) => entries.map((entry) => redact(entry, viewer, settings)));
    changed(match, entries);
  }

  async function create(record: MatchRecord, invitation?: string) {
    const stored = await store.create(record, invitation);
    if (stored === 'stored') {
      const created = bring({ record, entries: [], commandIds: [] });
      live.set(record.matchId, Promise.resolve(created));
      await created.run(start);
      expectArrivals(created);
    }
    return stored;
  }

  function expectArrivals(one: LiveMatch): void {
    const alarm = createAlarm(now, () => void missAbsent(one));
    arrivals.set(one.matchId, alarm);
    alarm.setIn(ARRIVE_WITHIN_MS);
  }

  /** A player without a link is away, also one who has never come. */
  async function missAbsent(one: LiveMatch): Promise<void> {
    const people = SIDES.filter((side) => one.record.parties[side].bot === null);
    for (const side of people) if (!hasLinks(one.matchId, side)) await noteWhoIsThere(one, side);
  }

  /** Nobody says twice that a player has come or gone. By then another link may have come, or be gone. */
  async function noteWhoIsThere(one: LiveMatch, side: Side): Promise<void> {
    if (isClosing) return;
    await one.insist((given) => (hasLinks(one.matchId, side) ? comeBack(given, side) : goAway(given, side, false)));
  }

  /** One that is over and that nobody watches is not kept in memory. */
  function find(matchId: string): Promise<LiveMatch | null> {
    const known = live.get(matchId);
    if (known) return known;
    const found = load(matchId);
    live.set(matchId, found);
    // By then the match may have been created.
    const forget = () => live.get(matchId) === found && live.delete(matchId);
    found.then((one) => isWorthKeeping(one) || forget(), forget);
    return found;
  }

  async function load(matchId: string): Promise<LiveMatch | null> {
    const found = await store.load(matchId);
    if (!found) return null;
    const loaded = bring(found);
    if (phaseOf(loaded.current()) !== 'over') await loaded.run(start);
    return loaded;
  }

  function isWorthKeeping(one: LiveMatch | null): boolean {
    return one !== null && (phaseOf(one.current()) !== 'over' || SIDES.some((side) => hasLinks(one.matchId, side)));
  }

  function hasLinks(matchId: string, side: Side): boolean {
    return (links.get(`${matchId}:${side}`)?.size ?? 0) > 0;
  }

  async function waitsFor(matchId: string, playerId: string): Promise<boolean> {
    const one = await find(matchId);
    const side = one && seatOf(one.record, playerId);
    return one !== null && side !== null && phaseOf(one.current()) !== 'over' && !hasLinks(matchId, side);
  }

  async function arrive(one: LiveMatch, side: Side, linkId: string): Promise<void> {
    const key = `${one.matchId}:${side}`;
    links.set(key, (links.get(key) ?? new Set()).add(linkId));
    await noteWhoIsThere(one, side);
  }

  async function depart(one: LiveMatch, side: Side, linkId: string): Promise<void> {
    const key = `${one.matchId}:${side}`;
    links.get(key)?.delete(linkId);
    if (hasLinks(one.matchId, side)) return;
    links.delete(key);
    await noteWhoIsThere(one, side);
    if (!isWorthKeeping(one)) drop(one);
  }

  function drop(one: LiveMatch): void {
    one.close();
    bots.forget(one.matchId);
    arrivals.get(one.matchId)?.stop();
    arrivals.delete(one.matchId);
    live.delete(one.matchId);
  }

  async function instruct(matchId: string, deciding: Deciding, commandId?: string): Promise<Outcome> {
    const one = await find(matchId);
    return one ? one.run(deciding, commandId) : { ok: false, fault: 'no-such-match' };
  }

  async function forgetPlayer(playerId: string): Promise<void> {
    for (const one of await Promise.all(live.values())) {
      const side = one && seatOf(one.record, playerId);
      if (!one || side === null) continue;
      await one.run((given) => resign(given, side));
      drop(one);
    }
  }

  async function resumeAll(): Promise<number> {
    const ids = await store.openMatches();
    for (let n = 0; n < ids.length; n += RESUMED_AT_ONCE)
      await Promise.all(ids.slice(n, n + RESUMED_AT_ONCE).map(async (id) => resumeOne(await find(id))));
    return ids.length;
  }

  async function resumeOne(one: LiveMatch | null): Promise<void> {
    if (!one) return;
    await one.insist(resume);
    await missAbsent(one);
    bots.attend(one);
  }

  async function countPhases(): Promise<Record<Phase, number>> {
    const counted = { asking: 0, verdict: 0, over: 0 };
    for (const one of await Promise.all(live.values())) if (one) counted[phaseOf(one.current())] += 1;
    return counted;
  }

  return {
    create,
    find,
    waitsFor,
    arrive,
    depart,
    instruct,
    forgetPlayer,
    resumeAll,
    countPhases,
    view: (one, viewer) => viewOf(one, viewer),
    close: () => {
      isClosing = true;
      for (const one of live.values()) void one.then((open) => open && drop(open));
    },
  };
}

function viewOf(one: LiveMatch, viewer: Viewer): View {
  const { view, record } = one.current();
  const { matchId, parties, legTurns } = view;
  const frame = { matchId, parties, legTurns, settings: record.settings };
  return one.entries().reduce<View>((seen, entry) => foldView(seen, redact(entry, viewer, record.settings)), emptyView(frame, viewer));
}

/** Which seat a player has in a match; null for everybody else. */
export function seatOf({ parties }: Pick<MatchRecord, 'parties'>, playerId: string): Side | null {
  return SIDES.find((side) => parties[side].playerId === playerId) ?? null;
}
