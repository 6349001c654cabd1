/**
 * A paper that is sat: as the host told it last, and what the host has not been told yet. That is kept in the browser until it has been:
 * it outlasts a reload, and a connection that is lost.
 */
import type { Given } from '#game/quiz/vocabulary.ts';
import type { PaperAnswer } from '#protocol/study.ts';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import { ask, type Reply } from '../../../api.ts';
import { createStore, type Store } from '../../../store.ts';
import { keep, readKept } from '../../kept.ts';

type Untold = Readonly<Record<string, Given>>;
export type Sitting = {
  /** Null until the host has told it. */
  readonly paper: PaperAnswer | null;
  /** Milliseconds to add to the page's own clock, which nobody sets, to have the host's. */
  readonly ahead: number;
  /** Answers, by the number of their question. */
  readonly untold: Untold;
  readonly isHandingIn: boolean;
  /** Whether the host could not be told; it is tried again. */
  readonly isCutOff: boolean;
  /** What the host refuses for good. */
  readonly refused: TroubleCode | null;
};

/** A number that is typed is told once, not digit by digit. */
const SETTLE_MS = 400;
const RETRY_AFTER_MS = 3_000;
/** They say nothing about what was asked: the same may be asked again. */
const PASSING: readonly TroubleCode[] = ['unreachable', 'too-many-messages', 'not-saved', 'shutting-down'];

export type PaperDesk = {
  readonly store: Store<Sitting>;
  readonly give: (number: number, given: Given) => void;
  readonly handIn: () => void;
  /** Asks the host how the paper stands and tells it what it does not know. */
  readonly look: () => void;
  /** What waits is told also when nobody looks at it any more. */
  readonly close: () => void;
};

export function createPaperDesk(paperId: string): PaperDesk {
  const path = `study/papers/${encodeURIComponent(paperId)}`;
  const name = `paper-${paperId}`;
  const store = createStore<Sitting>({ paper: null, ahead: 0, untold: {}, isHandingIn: false, isCutOff: false, refused: null });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isTelling = false;
  let isStale = true;

  const change = (parts: Partial<Sitting>) => store.set({ ...store.get(), ...parts });

  function changeUntold(untold: Untold): void {
    keep(name, '', Object.keys(untold).length > 0 ? untold : null);
    change({ untold });
  }

  function tellIn(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), ms);
  }

  /** One after the other: whatever is told comes in the order in which it was given. */
  async function tell(): Promise<void> {
    if (isTelling) return;
    isTelling = true;
    while (await tellNext());
    isTelling = false;
    if (store.get().isCutOff) tellIn(RETRY_AFTER_MS);
  }

  /** Whether there may be more to tell. */
  async function tellNext(): Promise<boolean> {
    const { paper, untold, isHandingIn, refused } = store.get();
    if (refused || paper?.result) return false;
    if (isStale || !paper) return heed(await ask('GET', path), () => (isStale = false));
    const [first] = Object.entries(untold);
    if (first) return tellAnswer(...first);
    return isHandingIn && heed(await ask('POST', `${path}/finish`));
  }

  async function tellAnswer(number: string, given: Given): Promise<boolean> {
    return heed(await ask('POST', `${path}/answers`, { number: Number(number), given }), () => {
      const { [number]: latest, ...others } = store.get().untold;
      if (latest === given) changeUntold(others);
    });
  }

  /** A paper that is over takes no more answers; it is looked at again for its result. */
  function heed(reply: Reply<PaperAnswer>, done?: () => void): boolean {
    if (reply.ok) {
      change({ paper: reply.data, ahead: reply.data.now - performance.now(), isCutOff: false });
      done?.();
    } else if (reply.trouble === 'paper-over') {
      changeUntold({});
      isStale = true;
    } else change(PASSING.includes(reply.trouble) ? { isCutOff: true } : { refused: reply.trouble });
    return reply.ok || reply.trouble === 'paper-over';
  }

  return {
    store,
    give(number, given) {
      changeUntold({ ...store.get().untold, [number]: given });
      tellIn(SETTLE_MS);
    },
    handIn() {
      change({ isHandingIn: true });
      tellIn(0);
    },
    look() {
      isStale = true;
      change({ untold: { ...readKept<Untold>(name, ''), ...store.get().untold } });
      tellIn(0);
    },
    close: () => tellIn(0),
  };
}
