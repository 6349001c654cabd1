/** A round begins, goes on over a restart of the host, and ends. */
import { stop } from '#game/match/instruct.ts';
import type { Entrant, Loaded, PairOf } from '#db/contest-rows.ts';
import type { ContestStore } from '#db/contests.ts';
import type { Deciding } from '../live-match.ts';
import type { Matches } from '../matches.ts';
import type { Refusable } from '../meeting.ts';
import { drawRound, matchOfPair } from './rounds.ts';

export type RunRound = {
  start(rows: Loaded, round: number): Promise<Refusable<object>>;
  /** What is still in play stops; what the scores say stands. */
  end(rows: Loaded): Promise<void>;
  /** After a start of the host: matches that were not made yet. */
  resume(rows: Loaded): Promise<void>;
  /** Does the same to every match of the running round that is in play. */
  each(rows: Loaded, deciding: Deciding): Promise<void>;
};

export type RunRoundNeeds = {
  readonly store: ContestStore;
  readonly matches: Matches;
  readonly isReachable: (entrant: Entrant) => boolean;
  readonly nameOf: (playerId: string) => Promise<string | null>;
  readonly tellMatched: (playerId: string, matchId: string) => void;
  readonly now: () => number;
};

/** Between two handfuls of new matches others get their turn. */
const MADE_AT_ONCE = 8;

export function createRunRound({ store, matches, isReachable, nameOf, tellMatched, now }: RunRoundNeeds): RunRound {
  async function start(rows: Loaded, round: number): Promise<Refusable<object>> {
    const { contest } = rows;
    if (contest.round >= round) return { ok: true };
    if (contest.phase === 'over') return { ok: false, fault: 'session-over' };
    if (contest.phase === 'round') return { ok: false, fault: 'round-running' };
    if (round > contest.settings.rounds.length || round !== contest.round + 1) return { ok: false, fault: 'no-more-rounds' };
    const drawn = drawRound(rows, mayPlay, now());
    if (drawn.pairs.length === 0) return { ok: false, fault: 'too-few-entrants' };
    if ((await store.startRound(drawn.round, drawn.pairs)) === 'stored') await makeAll(contest.id);
    return { ok: true };
  }

  function mayPlay(entrant: Entrant): boolean {
    return entrant.state === 'in' && (entrant.isBot || (entrant.playerId !== null && isReachable(entrant)));
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

  async function each(rows: Loaded, deciding: Deciding): Promise<void> {
    const open = runningPairs(rows).filter(({ isOver }) => !isOver);
    await Promise.all(open.map(({ matchId }) => matches.instruct(matchId, deciding)));
  }

  return {
    start,
    async end(rows) {
      await each(rows, stop);
      await store.endRound(rows.contest.id, rows.contest.round, now());
    },
    resume: async ({ contest }) => (contest.phase === 'round' ? makeAll(contest.id) : undefined),
    each,
  };
}

function runningPairs({ contest, pairs }: Loaded): readonly PairOf[] {
  return contest.phase === 'round' ? pairs.filter(({ round }) => round === contest.round) : [];
}
