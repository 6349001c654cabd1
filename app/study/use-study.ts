'use client';

import { useEffect, useState } from 'react';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import { ensureGuest, forgetGuest } from '../session.ts';
import { useStore } from '../store.ts';
import { keep, readKept } from './kept.ts';
import { openStudy, type Study, study, tellStudy } from './studies.ts';

export type StudyReply =
  | { readonly state: 'loading' }
  | { readonly state: 'trouble'; readonly trouble: TroubleCode; readonly onRetry: () => void }
  | { readonly state: 'open'; readonly study: Study };

const LAST_PLAYER = 'player';
/** A connection that answers nothing for so long counts as none. */
const PATIENCE_MS = 3_000;

/**
 * The cards of whoever this browser is to the host. Without a connection it is whoever it was last: only somebody who has never been
 * here needs one.
 */
export function useStudy(): StudyReply {
  const shown = useStore(study);
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again.
  useEffect(() => {
    let isGone = false;
    const impatient = setTimeout(openAsLastTime, PATIENCE_MS);
    void ensureGuest().then((reply) => {
      clearTimeout(impatient);
      if (isGone) return;
      if (reply.ok) openAs(reply.data.playerId);
      else if (!openAsLastTime()) setTrouble(reply.trouble);
    });
    return () => {
      isGone = true;
      clearTimeout(impatient);
    };
  }, [round]);
  useTelling();
  if (shown) return { state: 'open', study: shown };
  if (!trouble) return { state: 'loading' };
  const onRetry = () => {
    setTrouble(null);
    setRound((before) => before + 1);
  };
  return { state: 'trouble', trouble, onRetry };
}

function openAs(playerId: string): void {
  keep(LAST_PLAYER, '', playerId);
  void openStudy(playerId);
}

function openAsLastTime(): boolean {
  const playerId = readKept<string>(LAST_PLAYER, '');
  if (playerId !== null) void openStudy(playerId);
  return playerId !== null;
}

/** Whenever there may be a connection again. Who one is may have changed meanwhile. */
function useTelling(): void {
  useEffect(() => {
    const again = () => {
      forgetGuest();
      void ensureGuest().then((reply) => {
        if (reply.ok) openAs(reply.data.playerId);
        void tellStudy();
      });
    };
    const shownAgain = () => document.visibilityState === 'visible' && again();
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', shownAgain);
    return () => {
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', shownAgain);
    };
  }, []);
}
