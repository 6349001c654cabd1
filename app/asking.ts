/**
 * A question that is asked at each connection, and whenever its answer is no longer good. Of several only the last one's answer counts; one
 * that was refused for the moment is asked again by itself. So is one about which nothing has been heard for long: what told of it may be lost.
 */
import type { Refusal } from '#protocol/commands.ts';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import { isLinkLive, onEachConnection } from './link.ts';

type Refused = Refusal;
type Accepted = { readonly ok: true };

export type Asking = {
  readonly ask: () => void;
  /** There is news, so nothing is lost. */
  readonly heard: () => void;
  readonly end: () => void;
};

const RETRY_AFTER_MS = 2_000;
/** Longer than most turns are silent; twice as long each time, for a page that lies about. */
const SILENCE_MS = 20_000;
const LONGEST_SILENCE_MS = 320_000;

export function keepAsking<A extends Accepted>(
  question: () => Promise<A | Refused>,
  answered: (answer: A) => void,
  refused: (fault: Fault) => void,
): Asking {
  let asked = 0;
  let silence = SILENCE_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function askIn(ms: number): void {
    clearTimeout(timer);
    timer = setTimeout(askNow, ms);
  }

  /** Without a link the next one is what asks. */
  function askNow(): void {
    if (isLinkLive()) void ask();
  }

  async function ask(): Promise<void> {
    clearTimeout(timer);
    asked += 1;
    const mine = asked;
    const answer = await question();
    if (mine !== asked) return;
    if (!answer.ok) refused(answer.fault);
    else answered(answer);
    if (answer.ok) listenOn();
    else if (isPassing(answer.fault)) askIn(RETRY_AFTER_MS);
  }

  function listenOn(): void {
    askIn(silence);
    silence = Math.min(2 * silence, LONGEST_SILENCE_MS);
  }

  const offConnect = onEachConnection(() => void ask());
  const offWake = onWake(askNow);
  return {
    ask: () => void ask(),
    heard() {
      silence = SILENCE_MS;
      listenOn();
    },
    end() {
      asked += 1;
      clearTimeout(timer);
      offConnect();
      offWake();
    },
  };
}

/** A page that was frozen or hidden has heard what it has heard. */
function onWake(callback: () => void): () => void {
  const whenVisible = () => document.visibilityState === 'visible' && callback();
  document.addEventListener('visibilitychange', whenVisible);
  return () => document.removeEventListener('visibilitychange', whenVisible);
}

/** Of the host's condition or of haste: the same question may be answered in a moment. */
function isPassing(fault: Fault): boolean {
  return FAULTS[fault] === 429 || FAULTS[fault] === 503;
}
