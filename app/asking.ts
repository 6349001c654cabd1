/**
 * A question that is asked at each connection, and whenever its answer is no longer good. Of several only the last one's answer counts; one
 * that was refused for the moment is asked again by itself.
 */
import type { Refusal } from '#protocol/commands.ts';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import { onEachConnection } from './link.ts';

type Refused = Refusal;
type Accepted = { readonly ok: true };

export type Asking = { readonly ask: () => void; readonly end: () => void };

const RETRY_AFTER_MS = 2_000;

export function keepAsking<A extends Accepted>(
  question: () => Promise<A | Refused>,
  answered: (answer: A) => void,
  refused: (fault: Fault) => void,
): Asking {
  let asked = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  async function ask(): Promise<void> {
    clearTimeout(retry);
    asked += 1;
    const mine = asked;
    const answer = await question();
    if (mine !== asked) return;
    if (answer.ok) return answered(answer);
    refused(answer.fault);
    if (isPassing(answer.fault)) retry = setTimeout(ask, RETRY_AFTER_MS);
  }

  const offConnect = onEachConnection(() => void ask());
  return {
    ask: () => void ask(),
    end: () => {
      asked += 1;
      clearTimeout(retry);
      offConnect();
    },
  };
}

/** Of the host's condition or of haste: the same question may be answered in a moment. */
function isPassing(fault: Fault): boolean {
  return FAULTS[fault] === 429 || FAULTS[fault] === 503;
}
