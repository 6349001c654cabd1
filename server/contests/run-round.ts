/** A round begins, goes on over a restart of the host, and ends. */
import { goAway } from '#game/match/decide.ts';
import { goOn, halt, stop } from '#game/match/instruct.ts';
import type { Entrant, Loaded, PairOf } from '#db/contest-rows.ts';
import type { ContestStore } from '#db/contests.ts';
import { StoreError } from '#db/match-store.ts';
import type { Deciding } from '../live-match.ts';
import { type Matches, seatOf } from '../matches.ts';
import type { Refusable } from '../meeting.ts';
import { drawRound, matchOfPair } from './rounds.ts';
import { pairsOfRound } from './snapshot.ts';

export type RunRound = {
  start(rows: Loaded, round: number): Promise<Refusable<object>>;
  /** What is still in play stops; what the scores say stands. */
  end(rows: Loaded): Promise<void>;
  /** After a start of the host: what it had not come to is done now. */
  resume(rows: Loaded): Promise<void>;
  /**
   * Does the same to every match of the running round that is in play. Throws a StoreError where one of them could not be stored; under the same
   * `commandId` it can be done again without being done twice to the others.
   */
  each(rows: Loaded, deciding: Deciding, commandId?: string): Promise<void>;
  /** A removed student's seat goes to a bot, as if the student had left. */
  vacate(rows: Loaded, entrant: Entrant): Promise<void>;
};

export type RunRoundNeeds = {
  readonly store: ContestStore;
  readonly matches: Matches;
  readonly isReachable: (playerId: string) => boolean;
  readonly nameOf: (playerId: string) => Promise<string | null>;
  readonly tellMatched: (playerId: string, matchId: string) => void;
  readonly now: () => number;
};

/** Between two handfuls of new matches others get their turn. */
const MADE_AT_ONCE = 8;

export function createRunRound({ store, matches, isReachable, nameOf, tellMatched, now }: RunRoundNeeds): RunRound {
  async function start(rows: Loaded, round: number): Promise<Refusable<object>> {
    const { contest } = rows;
    // Once more, because the first time something could not be saved.
    if (contest.round === round) await makeAll(contest.id);
    if (contest.round >= round) return { ok: true };
    if (contest.phase === 'over') return { ok: false, fault: 'session-over' };
    if (contest.phase === 'round') return { ok: false, fault: 'round-running' };
    if (round > contest.settings.rounds.length || round !== contest.round + 1) return { ok: false, fault: 'no-more-rounds' };
    const drawn = drawRound(rows, (entrant) => mayPlay(entrant) && !sitsIn(contest, entrant), now());
    if (drawn.pairs.length === 0) return { ok: false, fault: 'too-few-entrants' };
    if ((await store.startRound(drawn.round, drawn.pairs)) === 'stored') await makeAll(contest.id);
    return { ok: true };
  }

  function mayPlay(entrant: Entrant): boolean {
    return entrant.state === 'in' && (entrant.isBot || (entrant.playerId !== null && isReachable(entrant.playerId)));
  }

  async function makeAll(contestId: string): Promise<void> {
    const rows = store.load(contestId);
    if (!rows) return;
    const missing = runningPairs(rows).filter(({ isOver }) => !isOver);
    for (let at = 0; at < missing.length; at += MADE_AT_ONCE) {
      await Promise.all(missing.slice(at, at + MADE_AT_ONCE).map((pair) => make(rows, pair)));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  async function make({ contest, entrants, rounds }: Loaded, pair: PairOf): Promise<void> {
    const round = rounds.find((one) => one.round === pair.round);
    if (!round || (await matches.find(pair.matchId))) return;
    const owner = contest.standIn === null ? null : await nameOf(contest.standIn);
    const record = matchOfPair(contest, entrants, round, pair, owner ?? '?');
    await matches.create(record);
    for (const { playerId } of record.parties) if (playerId !== null) tellMatched(playerId, pair.matchId);
  }

  async function each(rows: Loaded, deciding: Deciding, commandId?: string): Promise<void> {
    const open = runningPairs(rows).filter(({ isOver }) => !isOver);
    const outcomes = await Promise.all(open.map(({ matchId }) => matches.instruct(matchId, deciding, commandId)));
    const isLost = outcomes.some((outcome) => !outcome.ok && outcome.fault === 'not-saved');
    if (isLost) throw new StoreError('not-saved', 'not every match of the round');
  }

  async function resume(rows: Loaded): Promise<void> {
    await makeAll(rows.contest.id);
    await each(rows, rows.contest.isPaused ? halt : goOn);
    for (const entrant of rows.entrants) if (entrant.state !== 'in') await vacate(rows, entrant);
  }

  async function vacate(rows: Loaded, { number, playerId }: Entrant): Promise<void> {
    const pair = runningPairs(rows).find(({ one, other, isOver }) => !isOver && (one === number || other === number));
    const live = pair ? await matches.find(pair.matchId) : null;
    const side = live && playerId !== null ? seatOf(live.record, playerId) : null;
    if (live && side !== null) await live.run((given) => goAway(given, side, true));
  }

  return {
    start,
    async end(rows) {
      await each(rows, stop);
      await store.endRound(rows.contest.id, rows.contest.round, now());
    },
    resume,
    each,
    vacate,
  };
}

/** The instructor, who tries it out as a student, is not to sit at both ends. */
function sitsIn({ standIn }: Loaded['contest'], { playerId }: Entrant): boolean {
  return standIn !== null && standIn === playerId;
}

function runningPairs(rows: Loaded): readonly PairOf[] {
  return rows.contest.phase === 'round' ? pairsOfRound(rows) : [];
}
