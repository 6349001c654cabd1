import { useState } from 'react';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { Answer, CommandType, Results } from '#protocol/commands.ts';
import { send } from './link.ts';
import type { Body } from './outbox.ts';

/** Commands of a page's buttons: whether one is on its way, and why the last one was refused. */
export function useCommand() {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);

  async function run<T extends CommandType>(body: Body<T>, then?: (result: Results[T]) => void): Promise<TroubleCode | null> {
    setBusy(true);
    const answer: Answer<T> = await send(body);
    setBusy(false);
    setTrouble(answer.ok ? null : answer.fault);
    if (answer.ok) then?.(answer);
    return answer.ok ? null : answer.fault;
  }

  return { busy, trouble, run };
}
