/**
 * One class session while somebody watches it or plays in it. Its rows are read anew once they have changed; its watchers are sent
 * whole views, at most once a second.
 */
import { heatOf, hardestRules, hardestTurn } from '#game/contest/hard.ts';
import type { Match } from '#game/match/match.ts';
import type { ContestView } from '#protocol/contest.ts';
import type { Entrant, Loaded, PairOf } from '#db/contest-rows.ts';
import type { ContestStore } from '#db/contests.ts';
import { createAlarm } from '../alarm.ts';
import type { Matches } from '../matches.ts';
import { createFinished } from './finished.ts';
import { pairsOfRound, takeSnapshot, type Snapshot } from './snapshot.ts';
import { instructorView, projectorView, studentView } from './views.ts';

/** Who watches: a student by number. */
export type ContestRoom = { readonly contestId: string } & (
  | { readonly viewer: 'student'; readonly number: number }
  | { readonly viewer: 'projector' | 'instructor' }
);

export type LiveContest = {
  rows(): Loaded;
  view(room: ContestRoom): Promise<ContestView>;
  /** Something may show: rows that were written; what matches left, which may be told a second later; what is in play and who is there. */
  touch(what: 'rows' | 'results' | 'play'): void;
  /** Whether nobody watches it and nothing in it waits for the host: then it need not be kept in memory. */
  isIdle(): boolean;
  /** A match of the session is over, or was changed after its end. */
  finished(match: Match): void;
  close(): void;
};

export type LiveContestNeeds = {
  readonly store: ContestStore;
  readonly matches: Pick<Matches, 'find'>;
  readonly isHere: (playerId: string) => boolean;
  readonly realNameOf: (studentId: string) => string | null;
  readonly isWatched: (room: ContestRoom) => boolean;
  readonly publish: (room: ContestRoom, view: ContestView) => void;
  /** All matches of the running round are over. */
  readonly roundIsOver: (contestId: string) => Promise<void>;
  readonly now: () => number;
  readonly log: (error: unknown, what: string) => void;
};

const TELL_EVERY_MS = 1_000;
const HARD_RULES = 5;

export function createLiveContest(contestId: string, needs: LiveContestNeeds): LiveContest {
  const { store, matches, now } = needs;
  const finished = createFinished();
  const told = new Map<number, string>();
  const alarm = createAlarm(now, () => void tell().catch(tellLater));
  let loaded: Loaded | null = null;
  let isStale = false;
  let isDue = false;
  let toldAt = Number.NEGATIVE_INFINITY;
  let looked: { readonly at: number; readonly snapshot: Promise<Snapshot> } | null = null;

  function rows(): Loaded {
    if (loaded && !isStale) return loaded;
    loaded = store.load(contestId);
    if (!loaded) throw new Error(`no session ${contestId}`);
    isStale = false;
    return loaded;
  }

  function touch(what: 'rows' | 'results' | 'play'): void {
    if (what !== 'play') isStale = true;
    if (what === 'rows') looked = null;
    if (isDue) return;
    isDue = true;
    alarm.setAt(Math.max(now(), toldAt + TELL_EVERY_MS));
  }

  /** The round would not end, and nobody would know of it. */
  function tellLater(error: unknown): void {
    needs.log(error, 'a session could not be told');
    touch('rows');
  }

  async function tell(): Promise<void> {
    isDue = false;
    toldAt = now();
    const seen = rows();
    if (seen.contest.phase === 'round' && pairsOfRound(seen).every(({ isOver }) => isOver)) await needs.roundIsOver(contestId);
    tellAll(await lookAgain());
  }

  function tellAll(snapshot: Snapshot): void {
    for (const viewer of ['projector', 'instructor'] as const) {
      const room = { viewer, contestId };
      if (needs.isWatched(room)) needs.publish(room, draw(snapshot, room));
    }
    for (const entrant of snapshot.entrants) tellStudent(snapshot, entrant);
  }

  /** Only what is news to the student. */
  function tellStudent(snapshot: Snapshot, { number }: Entrant): void {
    const room = { viewer: 'student', contestId, number } as const;
    if (!needs.isWatched(room)) return void told.delete(number);
    const view = draw(snapshot, room);
    const text = JSON.stringify(view);
    if (told.get(number) === text) return;
    told.set(number, text);
    needs.publish(room, view);
  }

  function draw(snapshot: Snapshot, room: ContestRoom): ContestView {
    if (room.viewer !== 'student') return room.viewer === 'projector' ? projectorView(snapshot) : instructorView(snapshot, realName);
    const entrant = snapshot.entrants[room.number];
    if (!entrant) throw new Error(`no entrant ${room.number}`);
    return studentView(snapshot, entrant);
  }

  function realName({ studentId }: Entrant): string | null {
    return studentId === null ? null : needs.realNameOf(studentId);
  }

  function lookAgain(): Promise<Snapshot> {
    looked = { at: now(), snapshot: look() };
    return looked.snapshot;
  }

  /** At most a second old, for a whole class that comes back at once; what has happened since is about to be told. */
  function lookLately(): Promise<Snapshot> {
    return looked && now() - looked.at < TELL_EVERY_MS ? looked.snapshot : lookAgain();
  }

  async function look(): Promise<Snapshot> {
    const seen = rows();
    const { contest, pairs } = seen;
    const ofRound = pairsOfRound(seen);
    const inPlay = await findAll(ofRound.filter(({ isOver }) => !isOver));
    await rememberAll(contest.isRehearsal ? pairs : ofRound);
    const answers = ofRound.flatMap((pair) => finished.answersOf(pair, inPlay.get(pair.matchId)));
    return takeSnapshot({
      turnsOf: finished.turnsOf,
      loaded: contest.isRehearsal ? { ...seen, played: pairs.flatMap(finished.playedByBots) } : seen,
      inPlay,
      isHere: ({ playerId, isBot }) => isBot || (playerId !== null && needs.isHere(playerId)),
      hard: { rules: hardestRules(answers).slice(0, HARD_RULES), states: heatOf(answers), hardest: hardestTurn(answers) },
    });
  }

  async function findAll(pairs: readonly PairOf[]): Promise<ReadonlyMap<string, Match>> {
    const found = await Promise.all(pairs.map(({ matchId }) => matches.find(matchId)));
    return new Map(found.flatMap((live) => (live ? [[live.matchId, live.current()] as const] : [])));
  }

  /** After a start of the host matches that are over are looked at once. */
  async function rememberAll(pairs: readonly PairOf[]): Promise<void> {
    finished.keep(pairs);
    const unknown = new Map(pairs.filter((pair) => pair.isOver && !finished.isKnown(pair)).map((pair) => [pair.matchId, pair]));
    for (const [matchId, match] of await findAll([...unknown.values()])) {
      const pair = unknown.get(matchId);
      if (pair) finished.remember(pair, match);
    }
  }

  async function view(room: ContestRoom): Promise<ContestView> {
    // It may be older than what was told last.
    if (room.viewer === 'student') told.delete(room.number);
    return draw(await lookLately(), room);
  }

  /** A round goes on also where nobody looks. */
  function isIdle(): boolean {
    if (isDue || loaded?.contest.phase === 'round') return false;
    const students = (loaded?.entrants ?? []).map(({ number }) => ({ viewer: 'student', contestId, number }) as const);
    const rooms: readonly ContestRoom[] = [{ viewer: 'projector', contestId }, { viewer: 'instructor', contestId }, ...students];
    return !rooms.some(needs.isWatched);
  }

  return {
    rows,
    view,
    isIdle,
    touch,
    finished: (match) => {
      // A pair that is not known yet is looked up when it is needed.
      const pair = loaded?.pairs.find(({ matchId }) => matchId === match.record.matchId);
      if (pair) finished.remember(pair, match);
      touch('results');
    },
    close: alarm.stop,
  };
}
