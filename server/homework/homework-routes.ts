/** Homework, for students (protocol/homework.ts). */
import { type Context, Hono } from 'hono';
import { claimSchema, type HomeworkOfMatchAnswer, type TryAnswer, trySchema } from '#protocol/homework.ts';
import type { HomeworkStore } from '#db/homework.ts';
import type { Accounts } from '../accounts.ts';
import type { Answered } from '../answered.ts';
import { bodyOf, refuse } from '../answers.ts';
import { type AsPlayer, asPlayerOf } from '../as-player.ts';
import { addressOf } from '../caller-in.ts';
import type { Homeworks } from './homeworks.ts';

export type HomeworkNeeds = {
  readonly homeworks: Homeworks;
  readonly store: HomeworkStore;
  readonly accounts: Accounts;
  readonly answered: Answered;
};

export function homeworkRoutes({ homeworks, store, accounts, answered }: HomeworkNeeds): Hono {
  const routes = new Hono();

  const asPlayer = asPlayerOf(accounts);
  const keyIn = (c: Context) => c.req.param('key') ?? '';
  const show: AsPlayer = (c, playerId) => {
    const seen = homeworks.viewOf(keyIn(c), playerId);
    return seen ? c.json(seen) : refuse(c, 'no-such-homework');
  };

  routes.get('/homework/:key', asPlayer(show));

  routes.post(
    '/homework/:key/student',
    asPlayer(async (c, playerId) => {
      const body = await bodyOf(c, claimSchema);
      if (!body) return refuse(c, 'bad-message');
      const claimed = await homeworks.claim({ playerId, address: addressOf(c) }, keyIn(c), body.personal);
      return claimed.ok ? show(c, playerId) : refuse(c, claimed.fault);
    }),
  );

  routes.post(
    '/homework/:key/tries',
    asPlayer(async (c, playerId) => {
      const wish = await bodyOf(c, trySchema);
      if (!wish) return refuse(c, 'bad-message');
      const made = await answered.once(playerId, wish.id, () => homeworks.play(playerId, keyIn(c), wish.task));
      if (!made.ok) return refuse(c, made.fault);
      const { matchId } = made as typeof made & TryAnswer;
      return c.json({ matchId } satisfies TryAnswer);
    }),
  );

  routes.get(
    '/matches/:id/homework',
    asPlayer((c, playerId) => {
      const key = store.keyOfMatch(c.req.param('id') ?? '', playerId);
      return key === null ? refuse(c, 'no-such-homework') : c.json({ key } satisfies HomeworkOfMatchAnswer);
    }),
  );

  return routes;
}
