/** Who am I: the session, the name, the recovery code. */
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { parseAccept } from 'hono/utils/accept';
import {
  LOCALE_COOKIE,
  LOCALES,
  type Locale,
  type Me,
  type MeAnswer,
  type NameIdea,
  type RecoveryAnswer,
  recoverSchema,
  renameSchema,
  SESSION_COOKIE,
} from '#protocol/api.ts';
import type { Accounts } from './accounts.ts';
import { createAllowance } from './allowance.ts';
import { bodyOf, refuse } from './answers.ts';
import { addressOf, callerIn } from './caller-in.ts';
import { friendlyName } from './names/friendly.ts';

/** Browsers keep no cookie longer (RFC 6265bis §5.5). It is set anew at every visit. */
export const COOKIE_SECONDS = 400 * 86_400;

export type AccountNeeds = {
  readonly accounts: Accounts;
  readonly now: () => number;
};

export function accountRoutes({ accounts, now }: AccountNeeds): Hono {
  const routes = new Hono();
  /** A school on its first day; a script that makes guests is held to ten a second. */
  const newGuests = createAllowance(1_000, 10, now);
  /** Wrong codes only: a right one is never refused, so nobody can lock a class out. 100 bits are what keeps guessers out. */
  const wrongCodes = createAllowance(30, 0.5, now);

  const me = (c: Context) => accounts.playerOf(c.req.header('cookie'));
  const answerMe = (c: Context, player: Me | null) => c.json({ player } satisfies MeAnswer);

  routes.get('/me', async (c) => answerMe(c, await me(c)));

  routes.post('/session', async (c) => {
    const known = await me(c);
    if (known) {
      giveCookie(c, getCookie(c, SESSION_COOKIE) ?? '');
      return answerMe(c, known);
    }
    if (!newGuests.take(addressOf(c))) return refuse(c, 'too-many-messages');
    const { player, token } = await accounts.enter(localeOf(c));
    giveCookie(c, token);
    return answerMe(c, player);
  });

  routes.patch('/me', async (c) => {
    const player = await me(c);
    if (!player) return refuse(c, 'not-signed-in');
    const body = await bodyOf(c, renameSchema);
    if (!body) return refuse(c, 'bad-message');
    const renamed = await accounts.rename(player, body.name);
    return renamed.ok ? answerMe(c, renamed.player) : refuse(c, renamed.fault);
  });

  routes.post('/me/recovery', async (c) => {
    const player = await me(c);
    if (!player) return refuse(c, 'not-signed-in');
    return c.json({ code: await accounts.replaceRecovery(player) } satisfies RecoveryAnswer);
  });

  routes.post('/recover', async (c) => {
    const body = await bodyOf(c, recoverSchema);
    if (!body) return refuse(c, 'bad-message');
    const entered = await accounts.recover(body.code, c.req.header('cookie'));
    if (!entered) return refuse(c, wrongCodes.take(addressOf(c)) ? 'bad-recovery-code' : 'too-many-messages');
    giveCookie(c, entered.token);
    return answerMe(c, entered.player);
  });

  routes.get('/name-idea', (c) => c.json({ name: friendlyName(localeNamed(c.req.query('locale')) ?? localeOf(c)) } satisfies NameIdea));

  return routes;
}

export function giveCookie(c: Context, token: string): void {
  setCookie(c, SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: COOKIE_SECONDS,
    secure: callerIn(c).isByHttps,
  });
}

function localeOf(c: Context): Locale {
  return localeNamed(getCookie(c, LOCALE_COOKIE)) ?? preferred(c.req.header('accept-language') ?? '');
}

function localeNamed(name: string | undefined): Locale | undefined {
  return LOCALES.find((locale) => locale === name);
}

function preferred(acceptLanguage: string): Locale {
  const known = parseAccept(acceptLanguage).find(({ type }) => /^(en|zh)\b/i.test(type));
  return known && /^zh/i.test(known.type) ? 'zh-CN' : 'en';
}
