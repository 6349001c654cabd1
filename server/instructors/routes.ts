/** Signing in and out, and links that are good once. Thin: each asks better-auth, or the store, and answers with our codes. */
import { type Context, Hono } from 'hono';
import {
  type AccountLinkAnswer,
  changePasswordSchema,
  type Done,
  type InstructorAnswer,
  signInSchema,
  followAccountLinkSchema,
} from '#protocol/instructors.ts';
import { bodyOf, refuse } from '../answers.ts';
import { addressOf, callerIn } from '../caller-in.ts';
import { cookieOf } from './guard.ts';
import type { Instruction } from './instruction.ts';
import type { Begun } from './sessions.ts';

export function instructorRoutes({ instructors, entrance, accountLinks, followAccountLink }: Instruction): Hono {
  const routes = new Hono();

  routes.get('/instructor', async (c) => {
    const visit = await instructors.visit(cookieOf(c));
    if (!visit) return refuse(c, 'not-an-instructor');
    giveCookies(c, visit.cookies);
    return c.json({ account: visit.account } satisfies InstructorAnswer);
  });

  routes.post('/auth/sign-in', async (c) => {
    const body = await bodyOf(c, signInSchema);
    return body ? answer(c, await entrance.signIn(body.email, body.password, addressOf(c))) : refuse(c, 'bad-message');
  });

  routes.post('/auth/sign-out', async (c) => {
    giveCookies(c, await instructors.end(cookieOf(c)));
    return c.json({} satisfies Done);
  });

  routes.post('/auth/change-password', async (c) => {
    const body = await bodyOf(c, changePasswordSchema);
    if (!body) return refuse(c, 'bad-message');
    return answer(c, await entrance.changePassword(cookieOf(c), body.current, body.next, addressOf(c)));
  });

  routes.get('/account-links/:secret', async (c) => {
    const found = await accountLinks.find(c.req.param('secret'));
    return found ? c.json(found satisfies AccountLinkAnswer) : refuse(c, 'account-link-over');
  });

  routes.post('/account-links/:secret', async (c) => {
    const body = await bodyOf(c, followAccountLinkSchema);
    return body ? answer(c, await followAccountLink(c.req.param('secret'), body)) : refuse(c, 'bad-message');
  });

  return routes;
}

function answer(c: Context, begun: Begun) {
  if (!begun.ok) return refuse(c, begun.fault);
  giveCookies(c, begun.cookies);
  return c.json({ account: begun.account } satisfies InstructorAnswer);
}

function giveCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header('set-cookie', callerIn(c).isByHttps ? `${cookie}; Secure` : cookie, { append: true });
}
