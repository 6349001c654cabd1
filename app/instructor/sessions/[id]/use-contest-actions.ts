import { useMemo, useState } from 'react';
import type { Acting } from '#components/console/act.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { ContestDeed } from '#protocol/contest.ts';
import { askAsInstructor } from '../../../instructor-session.ts';
import { createDeeds } from './deeds.ts';

/** What the console's buttons call: one at a time. */
export function useContestActions(contestId: string): Acting {
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);
  const post = useMemo(() => {
    const path = `contests/${encodeURIComponent(contestId)}/actions`;
    return createDeeds((action) => askAsInstructor<object>('POST', path, action));
  }, [contestId]);
  return useMemo(() => {
    async function act(deed: ContestDeed): Promise<boolean> {
      setIsBusy(true);
      const reply = await post(deed);
      setIsBusy(false);
      setTrouble(reply.ok ? null : reply.trouble);
      return reply.ok;
    }
    return { act, isBusy, trouble };
  }, [post, isBusy, trouble]);
}
