/** A place in the queue of a level, kept for as long as somebody holds it. */
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { Level } from '#game/match/vocabulary.ts';
import type { MatchesAnswer } from '#protocol/api.ts';
import { createLease } from '../lease.ts';
import { isLinkLive, onEachConnection, onHostEvent, send } from '../link.ts';
import { readAsGuest } from '../read.ts';
import { createStore } from '../store.ts';

type Waited = { readonly matchId: string | null; readonly trouble: TroubleCode | null };
const NOTHING: Waited = { matchId: null, trouble: null };
const ASK_EVERY_MS = 10_000;

function createQueue(level: Level) {
  const store = createStore(NOTHING);
  /** A "leave" that is sent again must not come after the next "join". */
  let left: Promise<unknown> = Promise.resolve();

  function begin(): () => void {
    store.set(NOTHING);
    /** Open before this wait began. */
    let known: readonly string[] | null = null;
    let isOver = false;
    const isDone = () => isOver || store.get().matchId !== null;

    /** The link may have been lost at the very moment at which the match began, or the word of it. */
    async function enter(): Promise<void> {
      await left;
      const open = await openQuickMatches();
      if (isDone()) return;
      const begun = known && open?.find((matchId) => !known?.includes(matchId));
      known ??= open;
      if (begun) return store.set({ matchId: begun, trouble: null });
      const answer = await send({ type: 'queue-join', level });
      if (!answer.ok && answer.fault !== 'already-waiting') store.set({ matchId: null, trouble: answer.fault });
    }

    const offMatched = onHostEvent('matched', ({ matchId }) => store.set({ matchId, trouble: null }));
    const offConnect = onEachConnection(() => void enter());
    const timer = setInterval(() => isLinkLive() && void enter(), ASK_EVERY_MS);
    return () => {
      isOver = true;
      offMatched();
      offConnect();
      clearInterval(timer);
      left = send({ type: 'queue-leave' });
    };
  }

  return { store, hold: createLease(begin) };
}

/** Null where the host could not be asked. */
async function openQuickMatches(): Promise<readonly string[] | null> {
  const reply = await readAsGuest<MatchesAnswer>('matches');
  if (!reply.ok) return null;
  return reply.data.matches.filter(({ kind, result }) => kind === 'quick' && result === 'open').map(({ matchId }) => matchId);
}

/** One a level. */
export const QUEUES = { 1: createQueue(1), 2: createQueue(2), 3: createQueue(3) } as const;
