/** Time is the host's: a turn that nobody answers is over, and the match goes on by itself. */
import { expect, test } from 'vitest';
import { recordOf } from '../../unit/match/games.ts';
import { answerCommand, openTurn, sit, type Seat } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { newPlayer } from './player.ts';

/** Shorter than any turn that can be asked for. */
async function hurriedDuel(host: TestHost): Promise<readonly [Seat, Seat]> {
  const [ada, bob] = [await newPlayer(host), await newPlayer(host)];
  const parties = [ada, bob].map(({ guest: { playerId, name } }) => ({ playerId, name, bot: null }));
  const [one, other] = parties;
  if (!one || !other) throw new Error('two players');
  const record = { ...recordOf({ turnSeconds: 0.1, parties: [one, other] }), matchId: 'hurried', rulesVersion: '1', startedAt: 1 };
  await host.store.create(record);
  return [await sit(0, ada, 'hurried'), await sit(1, bob, 'hurried')];
}

test('a turn that runs out is missed by both, and the next one opens when the verdict has stood', async () => {
  const host = await startHost({ VERDICT_SECONDS: '0.05' });
  const [one, other] = await hurriedDuel(host);
  const late = await answerCommand(host, one);
  const missed = await one.seen.until((view) => view.turns[0]?.closed != null);
  expect(missed.turns[0]?.closed?.verdicts).toMatchObject([
    { chosen: null, by: 'player', points: { total: 0 } },
    { chosen: null, by: 'player', points: { total: 0 } },
  ]);
  expect(await one.link.say(late)).toEqual({ ok: false, fault: 'turn-over' });
  const { deadline } = openTurn(await other.seen.until((view) => view.turns.length === 2)) ?? {};
  expect(deadline).toBeGreaterThan(missed.turns[0]?.deadline ?? 0);
});

test('events tell the host’s clock, and deadlines are told by it', async () => {
  const host = await startHost();
  const [one] = await hurriedDuel(host);
  const before = Date.now();
  const { now, view } = await one.link.get({ type: 'watch', matchId: 'hurried' });
  expect(Math.abs(now - before)).toBeLessThan(1_000);
  expect((openTurn(view)?.deadline ?? 0) - now).toBeLessThanOrEqual(100);
});
