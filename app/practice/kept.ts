/** What is under way, kept in the browser: it survives a reload, and is found again on the next visit. One of each kind. */

export type Kind = 'practice' | 'catch';
export type Kept<Step> = {
  /** Of the practice that the steps belong to. */
  readonly href: string;
  readonly steps: readonly Step[];
  readonly isEnded: boolean;
};

/** Another number where steps have another shape than before. */
const KEYS: Readonly<Record<Kind, string>> = { practice: 'last-ack-practice-1', catch: 'last-ack-catch-1' };

/** Null where nothing is kept, or nothing that can be read, and where the browser keeps nothing. */
export function readKept<Step>(kind: Kind): Kept<Step> | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEYS[kind]) ?? 'null') as Partial<Kept<Step>> | null;
    const { href, steps, isEnded } = kept ?? {};
    return typeof href === 'string' && Array.isArray(steps) ? { href, steps, isEnded: isEnded === true } : null;
  } catch {
    return null;
  }
}

/** A browser that keeps nothing plays all the same. */
export function keep<Step>(kind: Kind, kept: Kept<Step>): void {
  try {
    localStorage.setItem(KEYS[kind], JSON.stringify(kept));
  } catch {}
}
