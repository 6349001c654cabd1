/** The class sessions: the one door to them for links and the API. */
import type { Match } from '#game/match/match.ts';
import type { Entry } from '#game/match/vocabulary.ts';
import { scenarioOf } from '#game/scenarios/catalogue.ts';
import type { ContestAction, ContestView, ContestViewer, NewContest } from '#protocol/contest.ts';
import type { Fault } from '#protocol/faults.ts';
import type { ContestStore } from '#db/contests.ts';
import type { Guesser } from '../guesses.ts';
import { createInTurn } from '../in-turn.ts';
import type { Matches } from '../matches.ts';
import type { Refusable } from '../meeting.ts';
import { createActions } from './actions.ts';
import { giveCode } from './codes.ts';
import { createEntry, type Entry as Entrance, type EntryNeeds } from './entry.ts';
import { createLiveContest, type ContestRoom, type LiveContest, type LiveContestNeeds } from './live-contest.ts';
import { setUp } from './new-contest.ts';
import { createReach } from './reach.ts';
import { createRunRound } from './run-round.ts';

/** Who asks: the player of the browser, where it comes from, and the account of an instructor who is signed in there. */
export type Asker = Guesser & { readonly accountId: string | null };

export type Contests = Entrance & {
  create(ownerId: string, wish: NewContest): Promise<Refusable<{ contestId: string }>>;
  /** Only the owner may. */
  act(contestId: string, owner: { accountId: string; playerId: string | null }, action: ContestAction): Promise<Refusable<object>>;
  /** The room of one who may watch as that. */
  roomOf(asker: Asker, as: ContestViewer): Refusable<{ readonly room: ContestRoom }>;
  view(room: ContestRoom): Promise<ContestView>;
  /** For `Matches`: a match has come further by that entry. */
  matchChanged(match: Match, entries: readonly Entry[]): void;
  /** A player has come, or the last link of one is gone. */
  presenceChanged(playerId: string): void;
  /** Whether the match is one of a session that the player was removed from. */
  isRemovedFrom(matchId: string, playerId: string): boolean;
  /** A disputed turn was kept by somebody else than the instructor. */
  turnKept(matchId: string): void;
  /** A player was erased: entrants' rows were written elsewhere. */
  playerErased(): void;
  /** After a start of the host. */
  resumeAll(): Promise<void>;
  close(): void;
};

export type ContestsNeeds = Omit<LiveContestNeeds, 'roundIsOver'> &
  Omit<EntryNeeds, 'came'> & {
    readonly store: ContestStore;
    readonly matches: Matches;
    readonly nameOf: (playerId: string) => Promise<string | null>;
    readonly tellMatched: (playerId: string, matchId: string) => void;
    /** The verdict of a disputed turn stands; false where nobody has disputed it. */
    readonly keepTurn: (matchId: string, turn: number) => Promise<boolean>;
    readonly isOwnClass: (classId: string, ownerId: string) => boolean;
  };

const refused = (fault: Fault) => ({ ok: false, fault }) as const;

export function createContests(needs: ContestsNeeds): Contests {
  const { store, now } = needs;
  const lives = new Map<string, LiveContest>();
  const ofMatch = new Map<string, string>();
  const reach = createReach(needs.isHere, now);
  const rounds = createRunRound({ ...needs, isReachable: reach.isReachable });
  const inTurn = createInTurn();
  const act = createActions({ ...needs, rounds });

  function liveOf(contestId: string): LiveContest {
    const known = lives.get(contestId);
    if (known) return known;
    for (const [id, live] of lives) if (live.isIdle()) forget(id, live);
    const made = createLiveContest(contestId, { ...needs, roundIsOver });
    lives.set(contestId, made);
    return made;
  }

  /** What it holds can be read again. */
  function forget(contestId: string, live: LiveContest): void {
    live.close();
    lives.delete(contestId);
  }

  async function roundIsOver(contestId: string): Promise<void> {
    await store.endRound(contestId, liveOf(contestId).rows().contest.round, now());
    liveOf(contestId).touch('rows');
  }

  async function create(ownerId: string, wish: NewContest): Promise<Refusable<{ contestId: string }>> {
    if (wish.settings.rounds.some((id) => id !== null && !scenarioOf(id))) return refused('no-such-scenario');
    if (wish.classId !== null && !needs.isOwnClass(wish.classId, ownerId)) return refused('no-such-class');
    const { contest, bots } = setUp(ownerId, wish, now());
    await giveCode((code) => store.add({ ...contest, code }, bots));
    return { ok: true, contestId: contest.id };
  }

  function roomOf({ playerId, accountId }: Asker, as: ContestViewer): Refusable<{ room: ContestRoom }> {
    if (as.viewer === 'projector') {
      const contest = store.byProjectorKey(as.key);
      return contest ? { ok: true, room: { viewer: 'projector', contestId: contest.id } } : refused('no-such-session');
    }
    const { contestId } = as;
    if (as.viewer === 'instructor') {
      if (accountId === null) return refused('not-an-instructor');
      return owns(contestId, accountId) ? { ok: true, room: { viewer: 'instructor', contestId } } : refused('no-such-session');
    }
    const entrant = store.entrantOf(contestId, playerId);
    return entrant ? { ok: true, room: { viewer: 'student', contestId, number: entrant.number } } : refused('no-such-session');
  }

  function owns(contestId: string, accountId: string): boolean {
    return store.ownerOf(contestId) === accountId;
  }

  /** Whether a match belongs to a session is asked of the store once. */
  function contestOf(matchId: string): string | null {
    const known = ofMatch.get(matchId) ?? store.ofMatch(matchId);
    if (known !== null) ofMatch.set(matchId, known);
    return known;
  }

  /** Decided by what the store says: what was shown last may be older. Also what failed may have come some way. */
  async function actNow(contestId: string, action: ContestAction, playerId: string | null): Promise<Refusable<object>> {
    const rows = store.load(contestId);
    if (!rows) return refused('no-such-session');
    try {
      return await act(rows, action, playerId);
    } finally {
      liveOf(contestId).touch('rows');
    }
  }

  async function resume(contestId: string): Promise<void> {
    const rows = store.load(contestId);
    if (rows) await rounds.resume(rows);
    liveOf(contestId).touch('rows');
  }

  function matchChanged(match: Match, entries: readonly Entry[]): void {
    const { settings, matchId } = match.record;
    const contestId = settings.kind === 'class' ? contestOf(matchId) : null;
    if (contestId === null) return;
    if (match.view.ended) {
      ofMatch.delete(matchId);
      liveOf(contestId).finished(match);
    } else liveOf(contestId).touch(entries.some(({ type }) => type === 'disputed' || type === 'voided') ? 'results' : 'play');
  }

  return {
    ...createEntry({ ...needs, came: (contestId) => liveOf(contestId).touch('rows') }),
    create,
    async act(contestId, { accountId, playerId }, action) {
      if (!owns(contestId, accountId)) return refused('no-such-session');
      return inTurn(contestId, () => actNow(contestId, action, playerId));
    },
    roomOf,
    isRemovedFrom: store.isRemovedFrom,
    view: (room) => liveOf(room.contestId).view(room),
    matchChanged,
    presenceChanged(playerId) {
      reach.changed(playerId);
      for (const contestId of store.openContestsOf(playerId)) lives.get(contestId)?.touch('play');
    },
    turnKept(matchId) {
      const contestId = contestOf(matchId);
      if (contestId !== null) liveOf(contestId).touch('rows');
    },
    playerErased() {
      for (const live of lives.values()) live.touch('rows');
    },
    async resumeAll() {
      const failed = (error: unknown) => needs.log(error, 'a session could not go on');
      for (const contestId of store.running()) await inTurn(contestId, () => resume(contestId)).catch(failed);
    },
    close: () => {
      for (const live of lives.values()) live.close();
    },
  };
}
