/** What the console's buttons ask of the host. Under the same id a deed is done once, so it may be sent again when nobody knows how far it came. */
import type { ContestAction, ContestDeed } from '#protocol/contest.ts';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { Reply } from '../../../api.ts';
import { newId } from '../../../outbox.ts';

const AGAIN_AFTER_MS = [500, 1_500, 3_000];
/** Of these the host remembers no answer: what it has done already it knows by the id. */
const HALFWAY: readonly TroubleCode[] = ['not-saved', 'unreachable'];
/** Who presses the same button later than this means it anew. */
const SAME_PRESS_MS = 60_000;

type Halfway = { readonly deed: string; readonly id: string; readonly at: number };

/** `now`: milliseconds of any clock that runs evenly. */
export function createDeeds(send: (action: ContestAction) => Promise<Reply<object>>, now: () => number = () => performance.now()) {
  let halfway: Halfway | null = null;

  function idFor(deed: string): string {
    const isSame = halfway?.deed === deed && now() - halfway.at < SAME_PRESS_MS;
    return isSame && halfway ? halfway.id : newId();
  }

  async function sendUntilReached(action: ContestAction): Promise<Reply<object>> {
    let reply = await send(action);
    for (const wait of AGAIN_AFTER_MS) {
      if (reply.ok || reply.trouble !== 'unreachable') break;
      await new Promise((resolve) => setTimeout(resolve, wait));
      reply = await send(action);
    }
    return reply;
  }

  return async (deed: ContestDeed): Promise<Reply<object>> => {
    const text = JSON.stringify(deed);
    const id = idFor(text);
    const reply = await sendUntilReached({ ...deed, id } as ContestAction);
    halfway = !reply.ok && HALFWAY.includes(reply.trouble) ? { deed: text, id, at: now() } : null;
    return reply;
  };
}
