/** One who reads what a terminal shows of a socket. */
import type { Story } from '#game/quiz/stories.ts';
import { SPELLINGS } from '#game/tcp/spellings.ts';
import { STATES, type State } from '#game/tcp/vocabulary.ts';

/** `received`, `sent`: null where sockets are only counted. */
export type SocketLine = { readonly state: State; readonly received: number | null; readonly sent: number | null };

export function readSocket(lines: readonly string[]): SocketLine | null {
  const words = lines.at(-1)?.split(/\s+/) ?? [];
  const state = STATES.find((one) => words.some((word) => word === SPELLINGS[one].ss || word === SPELLINGS[one].netstat));
  const [received = null, sent = null] = lines.length === 3 ? words.filter((word) => /^\d+$/.test(word)).map(Number) : [];
  return state ? { state, received, sent } : null;
}

export function isTrueOf({ state, received, sent }: Story, line: SocketLine): boolean {
  const isWithin = (octets: number | null, [from, to]: readonly [number, number]) => octets === null || (octets >= from && octets <= to);
  return state === line.state && isWithin(line.received, received) && isWithin(line.sent, sent);
}
