import { useMemo, useState } from 'react';
import type { Acting } from '#components/console/act.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { ContestDeed } from '#protocol/contest.ts';
import type { Reply } from '../../../api.ts';
import { askAsInstructor } from '../../../instructor-session.ts';
import { newId } from '../../../outbox.ts';

/** Under the same id a deed acts once, so it may be sent again when nobody knows whether it arrived. */
const AGAIN_AFTER_MS = [500, 1_500, 3_000];

async function post(contestId: string, deed: ContestDeed): Promise<Reply<object>> {
  const body = { ...deed, id: newId() };
  const send = () => askAsInstructor<object>('POST', `contests/${encodeURIComponent(contestId)}/actions`, body);
  let reply = await send();
  for (const wait of AGAIN_AFTER_MS) {
    if (reply.ok || reply.trouble !== 'unreachable') break;
    await new Promise((resolve) => setTimeout(resolve, wait));
    reply = await send();
  }
  return reply;
}

/** What the console's buttons call: one at a time. */
export function useContestActions(contestId: string): Acting {
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);
  return useMemo(() => {
    async function act(deed: ContestDeed): Promise<boolean> {
      setIsBusy(true);
      const reply = await post(contestId, deed);
      setIsBusy(false);
      setTrouble(reply.ok ? null : reply.trouble);
      return reply.ok;
    }
    return { act, isBusy, trouble };
  }, [contestId, isBusy, trouble]);
}
