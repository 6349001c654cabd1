/** Guests: who a browser is, by the token in its cookie. Only hashes of tokens and codes are kept (docs/decisions/guests.md). */
import { createHash, randomBytes } from 'node:crypto';
import { parse } from 'hono/utils/cookie';
import { type Locale, type Me, SESSION_COOKIE } from '#protocol/api.ts';
import type { Fault } from '#protocol/faults.ts';
import type { PlayerStore, SeenPlayer } from '#db/players.ts';
import { checkName } from './names.ts';
import { friendlyName } from './names/friendly.ts';
import { makeRecoveryCode, readRecoveryCode } from './recovery-code.ts';
import { makeKey } from './chance.ts';

/** A player as the browser is told, and the token that goes into its cookie. */
export type Entered = { readonly player: Me; readonly token: string };
export type Renamed = { readonly ok: true; readonly player: Me } | { readonly ok: false; readonly fault: Fault };

export type Accounts = {
  playerOf(cookieHeader: string | undefined): Promise<Me | null>;
  /** The id of the session that the cookie names, whether it is there or not; null where it names none. */
  sessionOf(cookieHeader: string | undefined): string | null;
  nameOf(playerId: string): Promise<string | null>;
  /** A new player with a friendly name. */
  enter(locale: Locale): Promise<Entered>;
  rename(player: Me, name: string): Promise<Renamed>;
  /** A new code; the one before it is worth nothing from now on. */
  replaceRecovery(player: Me): Promise<string>;
  /** Null where nobody has the code. The session that the browser had before ends. */
  recover(code: string, cookieHeader: string | undefined): Promise<Entered | null>;
  /** The same for a player who is known otherwise; null where there is none. */
  enterAs(playerId: string, cookieHeader: string | undefined): Promise<Entered | null>;
};

const TOKEN_OCTETS = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** "Last seen" is as exact as this: no write for every request. */
const SEEN_EVERY_MS = 3_600_000;

/** `ended`: a session with that id is no more. */
export function createAccounts(store: PlayerStore, now: () => number = Date.now, ended: (sessionId: string) => void = () => {}): Accounts {
  async function playerOf(cookieHeader: string | undefined): Promise<Me | null> {
    const hash = sessionOf(cookieHeader);
    const found = hash && (await store.bySession(hash));
    if (!found) return null;
    note(found);
    return { playerId: found.playerId, name: found.name };
  }

  /** A request is not refused because this could not be written. */
  function note({ playerId, lastSeenAt }: SeenPlayer): void {
    if (now() - lastSeenAt > SEEN_EVERY_MS) store.seen(playerId).catch(() => {});
  }

  async function enter(locale: Locale): Promise<Entered> {
    const player = { playerId: makeKey(), name: friendlyName(locale) };
    const token = makeToken();
    await store.add(player, hashOf(token));
    return { player, token };
  }

  async function rename({ playerId }: Me, given: string): Promise<Renamed> {
    const checked = checkName(given);
    if (!checked.ok) return checked;
    await store.rename(playerId, checked.name);
    return { ok: true, player: { playerId, name: checked.name } };
  }

  async function replaceRecovery({ playerId }: Me): Promise<string> {
    const code = makeRecoveryCode();
    await store.setRecovery(playerId, hashOf(code));
    return code;
  }

  async function recover(typed: string, cookieHeader: string | undefined): Promise<Entered | null> {
    const code = readRecoveryCode(typed);
    const player = code && (await store.byRecovery(hashOf(code)));
    return player ? moveIn(player, cookieHeader) : null;
  }

  async function enterAs(playerId: string, cookieHeader: string | undefined): Promise<Entered | null> {
    const name = await store.nameOf(playerId);
    return name === null ? null : moveIn({ playerId, name }, cookieHeader);
  }

  async function moveIn(player: Me, cookieHeader: string | undefined): Promise<Entered> {
    const token = makeToken();
    const replaced = sessionOf(cookieHeader);
    await store.addSession(player.playerId, hashOf(token), replaced);
    if (replaced !== null) ended(replaced);
    return { player, token };
  }

  return { playerOf, sessionOf, nameOf: store.nameOf, enter, rename, replaceRecovery, recover, enterAs };
}

function sessionOf(cookieHeader: string | undefined): string | null {
  const token = parse(cookieHeader ?? '', SESSION_COOKIE)[SESSION_COOKIE];
  return token !== undefined && TOKEN.test(token) ? hashOf(token) : null;
}

function makeToken(): string {
  return randomBytes(TOKEN_OCTETS).toString('base64url');
}

/** Tokens and codes are random and long: a slow hash would add nothing. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
