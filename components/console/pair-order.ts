/** How each pair is doing, and in which order hundreds of them are read. */
import type { InstructorView, PairRow } from '#protocol/contest.ts';

/** Worst first. */
export const PAIR_STATES = ['stuck', 'offline', 'playing', 'done'] as const;
export type PairState = (typeof PAIR_STATES)[number];

export const PAIR_ORDERS = ['attention', 'table', 'turn', 'accuracy'] as const;
export type PairOrder = (typeof PAIR_ORDERS)[number];

/** An open turn that is older than this is stuck, unless the clock of the turn itself is longer. */
const STUCK_MS = 90_000;

/** `now` by the host's clock. While the session pauses nobody is stuck. */
export function pairStateOf(pair: PairRow, view: Pick<InstructorView, 'isPaused' | 'settings'>, now: number): PairState {
  if (pair.isOver) return 'done';
  const patience = Math.max(STUCK_MS, (view.settings.turnSeconds ?? 0) * 1_000);
  if (!view.isPaused && pair.turnSince !== null && now - pair.turnSince > patience) return 'stuck';
  return pair.entrants.some((one, side) => one !== null && pair.isAway[side]) ? 'offline' : 'playing';
}

/** As people count: the host begins with 0. */
export function tableOf({ table }: PairRow): number {
  return table + 1;
}

export type RatedPair = { readonly pair: PairRow; readonly state: PairState };

const ORDERS: Readonly<Record<PairOrder, (a: RatedPair, b: RatedPair) => number>> = {
  attention: (a, b) => rankOf(a) - rankOf(b) || sinceOf(a) - sinceOf(b),
  table: () => 0,
  turn: (a, b) => share(a.pair) - share(b.pair),
  accuracy: (a, b) => worst(a.pair) - worst(b.pair),
};

/** Equal ones by their table. */
export function sortPairs(pairs: readonly RatedPair[], order: PairOrder): RatedPair[] {
  return [...pairs].sort((a, b) => ORDERS[order](a, b) || a.pair.table - b.pair.table);
}

function rankOf({ state }: RatedPair): number {
  return PAIR_STATES.indexOf(state);
}

/** Who has been stuck for longest comes first. Pairs that go on keep their places. */
function sinceOf({ pair, state }: RatedPair): number {
  return state === 'stuck' ? (pair.turnSince ?? 0) : 0;
}

function share({ turn, turns, isOver }: PairRow): number {
  return isOver ? 1 : turn / Math.max(1, turns);
}

function worst({ accuracy }: PairRow): number {
  return Math.min(...accuracy.map((one) => one ?? 1));
}
