/** Exams and the daily challenge (protocol/study.ts). */
import { type Context, Hono } from 'hono';
import type { Fault } from '#protocol/faults.ts';
import { type DailyAnswer, newPaperSchema, type PaperAnswer, paperAnswerSchema } from '#protocol/study.ts';
import type { Paper } from '#db/papers.ts';
import type { Accounts } from '../accounts.ts';
import { createAllowance } from '../allowance.ts';
import { bodyOf, refuse } from '../answers.ts';
import { asPlayerOf } from '../as-player.ts';
import { toDailyAnswer, toPaperAnswer } from './paper-answers.ts';
import type { Papers } from './papers.ts';

export type PaperNeeds = { readonly papers: Papers; readonly accounts: Pick<Accounts, 'playerOf'>; readonly now: () => number };

export function paperRoutes({ papers, accounts, now }: PaperNeeds): Hono {
  const routes = new Hono();
  const asPlayer = asPlayerOf(accounts);
  /** By player: a class shares its address, and begins all at once. */
  const begun = createAllowance(10, 1 / 60, now);
  const said = createAllowance(200, 2, now);

  const show = (c: Context, paper: Paper | Fault) =>
    typeof paper === 'string' ? refuse(c, paper) : c.json(toPaperAnswer(paper, now()) satisfies PaperAnswer);
  const idIn = (c: Context) => c.req.param('id') ?? '';

  routes.post(
    '/study/papers',
    asPlayer(async (c, playerId) => {
      const wish = await bodyOf(c, newPaperSchema);
      if (!wish) return refuse(c, 'bad-message');
      if (!begun.take(playerId)) return refuse(c, 'too-many-messages');
      return show(c, await papers.begin(playerId, wish));
    }),
  );

  routes.get(
    '/study/papers/:id',
    asPlayer(async (c, playerId) => show(c, await papers.find(playerId, idIn(c)))),
  );

  routes.post(
    '/study/papers/:id/answers',
    asPlayer(async (c, playerId) => {
      const body = await bodyOf(c, paperAnswerSchema);
      if (!body) return refuse(c, 'bad-message');
      if (!said.take(playerId)) return refuse(c, 'too-many-messages');
      return show(c, await papers.answer(playerId, idIn(c), body.number, body.given));
    }),
  );

  routes.post(
    '/study/papers/:id/finish',
    asPlayer(async (c, playerId) => show(c, await papers.handIn(playerId, idIn(c)))),
  );

  routes.get(
    '/study/daily',
    asPlayer(async (c, playerId) => c.json(toDailyAnswer(await papers.daily(playerId), playerId) satisfies DailyAnswer)),
  );

  return routes;
}
