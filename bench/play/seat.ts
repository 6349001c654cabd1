/** A player of any of the three hosts, as the one who paces the play sees it. */
export type Seat = {
  /** Answers now, if an answer is due; says whether one was. */
  answer(): boolean;
  /** Called whenever an answer has become due. */
  onDue: () => void;
};

/** Everybody who is connected: two by two those who play, and the others, who only listen. */
export type Crowd = {
  readonly pairs: readonly (readonly [Seat, Seat])[];
  /** So many more matches for each pair, one after the other, where matches have to be made before they are played. */
  prepare(matches: number): Promise<void>;
  /** Pairs that have played all that was prepared for them. */
  finished(): number;
  close(): void;
};

export type CrowdWish = {
  readonly url: string;
  readonly players: number;
  /** Each of them with a match that has begun. */
  readonly pairs: number;
};

/** So many at once: everybody together would be refused by the kernel. */
const AT_ONCE = 50;

/** In order, a few at a time. */
export async function forEach<T, R>(list: readonly T[], does: (one: T, n: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let n = 0; n < list.length; n += AT_ONCE)
    results.push(...(await Promise.all(list.slice(n, n + AT_ONCE).map((one, k) => does(one, n + k)))));
  return results;
}

const PLAYERS_AN_ADDRESS = 200;

/** A school has several addresses; Linux answers to all that begin with 127. Elsewhere there is one. */
export function addressOf(player: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  return `127.0.1.${1 + Math.floor(player / PLAYERS_AN_ADDRESS)}`;
}
