/** Two people at one match, and the store that knows what is right. */
import { expect } from 'vitest';
import { momentsOf } from '#components/ladder/moments.ts';
import { fullSegmentText } from '#components/segment-text.ts';
import { openTurnOf, type Match } from '#game/match/match.ts';
import type { PredictionVerdict, Side, Verdict } from '#game/match/vocabulary.ts';
import { sideOf, type TurnView } from '#game/match/view.ts';
import type { Player } from './people.ts';
import { answerTo, type How, type Store } from './store.ts';
import { flagsIn } from './words.ts';

export type Table = { readonly store: Store; readonly matchId: string; readonly players: readonly [Player, Player] };

const SIDES: readonly Side[] = [0, 1];

/** One turn, from the question to the verdict. Who misses it lets the time run out. */
export async function playTurn({ store, matchId, players }: Table, hows: readonly [How, How]): Promise<TurnView> {
  await Promise.all(players.map((player) => player.asked()));
  const match = store.match(matchId);
  const answer = async (side: Side) => {
    const how = hows[side];
    if (how !== 'missed') await players[side].answer(answerTo(match, side, how));
  };
  await Promise.all(SIDES.map(answer));
  await Promise.all(players.map((player) => player.verdict.waitFor()));
  return openTurnOf(store.match(matchId));
}

/** Turn by turn to the end. `howAt` is asked for each turn, counted from 0; `look` is called while the verdict stands. */
export async function playOn(table: Table, howAt: (turn: number) => readonly [How, How], look?: (turn: TurnView) => Promise<void>) {
  const { store, matchId, players } = table;
  while (!store.match(matchId).view.ended) {
    const turn = await playTurn(table, howAt(store.match(matchId).view.turns.length - 1));
    await look?.(turn);
    await Promise.all(players.map((player) => player.ready()));
    await goneOn(table, turn);
  }
  await Promise.all(players.map((player) => player.over()));
}

async function goneOn({ store, matchId }: Table, { turn }: TurnView): Promise<void> {
  const isGoneOn = ({ view }: Match) => view.ended !== null || view.turns.length > turn + 1;
  await expect.poll(() => isGoneOn(store.match(matchId)), { timeout: 5_000 }).toBe(true);
}

/** Both boards say of the turn what the store says. */
export async function expectVerdicts({ store, matchId, players }: Table, turn: TurnView): Promise<void> {
  const { parties } = store.match(matchId).view;
  for (const me of SIDES)
    for (const side of SIDES) {
      const { t, verdict } = players[me];
      const judged = turn.closed?.verdicts[side];
      if (!judged) throw new Error(`turn ${turn.turn} is not closed`);
      const article = verdict.getByRole('article').nth(side === me ? 0 : 1);
      const text = await article.textContent();
      for (const part of [headingOf(players[me], judged, side === me ? null : parties[side].name), ...partsOf(t, judged)])
        expect(text).toContain(part);
    }
}

function headingOf({ t }: Player, { kind }: Verdict | PredictionVerdict, name: string | null): string {
  if (name === null) return t(kind === 'move' ? 'duel.verdict.yourMove' : 'duel.verdict.yourPrediction');
  return t(kind === 'move' ? 'duel.verdict.theirMove' : 'duel.verdict.theirPrediction', { name });
}

function partsOf(t: Player['t'], verdict: Verdict | PredictionVerdict): readonly string[] {
  if (!verdict.chosen) return [t('duel.verdict.missed'), `+${verdict.points.total}`];
  const mark = (isRight: boolean, label: string) =>
    `${isRight ? '✓' : '✕'} ${label} · ${t(isRight ? 'duel.verdict.isRight' : 'duel.verdict.isWrong')}`;
  const marks =
    verdict.kind === 'move'
      ? [mark(verdict.segmentRight, t('duel.verdict.segment')), mark(verdict.stateRight, t('duel.verdict.state'))]
      : [mark(verdict.right, t('duel.verdict.prediction'))];
  return [...marks, flagsIn(t, verdict.chosen), verdict.chosen.state, `+${verdict.points.total}`];
}

/** Both see the ladder and the points that the store has. */
export async function expectBoards({ store, matchId, players }: Table): Promise<void> {
  const { view } = store.match(matchId);
  const { leg } = openTurnOf(store.match(matchId));
  const moments = momentsOf(view.turns.filter((turn) => turn.leg === leg));
  const points = (['client', 'server'] as const).map((role) => view.scores[sideOf(role, leg)].points);
  for (const player of players) {
    expect(await player.points()).toEqual(points);
    const rungs = await player.ladder();
    expect(rungs).toHaveLength(moments.length);
    moments.forEach(({ acts }, rung) => {
      for (const { at, outcome } of acts) {
        if (!outcome) continue;
        expect(rungs[rung]).toContain(view.parties[sideOf(at, leg)].name);
        expect(rungs[rung]).toContain(outcome.segment ? fullSegmentText(outcome.segment) : player.t('duel.ladder.sentNothing'));
        expect(rungs[rung]).toContain(outcome.state);
      }
    });
  }
}
