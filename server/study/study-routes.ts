/** What is learnt alone (protocol/study.ts). */
import { Hono } from 'hono';
import { progressQuery, type ProgressAnswer, type StudyAnswersReply, studyAnswersSchema, type StudyOverview } from '#protocol/study.ts';
import type { Accounts } from '../accounts.ts';
import { createAllowance } from '../allowance.ts';
import { bodyOf, refuse } from '../answers.ts';
import { asPlayerOf } from '../as-player.ts';
import type { Papers } from './papers.ts';
import type { Studies } from './studies.ts';

export type StudyNeeds = {
  readonly studies: Studies;
  readonly papers: Pick<Papers, 'handInOverdue'>;
  readonly accounts: Pick<Accounts, 'playerOf'>;
  readonly now: () => number;
  readonly date: () => number;
};

/** It may be longer than other bodies: what was answered without a connection comes at once. */
export const ANSWERS_PATH = '/api/study/answers';
export const ANSWERS_OCTETS_MAX = 65_536;

export function studyRoutes({ studies, papers, accounts, now, date }: StudyNeeds): Hono {
  const routes = new Hono();
  /** A summer without a connection at once, then nearly 3,000 a day. By player: a class shares its address. */
  const answers = createAllowance(5_000, 1 / 30, now);

  const asPlayer = asPlayerOf(accounts);

  routes.get(
    '/study',
    asPlayer(async (c, playerId) => {
      await papers.handInOverdue({ playerId });
      const cards = await studies.cardsOf(playerId);
      return c.json({ now: date(), cards } satisfies StudyOverview);
    }),
  );

  routes.post(
    '/study/answers',
    asPlayer(async (c, playerId) => {
      const body = await bodyOf(c, studyAnswersSchema);
      if (!body) return refuse(c, 'bad-message');
      if (!answers.take(playerId, body.answers.length)) return refuse(c, 'too-many-messages');
      const cards = await studies.add(playerId, body.answers);
      return typeof cards === 'string' ? refuse(c, cards) : c.json({ now: date(), cards } satisfies StudyAnswersReply);
    }),
  );

  routes.get(
    '/study/progress',
    asPlayer(async (c, playerId) => {
      const query = progressQuery.safeParse(c.req.query());
      if (!query.success) return refuse(c, 'bad-message');
      await papers.handInOverdue({ playerId });
      const progress = await studies.progressOf(playerId, query.data.offset);
      return c.json({ now: date(), ...progress } satisfies ProgressAnswer);
    }),
  );

  return routes;
}
