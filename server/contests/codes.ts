/** What a session is called where people type it. */
import { randomInt } from 'node:crypto';

/** Six digits that nobody can foresee. */
function makeCode(): string {
  return String(randomInt(1_000_000)).padStart(6, '0');
}

/** Names that look alike are one (Unicode §5.18, UAX #15): width, case and spaces make no difference. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
}

/** For how long a code is good; after that another can be asked for. */
export const CODE_GOOD_MS = 12 * 60 * 60 * 1_000;

/** Draws codes until one is nobody else's. */
export async function giveCode(take: (code: string) => Promise<'stored' | 'code-taken'>): Promise<string> {
  for (;;) {
    const code = makeCode();
    if ((await take(code)) === 'stored') return code;
  }
}
