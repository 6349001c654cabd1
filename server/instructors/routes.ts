/** Signing in and out, and links that are good once. Thin: each asks better-auth, or the store, and answers with our codes. */
import { type Context, Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import {
  type AccountLinkAnswer,
  changePasswordSchema,
  type Done,
  type InstructorAnswer,
  signInSchema,
  followAccountLinkSchema,
} from '#protocol/instructors.ts';
import { bodyOf, refuse } from '../answers.ts';
import { COOKIE_SECONDS } from '../account-routes.ts';
import { addressOf, callerIn } from '../caller-in.ts';
import { cookieOf } from './guard.ts';
import type { Instruction } from './instruction.ts';
import { DEVICE_COOKIE } from './known-device.ts';
import type { Begun } from './sessions.ts';
import type { From } from './sign-in.ts';

export function instructorRoutes({ instructors, entrance, devices, accountLinks, followAccountLink }: Instruction): Hono {
  const routes = new Hono();

  routes.get('/instructor', async (c) => {
    const visit = await instructors.visit(cookieOf(c));
    if (!visit) return refuse(c, 'not-an-instructor');
    giveCookies(c, visit.cookies);
    return c.json({ account: visit.account } satisfies InstructorAnswer);
  });

  routes.post('/auth/sign-in', async (c) => {
    const body = await bodyOf(c, signInSchema);
    return body ? answer(c, await entrance.signIn(body.email, body.password, fromOf(c))) : refuse(c, 'bad-message');
  });

  routes.post('/auth/sign-out', async (c) => {
    giveCookies(c, await instructors.end(cookieOf(c)));
    return c.json({} satisfies Done);
  });

  routes.post('/auth/change-password', async (c) => {
    const body = await bodyOf(c, changePasswordSchema);
    if (!body) return refuse(c, 'bad-message');
    return answer(c, await entrance.changePassword(body.current, body.next, fromOf(c)));
  });

  routes.get('/account-links/:secret', async (c) => {
    const found = await accountLinks.find(c.req.param('secret'));
    return found ? c.json(found satisfies AccountLinkAnswer) : refuse(c, 'account-link-over');
  });

  routes.post('/account-links/:secret', async (c) => {
    const body = await bodyOf(c, followAccountLinkSchema);
    return body ? answer(c, await followAccountLink(c.req.param('secret'), body)) : refuse(c, 'bad-message');
  });

  function answer(c: Context, begun: Begun) {
    if (!begun.ok) return refuse(c, begun.fault);
    giveCookies(c, begun.cookies);
    const device = devices.cookieFor(cookieOf(c), begun.account.email);
    const secure = callerIn(c).isByHttps;
    setCookie(c, DEVICE_COOKIE, device, { httpOnly: true, sameSite: 'Lax', path: '/api', maxAge: COOKIE_SECONDS, secure });
    return c.json({ account: begun.account } satisfies InstructorAnswer);
  }

  return routes;
}

function fromOf(c: Context): From {
  return { address: addressOf(c), cookie: cookieOf(c) };
}

function giveCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', callerIn(c).isByHttps ? `${cookie}; Secure` : cookie, { append: true });
}
