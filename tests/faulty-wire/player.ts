/** Who sits at a simulated tab: sees what the page would show, thinks, presses what the page would have, and remembers what was acknowledged. */
import { setTimeout as wait } from 'node:timers/promises';
import { botAnswer } from '#game/match/bot.ts';
import { beginMatch, evolveAll } from '#game/match/match.ts';
import { roleOf, type View } from '#game/match/view.ts';
import type { Prediction, Proposal, Side } from '#game/match/vocabulary.ts';
import type { MatchStore } from '#db/match-store.ts';
import { FAULTS } from '#protocol/faults.ts';
import type { Chance } from './chance.ts';
import type { Tab } from './tab.ts';

export type Acknowledged = { readonly turn: number; readonly side: Side; readonly answer: Proposal | Prediction };
/** `view`: the last that the page had. */
export type Played = { readonly matchId: string; readonly view: View | null; readonly acknowledged: readonly Acknowledged[] };

export type PlayNeeds = {
  readonly tab: Tab;
  /** Where the right answers come from. */
  readonly store: MatchStore;
  readonly chance: Chance;
  readonly thinkMs: number;
  /** Whoever is not through by then is stuck. */
  readonly tooLate: AbortSignal;
};

type Duty = { readonly turn: number; readonly is: 'answer' | 'ready' };

export async function playMatch(matchId: string, { tab, store, chance, thinkMs, tooLate }: PlayNeeds): Promise<Played> {
  const watch = tab.watchOfMatch(matchId);
  const release = watch.hold();
  const acknowledged: Acknowledged[] = [];
  const done = new Set<string>();
  const seen = () => watch.store.get().view;

  async function fulfil(duty: Duty, view: View, side: Side): Promise<void> {
    const answer = duty.is === 'ready' ? null : await answerTo(store, matchId, duty.turn, side, chance);
    const given = await tab.send(answer ? commandOf(matchId, view, side, answer) : { type: 'ready', matchId, turn: duty.turn });
    // Of haste or of the host's condition: one presses again.
    if (!given.ok && [429, 503].includes(FAULTS[given.fault])) return void (await wait(thinkMs));
    done.add(keyOf(duty));
    if (given.ok && answer) acknowledged.push({ turn: duty.turn, side, answer });
  }

  try {
    for (let view = seen(); !view?.ended; view = seen()) {
      const duty = view && dutyOf(view);
      if (view && duty && view.viewer !== 'spectator' && !done.has(keyOf(duty))) {
        await wait(chance.between(0, 2 * thinkMs), undefined, { signal: tooLate });
        await orTooLate(fulfil(duty, view, view.viewer), tooLate);
      } else await change(watch.store.subscribe, tooLate);
    }
  } catch (error) {
    if (!tooLate.aborted) throw error;
  } finally {
    release();
  }
  return { matchId, view: seen(), acknowledged };
}

const keyOf = ({ is, turn }: Duty) => `${is} ${turn}`;

/** What the page asks of its player now. */
function dutyOf({ viewer, turns, halted }: View): Duty | null {
  const open = turns.at(-1);
  if (!open || viewer === 'spectator' || halted) return null;
  const { turn, closed, sealed, ready } = open;
  if (closed) return ready[viewer] ? null : { turn, is: 'ready' };
  return sealed[viewer] ? null : { turn, is: 'answer' };
}

/** A skilled player's; somebody who looks at an old page says anything. */
async function answerTo(store: MatchStore, matchId: string, turn: number, side: Side, { random }: Chance): Promise<Proposal | Prediction> {
  const found = await store.load(matchId);
  const match =
    found &&
    evolveAll(
      beginMatch(found.record),
      found.entries.map((entry) => ({ entry, at: 0 })),
    );
  const open = match?.view.turns.at(-1);
  return match && open?.turn === turn && !open.closed ? botAnswer(match, side, 'skilled', random).answer : { flags: null, state: 'CLOSED' };
}

function commandOf(matchId: string, { turns }: View, side: Side, answer: Proposal | Prediction) {
  const { turn = 0, leg = 0 } = turns.at(-1) ?? {};
  const forTurn = { matchId, turn, seat: roleOf(side, leg) };
  return 'segment' in answer
    ? ({ type: 'propose', ...forTurn, proposal: answer } as const)
    : ({ type: 'predict', ...forTurn, prediction: answer } as const);
}

/** Until something changes. */
export function change(subscribe: (changed: () => void) => () => void, tooLate: AbortSignal): Promise<void> {
  let end = () => {};
  const changed = new Promise<void>((resolve) => {
    end = subscribe(resolve);
  });
  return orTooLate(changed, tooLate).finally(() => end());
}

export async function orTooLate<T>(work: Promise<T>, tooLate: AbortSignal): Promise<T> {
  tooLate.throwIfAborted();
  let stop = () => {};
  const late = new Promise<never>((_, reject) => {
    stop = () => reject(tooLate.reason);
    tooLate.addEventListener('abort', stop);
  });
  return Promise.race([work, late]).finally(() => tooLate.removeEventListener('abort', stop));
}
