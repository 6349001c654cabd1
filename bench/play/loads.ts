/** The loads under which the hosts are compared. */
export const LOADS = {
  smallest: { words: '4 matches among 10 players', players: 10, pairs: 4, perSecond: 200 },
  capacity: { words: '50 matches among 100 players', players: 100, pairs: 50, perSecond: null },
  thousand: { words: '500 matches among 1,000 players', players: 1_000, pairs: 500, perSecond: null },
  crowd: { words: '500 matches among 4,000 players', players: 4_000, pairs: 500, perSecond: null },
  paced: { words: '500 answers a second, 500 matches among 1,000 players', players: 1_000, pairs: 500, perSecond: 500 },
} as const satisfies Readonly<Record<string, Load>>;
export type LoadName = keyof typeof LOADS;
export const LOAD_NAMES = Object.keys(LOADS) as readonly LoadName[];
/** The smallest shows that the bench runs, and nothing else. */
export const COMPARED = LOAD_NAMES.filter((name) => name !== 'smallest');

/** `perSecond`: answers of all together; null where nobody thinks. */
export type Load = { readonly words: string; readonly players: number; readonly pairs: number; readonly perSecond: number | null };

/** More than any host comes to: so many matches are prepared. When they are played, the window ends. */
const ANSWERS_PER_SECOND = 6_000;
const ANSWERS_A_MATCH = 40;

export function matchesFor({ pairs, perSecond }: Load, seconds: number): number {
  return Math.ceil(((perSecond ?? ANSWERS_PER_SECOND) * seconds) / ANSWERS_A_MATCH / pairs);
}
