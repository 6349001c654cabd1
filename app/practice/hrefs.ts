/** Ways to practices (address.ts); apart, because what reads an address knows the catalogue, which no browser needs. */
import type { OwnLeg, Start } from './address.ts';

export const PRACTICE = '/practice';
export const CATCH = '/practice/catch';

export function practiceHref({ scenario, own, level, role, bot, hints, seed }: Start): string {
  return hrefOf(PRACTICE, { scenario, ...own, level, role, bot, hints: hints ? null : 'off', seed });
}

/** A leg of one's own, with the usual choices. */
export function ownPracticeHref({ script, name }: OwnLeg): string {
  return hrefOf(PRACTICE, { script, name });
}

export function catchHref({ scenario, own, level, seed }: Pick<Start, 'scenario' | 'own' | 'level' | 'seed'>): string {
  return hrefOf(CATCH, { scenario, ...own, level, seed });
}

function hrefOf(page: string, parts: Readonly<Record<string, string | number | null>>): string {
  const query = Object.entries(parts).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]]));
  return `${page}?${new URLSearchParams(query)}`;
}

/** Any that an address can have. */
export function drawSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1;
}
