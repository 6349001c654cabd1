/** Accounts, for administrators: `server/api.ts` lets nobody else in. */
import { type Context, Hono } from 'hono';
import {
  type AccountAnswer,
  type AccountsAnswer,
  changeAccountSchema,
  type Done,
  inviteSchema,
  type MadeLinkAnswer,
} from '#protocol/instructors.ts';
import { bodyOf, refuse } from '../answers.ts';
import type { Made } from './account-links.ts';
import type { Instruction } from './instruction.ts';

export function adminRoutes({ accounts, accountLinks, ended }: Instruction): Hono {
  const routes = new Hono();

  routes.get('/admin/accounts', async (c) => c.json({ accounts: await accounts.list() } satisfies AccountsAnswer));

  routes.post('/admin/accounts', async (c) => {
    const body = await bodyOf(c, inviteSchema);
    return body ? answerMade(c, await accountLinks.invite(body.email, body.role)) : refuse(c, 'bad-message');
  });

  routes.post('/admin/accounts/:id/link', async (c) => answerMade(c, await accountLinks.makeFor(c.req.param('id'))));

  routes.patch('/admin/accounts/:id', async (c) => {
    const body = await bodyOf(c, changeAccountSchema);
    if (!body) return refuse(c, 'bad-message');
    const changed = await accounts.change(c.req.param('id'), body);
    if (!changed.ok) return refuse(c, changed.fault);
    ended(changed.ended);
    return c.json({ account: changed.account } satisfies AccountAnswer);
  });

  routes.delete('/admin/accounts/:id', async (c) => {
    const fault = await accounts.withdraw(c.req.param('id'));
    return fault ? refuse(c, fault) : c.json({} satisfies Done);
  });

  return routes;
}

function answerMade(c: Context, made: Made) {
  if (!made.ok) return refuse(c, made.fault);
  const { account, path, expiresAt } = made;
  return c.json({ account, path, expiresAt } satisfies MadeLinkAnswer);
}
