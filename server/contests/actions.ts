/** What an instructor can do to a session. One function an action; the type holds the list complete. */
import { extend, goOn, halt, voidTurn } from '#game/match/instruct.ts';
import type { ContestAction } from '#protocol/contest.ts';
import type { Fault } from '#protocol/faults.ts';
import type { Entrant, Loaded } from '#db/contest-rows.ts';
import type { ContestStore } from '#db/contests.ts';
import type { Matches } from '../matches.ts';
import type { Refusable } from '../meeting.ts';
import { checkName } from '../names.ts';
import { CODE_GOOD_MS, giveCode, nameKeyOf } from './codes.ts';
import type { RunRound } from './run-round.ts';

type Done = Promise<Refusable<object>>;
type Of<D extends ContestAction['do']> = Extract<ContestAction, { do: D }>;
/** `asker`: the player who is the instructor's browser; null where it is none. */
type Actions = { readonly [D in ContestAction['do']]: (rows: Loaded, action: Of<D>, asker: string | null) => Done };

export type Act = (rows: Loaded, action: ContestAction, asker: string | null) => Done;

export type ActionNeeds = {
  readonly store: ContestStore;
  readonly matches: Matches;
  readonly rounds: RunRound;
  /** The verdict of a disputed turn stands; false where nobody has disputed it. */
  readonly keepTurn: (matchId: string, turn: number) => Promise<boolean>;
  readonly now: () => number;
};

const DONE = { ok: true } as const;
const refused = (fault: Fault) => ({ ok: false, fault }) as const;

export function createActions({ store, matches, rounds, keepTurn, now }: ActionNeeds): Act {
  async function onEntrant({ contest, entrants }: Loaded, number: number, values: (entrant: Entrant) => Partial<Entrant>): Done {
    const entrant = entrants[number];
    if (!entrant || isErased(entrant)) return refused('no-such-entrant');
    const changed = await store.changeEntrant(contest.id, number, values(entrant));
    return changed === 'changed' ? DONE : refused('name-taken');
  }

  async function withMatch({ pairs }: Loaded, matchId: string, then: () => Promise<Refusable<object>>): Done {
    return pairs.some((pair) => pair.matchId === matchId) ? then() : refused('no-such-match');
  }

  const actions: Actions = {
    'start-round': (rows, { round }) => rounds.start(rows, round),
    async 'end-round'(rows, { round }) {
      if (rows.contest.round > round || (rows.contest.round === round && rows.contest.phase !== 'round')) return DONE;
      if (rows.contest.round !== round) return refused('no-round-running');
      await rounds.end(rows);
      return DONE;
    },
    async pause(rows) {
      if (rows.contest.phase !== 'round') return refused('no-round-running');
      await store.change(rows.contest.id, { isPaused: true });
      await rounds.each(rows, halt);
      return DONE;
    },
    async 'go-on'(rows) {
      await store.change(rows.contest.id, { isPaused: false });
      await rounds.each(rows, goOn);
      return DONE;
    },
    async 'give-time'(rows, { id, seconds }) {
      if (rows.contest.phase !== 'round') return refused('no-round-running');
      await rounds.each(rows, (given) => extend(given, seconds * 1_000), `${rows.contest.id}:${id}`);
      return DONE;
    },
    lock: ({ contest }) => changed(contest.id, { isLocked: true }),
    unlock: ({ contest }) => changed(contest.id, { isLocked: false }),
    async 'new-code'({ contest }) {
      if (contest.phase === 'over') return refused('session-over');
      await giveCode((code) => store.giveCode(contest.id, code, now() + CODE_GOOD_MS));
      return DONE;
    },
    async rename(rows, { entrant, name }) {
      const checked = checkName(name);
      if (!checked.ok) return checked;
      return onEntrant(rows, entrant, ({ state }) => ({
        name: checked.name,
        nameKey: state === 'removed' ? null : nameKeyOf(checked.name),
      }));
    },
    async remove(rows, { entrant }) {
      const removed = await onEntrant(rows, entrant, () => ({ state: 'removed', nameKey: null }));
      const known = rows.entrants[entrant];
      if (removed.ok && known) await rounds.vacate(rows, known);
      return removed;
    },
    'let-in': (rows, { entrant }) => onEntrant(rows, entrant, ({ name }) => ({ state: 'in', nameKey: nameKeyOf(name) })),
    'stand-in': async ({ contest }, { on }, asker) =>
      on && asker === null ? refused('not-signed-in') : changed(contest.id, { standIn: on ? asker : null }),
    'void-turn': (rows, { matchId, turn }) => withMatch(rows, matchId, () => matches.instruct(matchId, (given) => voidTurn(given, turn))),
    'keep-turn': (rows, { matchId, turn }) =>
      withMatch(rows, matchId, async () => ((await keepTurn(matchId, turn)) ? DONE : refused('turn-not-open'))),
    show: (rows, { turn }) =>
      turn === null
        ? changed(rows.contest.id, { shown: null })
        : withMatch(rows, turn.matchId, () => changed(rows.contest.id, { shown: turn })),
    async end(rows) {
      if (rows.contest.phase === 'over') return DONE;
      if (rows.contest.phase === 'round') await rounds.end(rows);
      return changed(rows.contest.id, { phase: 'over', endedAt: now(), shown: null });
    },
  };

  async function changed(contestId: string, values: Parameters<ContestStore['change']>[1]): Done {
    await store.change(contestId, values);
    return DONE;
  }

  return (rows, action, asker) =>
    (actions[action.do] as (rows: Loaded, action: ContestAction, asker: string | null) => Done)(rows, action, asker);
}

/** Nobody who could be let in or called by a name. */
function isErased({ playerId, isBot }: Entrant): boolean {
  return playerId === null && !isBot;
}
