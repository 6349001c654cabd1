'use client';

import { useEffect, useMemo } from 'react';
import { useStore } from '../../../store.ts';
import { createPaperDesk, type PaperDesk, type Sitting } from './sitting.ts';

/** Time that is up hands it in; another tab may have done so, or have given other answers, while this one was not looked at. */
export function useSitting(paperId: string): Sitting & Pick<PaperDesk, 'give' | 'handIn' | 'look'> {
  const desk = useMemo(() => createPaperDesk(paperId), [paperId]);
  const sitting = useStore(desk.store);
  useEffect(() => {
    desk.look();
    const lookAgain = () => document.visibilityState === 'visible' && desk.look();
    window.addEventListener('online', desk.look);
    document.addEventListener('visibilitychange', lookAgain);
    return () => {
      desk.close();
      window.removeEventListener('online', desk.look);
      document.removeEventListener('visibilitychange', lookAgain);
    };
  }, [desk]);
  const { paper, ahead } = sitting;
  const endsAt = paper && !paper.result ? paper.endsAt - ahead : null;
  useEffect(() => {
    if (endsAt === null) return;
    const timer = setTimeout(desk.handIn, Math.max(0, endsAt - performance.now()));
    return () => clearTimeout(timer);
  }, [desk, endsAt]);
  return { ...sitting, give: desk.give, handIn: desk.handIn, look: desk.look };
}
