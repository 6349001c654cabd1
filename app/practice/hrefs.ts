/** Ways to practices (address.ts); apart, because what reads an address knows the catalogue, which no browser needs. */
import type { Start } from './address.ts';

export const PRACTICE = '/practice';
export const CATCH = '/practice/catch';

export function practiceHref({ scenario, level, role, bot, hints, seed }: Start): string {
  return hrefOf(PRACTICE, { scenario, level, role, bot, hints: hints ? null : 'off', seed });
}

export function catchHref({ scenario, level, seed }: Pick<Start, 'scenario' | 'level' | 'seed'>): string {
  return hrefOf(CATCH, { scenario, level, seed });
}

function hrefOf(page: string, parts: Readonly<Record<string, string | number | null>>): string {
  const query = Object.entries(parts).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]]));
  return `${page}?${new URLSearchParams(query)}`;
}

/** Any that an address can have. */
export function drawSeed(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) >>> 1;
}
