/** The matches in play: the one door to them for links, meetings and the API. */
import { comeBack, goAway, resign, resume, start } from '#game/match/decide.ts';
import { phaseOf, type Match } from '#game/match/match.ts';
import { emptyView, foldView, redact, type View, type ViewEvent, type Viewer } from '#game/match/view.ts';
import { SIDES, type Entry, type Side } from '#game/match/vocabulary.ts';
import type { MatchRecord, MatchStore } from '#db/match-store.ts';
import { createAlarm, type Alarm } from './alarm.ts';
import { createBotPlayer } from './bot-player.ts';
import { createLiveMatch, type Deciding, type LiveMatch, type Outcome } from './live-match.ts';
import type { Times } from '#game/match/turn.ts';

/** Sends an event to all links that watch a match as that viewer. */
export type Publish = (matchId: string, viewer: Viewer, version: number, event: ViewEvent) => void;

export type Matches = {
  /** Stores a new match and opens its first turn. 'conflict': the id is taken, or the invitation is no longer open. */
  create(record: MatchRecord, invitation?: string): Promise<'stored' | 'conflict'>;
  find(matchId: string): Promise<LiveMatch | null>;
  view(live: LiveMatch, viewer: Viewer): View;
  /**
   * What an instructor does to a match (`game/match/instruct.ts`), be it in play or over. Who may do it is for the caller to know.
   * Faults: `no-such-match`, `not-saved` and those of what is done.
   */
  instruct(matchId: string, deciding: Deciding): Promise<Outcome>;
  /** A link watches the match from a player's seat, or no longer does. */
  arrive(live: LiveMatch, side: Side, linkId: string): Promise<void>;
  depart(live: LiveMatch, side: Side, linkId: string): Promise<void>;
  /** The player has been erased: what is open is resigned, and nothing with the name stays in memory. */
  forgetPlayer(playerId: string): Promise<void>;
  /** After a start of the host: open matches go on, with full time for the open turn. */
  resumeAll(): Promise<number>;
  close(): void;
};

export type MatchesNeeds = {
  readonly store: MatchStore;
  readonly times: Times;
  readonly now: () => number;
  readonly thinkMs: number;
  readonly publish: Publish;
  /** A match has come further by that entry. */
  readonly changed: (match: Match, entry: Entry) => void;
};

/** How long a player has to come to a match that has just been made, from whatever page. */
const ARRIVE_WITHIN_MS = 5_000;
/** A match takes a millisecond or two to load: in between, links come in and find theirs. What these say is committed together. */
const RESUMED_AT_ONCE = 50;
const VIEWERS: readonly Viewer[] = [...SIDES, 'spectator'];

export function createMatches({ store, times, now, thinkMs, publish, changed }: MatchesNeeds): Matches {
  const live = new Map<string, Promise<LiveMatch | null>>();
  /** The links of each seat, by `matchId:side`. */
  const links = new Map<string, Set<string>>();
  const arrivals = new Map<string, Alarm>();
  const bots = createBotPlayer(thinkMs, now);

  function bring(record: MatchRecord, entries: readonly Entry[]): LiveMatch {
    return createLiveMatch(record, entries, { store, times, now, publish: publishEntry, changed: attend });
  }

  function attend(one: LiveMatch): void {
    bots.attend(one);
    if (!isWorthKeeping(one)) drop(one);
  }

  function publishEntry(match: Match, entry: Entry): void {
    const { matchId, settings } = match.record;
    for (const viewer of VIEWERS) publish(matchId, viewer, match.view.version, redact(entry, viewer, settings));
    changed(match, entry);
  }

  async function create(record: MatchRecord, invitation?: string) {
    const stored = await store.create(record, invitation);
    if (stored === 'stored') {
      const created = bring(record, []);
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
    for (const side of people)
      await one.run((given) => (hasLinks(one.matchId, side) ? { ok: true, entries: [] } : goAway(given, side, false)));
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
    const loaded = bring(found.record, found.entries);
    if (phaseOf(loaded.current()) !== 'over') await loaded.run(start);
    return loaded;
  }

  function isWorthKeeping(one: LiveMatch | null): boolean {
    return one !== null && (phaseOf(one.current()) !== 'over' || SIDES.some((side) => hasLinks(one.matchId, side)));
  }

  function hasLinks(matchId: string, side: Side): boolean {
    return (links.get(`${matchId}:${side}`)?.size ?? 0) > 0;
  }

  async function arrive(one: LiveMatch, side: Side, linkId: string): Promise<void> {
    const key = `${one.matchId}:${side}`;
    links.set(key, (links.get(key) ?? new Set()).add(linkId));
    await one.run((given) => comeBack(given, side));
  }

  async function depart(one: LiveMatch, side: Side, linkId: string): Promise<void> {
    const key = `${one.matchId}:${side}`;
    links.get(key)?.delete(linkId);
    if (hasLinks(one.matchId, side)) return;
    links.delete(key);
    // Another link may have come while this waited for its turn.
    await one.run((given) => (hasLinks(one.matchId, side) ? { ok: true, entries: [] } : goAway(given, side, false)));
    if (!isWorthKeeping(one)) drop(one);
  }

  function drop(one: LiveMatch): void {
    one.close();
    bots.forget(one.matchId);
    arrivals.get(one.matchId)?.stop();
    arrivals.delete(one.matchId);
    live.delete(one.matchId);
  }

  async function instruct(matchId: string, deciding: Deciding): Promise<Outcome> {
    const one = await find(matchId);
    return one ? one.run(deciding) : { ok: false, fault: 'no-such-match' };
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
    await one.run(resume);
    await missAbsent(one);
    bots.attend(one);
  }

  return {
    create,
    find,
    arrive,
    depart,
    instruct,
    forgetPlayer,
    resumeAll,
    view: (one, viewer) => viewOf(one, viewer),
    close: () => {
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
