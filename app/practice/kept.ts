/** What is under way, kept in the browser: it survives a reload, and is found again on the next visit. One of each kind. */
import * as browser from '../kept.ts';

export type Kind = 'practice' | 'catch';
export type Kept<Step> = {
  /** Of the practice that the steps belong to. */
  readonly href: string;
  readonly steps: readonly Step[];
  readonly isEnded: boolean;
};

/** Another number where steps have another shape than before. */
const KEYS: Readonly<Record<Kind, string>> = { practice: 'last-ack-practice-1', catch: 'last-ack-catch-1' };

/** Null where nothing is kept, or nothing of that shape. */
export function readKept<Step>(kind: Kind): Kept<Step> | null {
  const { href, steps, isEnded } = (browser.readKept(KEYS[kind]) ?? {}) as Partial<Kept<Step>>;
  return typeof href === 'string' && Array.isArray(steps) ? { href, steps, isEnded: isEnded === true } : null;
}

export function keep<Step>(kind: Kind, kept: Kept<Step>): void {
  browser.keep(KEYS[kind], kept);
}
