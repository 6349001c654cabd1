/**
 * A browser that has signed in to an account before keeps a cookie that says so. Whoever guesses at that account from elsewhere uses up the
 * tries of strangers, and not those of this browser (OWASP, "Slow Down Online Guessing Attacks with Device Cookies").
 */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { parse } from 'hono/utils/cookie';

export type KnownDevices = {
  /** By whose tries the browser is counted; null where it has never signed in to the account. */
  idOf(cookieHeader: string | undefined, email: string): string | null;
  /** The value of the cookie for a browser that has just signed in; it keeps the id that it had. */
  cookieFor(cookieHeader: string | undefined, email: string): string;
};

export const DEVICE_COOKIE = 'last_ack_device';
const ID_OCTETS = 12;
const VALUE = /^([\w-]{16})\.([\w-]{43})$/;

/** `key`: what signs sessions, too. What is signed here begins with a word of its own. */
export function createKnownDevices(key: string): KnownDevices {
  function signatureOf(id: string, email: string): string {
    return createHmac('sha256', key).update(`device\n${id}\n${email}`).digest('base64url');
  }

  function idOf(cookieHeader: string | undefined, email: string): string | null {
    const [, id, signature] = VALUE.exec(parse(cookieHeader ?? '', DEVICE_COOKIE)[DEVICE_COOKIE] ?? '') ?? [];
    if (id === undefined || signature === undefined) return null;
    return timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(id, email))) ? id : null;
  }

  function cookieFor(cookieHeader: string | undefined, email: string): string {
    const id = idOf(cookieHeader, email) ?? randomBytes(ID_OCTETS).toString('base64url');
    return `${id}.${signatureOf(id, email)}`;
  }

  return { idOf, cookieFor };
}
