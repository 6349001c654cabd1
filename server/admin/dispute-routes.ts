/** Disputed turns, of class sessions and of other matches, for administrators: `server/api.ts` lets nobody else in. */
import { Hono } from 'hono';
import { voidTurn } from '#game/match/instruct.ts';
import { decideSchema, type Decided, DISPUTES_AT_ONCE, type DisputesAnswer, disputesQuery, type WaitingDispute } from '#protocol/admin.ts';
import type { Done } from '#protocol/instructors.ts';
import type { DisputeStore, WaitingTurn } from '#db/disputes.ts';
import { bodyOf, refuse } from '../answers.ts';
import type { Outcome } from '../live-match.ts';
import type { Matches } from '../matches.ts';

export type DisputeNeeds = {
  readonly disputes: DisputeStore;
  readonly matches: Pick<Matches, 'instruct'>;
  /** For whoever shows it elsewhere. */
  readonly turnKept: (matchId: string) => void;
};

export function disputeRoutes({ disputes, matches, turnKept }: DisputeNeeds): Hono {
  const routes = new Hono();

  routes.get('/admin/disputes', (c) => {
    const query = disputesQuery.safeParse(c.req.query());
    if (!query.success) return refuse(c, 'bad-message');
    const shown = disputes.waiting(query.data.before, DISPUTES_AT_ONCE).map(toWaitingDispute);
    return c.json({ disputes: shown, waiting: disputes.count() } satisfies DisputesAnswer);
  });

  routes.post('/admin/disputes', async (c) => {
    const body = await bodyOf(c, decideSchema);
    if (!body) return refuse(c, 'bad-message');
    const { matchId, turn, decision } = body;
    if (!disputes.isDisputed(matchId, turn)) return refuse(c, 'turn-not-open');
    const decided = await decide[decision](matchId, turn);
    return decided.ok ? c.json({} satisfies Done) : refuse(c, decided.fault);
  });

  const decide: Readonly<Record<Decided, (matchId: string, turn: number) => Promise<Outcome>>> = {
    voided: (matchId, turn) => matches.instruct(matchId, (given) => voidTurn(given, turn)),
    async kept(matchId, turn) {
      await disputes.keep(matchId, turn);
      turnKept(matchId);
      return { ok: true };
    },
  };

  return routes;
}

function toWaitingDispute({ settings: { kind, level, scenario }, ...turn }: WaitingTurn): WaitingDispute {
  return { ...turn, kind, level, scenario };
}
