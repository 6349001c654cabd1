/**
 * One class session while somebody watches it or plays in it. Its rows are read anew once they have changed; its watchers are sent
 * whole views, at most once a second.
 */
import { answeredMovesOf } from '#game/contest/answered-moves.ts';
import { heatOf, hardestRules, hardestTurn } from '#game/contest/hard.ts';
import type { AnsweredMove } from '#game/contest/vocabulary.ts';
import type { Match } from '#game/match/match.ts';
import { SIDES, type Side } from '#game/match/vocabulary.ts';
import type { ContestView } from '#protocol/contest.ts';
import type { Entrant, Loaded, PairOf, Played } from '#db/contest-rows.ts';
import type { ContestStore } from '#db/contests.ts';
import { createAlarm } from '../alarm.ts';
import type { Matches } from '../matches.ts';
import { numberAt, takeSnapshot, type Snapshot } from './snapshot.ts';
import { instructorView, projectorView, studentView } from './views.ts';

/** Who watches: a student by number. */
export type ContestRoom = { readonly contestId: string } & (
  | { readonly viewer: 'student'; readonly number: number }
  | { readonly viewer: 'projector' | 'instructor' }
);

export type LiveContest = {
  rows(): Loaded;
  view(room: ContestRoom): Promise<ContestView>;
  /** Something may show: rows that were written, or what is in play and who is there. */
  touch(what: 'rows' | 'play'): void;
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

/** What is remembered of a match that is over. */
type Finished = { readonly answers: readonly AnsweredMove[]; readonly played: readonly Omit<Played, 'round' | 'number'>[] };

export function createLiveContest(contestId: string, needs: LiveContestNeeds): LiveContest {
  const { store, matches, now } = needs;
  const finished = new Map<string, Finished>();
  const told = new Map<number, string>();
  const alarm = createAlarm(now, () => void tell().catch((error) => needs.log(error, 'a session could not be told')));
  let loaded: Loaded | null = null;
  let isDue = false;
  let toldAt = Number.NEGATIVE_INFINITY;

  function rows(): Loaded {
    loaded ??= store.load(contestId);
    if (!loaded) throw new Error(`no session ${contestId}`);
    return loaded;
  }

  function touch(what: 'rows' | 'play'): void {
    if (what === 'rows') loaded = null;
    if (isDue) return;
    isDue = true;
    alarm.setAt(Math.max(now(), toldAt + TELL_EVERY_MS));
  }

  async function tell(): Promise<void> {
    isDue = false;
    toldAt = now();
    const { contest, pairs } = rows();
    const ofRound = pairs.filter(({ round }) => round === contest.round);
    if (contest.phase === 'round' && ofRound.every(({ isOver }) => isOver)) await needs.roundIsOver(contestId);
    tellAll(await look());
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

  async function look(): Promise<Snapshot> {
    const seen = rows();
    const { contest, pairs } = seen;
    const ofRound = pairs.filter(({ round }) => round === contest.round);
    const inPlay = await findAll(ofRound.filter(({ isOver }) => !isOver));
    await rememberAll(contest.isRehearsal ? pairs : ofRound);
    const answers = ofRound.flatMap((pair) => answersOf(pair, inPlay.get(pair.matchId)));
    return takeSnapshot({
      loaded: contest.isRehearsal ? { ...seen, played: pairs.flatMap(playedByBots) } : seen,
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
    const unknown = pairs.filter(({ matchId, isOver }) => isOver && !finished.has(matchId));
    for (const [matchId, match] of await findAll(unknown)) {
      const pair = unknown.find((one) => one.matchId === matchId);
      if (pair) remember(pair, match);
    }
  }

  function remember(pair: PairOf, match: Match): void {
    const played = SIDES.map((side) => {
      const { points, moves, rightMoves } = match.view.scores[side];
      return { matchId: pair.matchId, points, moves, rightMoves, ms: 0 };
    });
    finished.set(pair.matchId, { answers: answeredMovesOf(match, seatsOf(pair)), played });
  }

  function answersOf(pair: PairOf, match: Match | undefined): readonly AnsweredMove[] {
    return finished.get(pair.matchId)?.answers ?? (match ? answeredMovesOf(match, seatsOf(pair)) : []);
  }

  /** Bots leave no results. */
  function playedByBots(pair: PairOf): readonly Played[] {
    const { played } = finished.get(pair.matchId) ?? {};
    return SIDES.flatMap((side) => {
      const number = numberAt(pair, side);
      const one = played?.[side];
      return number === null || !one ? [] : [{ ...one, number, round: pair.round }];
    });
  }

  return {
    rows,
    view: async (room) => draw(await look(), room),
    touch,
    finished: (match) => {
      const pair = rows().pairs.find(({ matchId }) => matchId === match.record.matchId);
      if (pair) remember(pair, match);
      touch('rows');
    },
    close: alarm.stop,
  };
}

/** Those that entrants hold. */
function seatsOf(pair: PairOf): readonly Side[] {
  return SIDES.filter((side) => numberAt(pair, side) !== null);
}
