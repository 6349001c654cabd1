/** Whose a link is, by the cookies of its handshake: a player's, and an instructor's where one is signed in. */
import type { Fault } from '#protocol/faults.ts';

/** `sessionId` and `accountId`: those of the instructor; null where nobody is signed in. */
export type LinkOwner = { playerId: string; sessionId: string | null; accountId: string | null };
type SignedIn = { readonly sessionId: string; readonly account: { readonly id: string } };

export type OwnerNeeds = {
  /** The player of the session that the cookie names; null where there is none. */
  readonly playerOf: (cookieHeader: string | undefined) => Promise<{ readonly playerId: string } | null>;
  /** The id of that session; null where the cookie names none. */
  readonly playerSessionOf: (cookieHeader: string | undefined) => string | null;
  readonly instructorOf: (cookieHeader: string | undefined) => Promise<SignedIn | null>;
  readonly log: (error: unknown, what: string) => void;
};

type Link = {
  data: LinkOwner;
  readonly handshake: { readonly headers: { readonly cookie?: string } };
  join(room: string): unknown;
  disconnect(close: boolean): unknown;
};

/** Writes down the owner, or says why there is none. */
export async function identify(link: Link, { playerOf, instructorOf, log }: OwnerNeeds): Promise<Fault | null> {
  const { cookie } = link.handshake.headers;
  try {
    const [player, instructor] = await Promise.all([playerOf(cookie), instructorOf(cookie)]);
    if (!player) return 'not-signed-in';
    link.data = { playerId: player.playerId, sessionId: instructor?.sessionId ?? null, accountId: instructor?.account.id ?? null };
    return null;
  } catch (error) {
    log(error, 'a session could not be read');
    return 'not-saved';
  }
}

/** The link ends with the sessions that it came with, also with one that ended before the link was in its room, where nobody could find it. */
export async function holdToSessions(link: Link, needs: OwnerNeeds): Promise<void> {
  const playerSession = needs.playerSessionOf(link.handshake.headers.cookie);
  for (const id of [playerSession, link.data.sessionId]) if (id !== null) link.join(sessionRoom(id));
  if (!(await areStillThere(link, needs))) link.disconnect(true);
}

async function areStillThere({ data, handshake }: Link, { playerOf, instructorOf, log }: OwnerNeeds): Promise<boolean> {
  const { cookie } = handshake.headers;
  try {
    const [player, instructor] = await Promise.all([playerOf(cookie), data.sessionId === null ? null : instructorOf(cookie)]);
    return player !== null && (instructor !== null || data.sessionId === null);
  } catch (error) {
    log(error, 'a session could not be read');
    return false;
  }
}

export function sessionRoom(sessionId: string): string {
  return `session:${sessionId}`;
}
