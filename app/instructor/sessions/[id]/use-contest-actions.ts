import { useMemo, useState } from 'react';
import type { Acting } from '#components/console/act.tsx';
import type { Action } from '#components/console/console-props.ts';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { Reply } from '../../../api.ts';
import { askAsInstructor } from '../../../instructor-session.ts';
import { newId } from '../../../outbox.ts';

/** Under the same id an action acts once, so it may be sent again when nobody knows whether it arrived. */
const AGAIN_AFTER_MS = [500, 1_500, 3_000];

async function post(contestId: string, action: Action): Promise<Reply<object>> {
  const body = { ...action, id: newId() };
  const send = () => askAsInstructor<object>('POST', `contests/${encodeURIComponent(contestId)}/actions`, body);
  let reply = await send();
  for (const wait of AGAIN_AFTER_MS) {
    if (reply.ok || reply.trouble !== 'unreachable') break;
    await new Promise((resolve) => setTimeout(resolve, wait));
    reply = await send();
  }
  return reply;
}

/** What the console's buttons call: one action at a time. */
export function useContestActions(contestId: string): Acting {
  const [isBusy, setIsBusy] = useState(false);
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);
  return useMemo(() => {
    async function act(action: Action): Promise<boolean> {
      setIsBusy(true);
      const reply = await post(contestId, action);
      setIsBusy(false);
      setTrouble(reply.ok ? null : reply.trouble);
      return reply.ok;
    }
    return { act, isBusy, trouble };
  }, [contestId, isBusy, trouble]);
}
