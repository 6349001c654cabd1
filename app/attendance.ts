/** A student in a class session: it is watched from whichever page they are on, and its rounds call them. */
import { calledMatchOf } from '#components/session/situation.ts';
import { attended, called } from './attended.ts';
import { watchOf } from './contest.ts';
import { matchThatWaits } from './link.ts';

/** Whoever leaves a match is not called to it again. */
let lastCalled: string | null = null;
let release: (() => void) | null = null;

/** Keeps the session watched from now on. */
export function attend(contestId: string): void {
  if (release && attended.get() === contestId) return;
  release?.();
  attended.set(contestId);
  const { store, hold } = watchOf({ viewer: 'student', contestId });
  const heed = () => {
    const { view, fault } = store.get();
    if (fault === 'no-such-session') attended.set(null);
    if (fault === 'no-such-session' || view?.phase === 'over') return leave();
    if (view?.viewer === 'student') call(calledMatchOf(view));
  };
  const letGo = hold();
  const unsubscribe = store.subscribe(heed);
  release = () => {
    unsubscribe();
    letGo();
  };
  heed();
}

function leave(): void {
  release?.();
  release = null;
}

function call(matchId: string | null): void {
  if (matchId === null || matchId === lastCalled) return;
  lastCalled = matchId;
  called.set(matchId);
}

/** The student is in the match, or has been. */
export function answerCall(matchId: string): void {
  lastCalled = matchId;
  if (called.get() === matchId) called.set(null);
  if (matchThatWaits.get() === matchId) matchThatWaits.set(null);
}
