/** What instructors ask of their class sessions over HTTP. */
import { Hono } from 'hono';
import {
  contestActionSchema,
  type ContestSummary,
  type ContestsAnswer,
  type ContestTemplatesAnswer,
  contestSettingsSchema,
  type NewContestAnswer,
  newContestSchema,
} from '#protocol/contest.ts';
import type { ContestStore } from '#db/contests.ts';
import type { ContestTemplateStore } from '#db/contest-templates.ts';
import type { Accounts } from './accounts.ts';
import type { Answered } from './answered.ts';
import { bodyOf, refuse } from './answers.ts';
import type { Contests } from './contests/contests.ts';
import { type ByInstructor, cookieOf, only } from './instructors/guard.ts';
import type { InstructorSessions } from './instructors/sessions.ts';
import { makeKey } from './chance.ts';

export type ContestRouteNeeds = {
  readonly contests: Contests;
  readonly store: ContestStore;
  readonly templates: ContestTemplateStore;
  readonly accounts: Accounts;
  readonly answered: Answered;
  readonly instructors: InstructorSessions;
};

export function contestRoutes({ contests, store, templates, accounts, answered, instructors }: ContestRouteNeeds): Hono<ByInstructor> {
  const routes = new Hono<ByInstructor>();
  for (const path of ['/contests', '/contests/*', '/contest-templates', '/contest-templates/*'])
    routes.use(path, only('instructor', instructors));

  routes.get('/contests', (c) => {
    const own = store.ofOwner(c.var.instructor.account.id);
    return c.json({ contests: own.map(toSummary) } satisfies ContestsAnswer);
  });

  routes.post('/contests', async (c) => {
    const wish = await bodyOf(c, newContestSchema);
    if (!wish) return refuse(c, 'bad-message');
    const made = await contests.create(c.var.instructor.account.id, wish);
    return made.ok ? c.json({ contestId: made.contestId } satisfies NewContestAnswer, 201) : refuse(c, made.fault);
  });

  routes.post('/contests/:id/actions', async (c) => {
    const action = await bodyOf(c, contestActionSchema);
    if (!action) return refuse(c, 'bad-message');
    const player = await accounts.playerOf(cookieOf(c));
    const owner = { accountId: c.var.instructor.account.id, playerId: player?.playerId ?? null };
    const contestId = c.req.param('id');
    const done = await answered.once(`${owner.accountId} ${contestId}`, action.id, () => contests.act(contestId, owner, action));
    return done.ok ? c.json({}) : refuse(c, done.fault);
  });

  routes.get('/contest-templates', (c) => {
    const own = templates.ofOwner(c.var.instructor.account.id);
    return c.json({ templates: own } satisfies ContestTemplatesAnswer);
  });

  routes.post('/contest-templates', async (c) => {
    const settings = await bodyOf(c, contestSettingsSchema);
    if (!settings) return refuse(c, 'bad-message');
    const templateId = makeKey();
    await templates.keep(c.var.instructor.account.id, { templateId, settings });
    return c.json({ templateId }, 201);
  });

  routes.delete('/contest-templates/:id', async (c) =>
    (await templates.forget(c.var.instructor.account.id, c.req.param('id'))) ? c.json({}) : refuse(c, 'not-found'),
  );

  return routes;
}

function toSummary(contest: ReturnType<ContestStore['ofOwner']>[number]): ContestSummary {
  const { id, settings, classId, phase, round, entrants, isRehearsal, createdAt } = contest;
  return { contestId: id, title: settings.title, classId, phase, round, rounds: settings.rounds.length, entrants, isRehearsal, createdAt };
}
