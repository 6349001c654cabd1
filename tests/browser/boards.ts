/** What stands on the boards of a match, held against what the host has stored. */
import { expect } from 'vitest';
import { type Act, momentsOf } from '#components/ladder/moments.ts';
import { fullSegmentText } from '#components/segment-text.ts';
import { openTurnOf } from '#game/match/match.ts';
import { SIDES, type PredictionVerdict, type Verdict } from '#game/match/vocabulary.ts';
import { sideOf, type TurnView } from '#game/match/view.ts';
import type { Table } from './table.ts';
import { flagsIn, type Words } from './words.ts';

type Judged = Verdict | PredictionVerdict;

/** Every board says of the turn what the store says, one's own answer first. */
export async function expectVerdicts({ store, matchId, players }: Table, { closed }: TurnView): Promise<void> {
  const { parties } = store.match(matchId).view;
  for (const [me, { t, verdict }] of players.entries())
    for (const side of SIDES) {
      const judged = closed?.verdicts[side];
      if (!judged) throw new Error('the turn is not closed');
      const text = await verdict
        .getByRole('article')
        .nth(side === me ? 0 : 1)
        .textContent();
      const name = side === me ? null : parties[side].name;
      for (const part of [headingOf(t, judged, name), ...partsOf(t, judged)]) expect(text).toContain(part);
    }
}

function headingOf(t: Words, { kind }: Judged, name: string | null): string {
  if (name === null) return t(kind === 'move' ? 'duel.verdict.yourMove' : 'duel.verdict.yourPrediction');
  return t(kind === 'move' ? 'duel.verdict.theirMove' : 'duel.verdict.theirPrediction', { name });
}

function partsOf(t: Words, judged: Judged): readonly string[] {
  const points = judged.by === 'player' ? [`+${judged.points.total}`] : [];
  if (!judged.chosen) return [t('duel.verdict.missed'), ...points];
  return [...marksOf(t, judged), ...mistakeOf(t, judged), flagsIn(t, judged.chosen), judged.chosen.state, ...points];
}

function mistakeOf(t: Words, judged: Judged): readonly string[] {
  if (judged.kind === 'prediction' || !judged.misconception) return [];
  return [t(`misconceptions.${judged.misconception}.text`)];
}

function marksOf(t: Words, judged: Judged): readonly string[] {
  const mark = (isRight: boolean, part: 'segment' | 'state' | 'prediction') =>
    `${isRight ? '✓' : '✕'} ${t(`duel.verdict.${part}`)} · ${t(isRight ? 'duel.verdict.isRight' : 'duel.verdict.isWrong')}`;
  if (judged.kind === 'prediction') return [mark(judged.right, 'prediction')];
  return [mark(judged.segmentRight, 'segment'), mark(judged.stateRight, 'state')];
}

/** Everybody sees the ladder and the points that the store has. */
export async function expectBoards({ store, matchId, players }: Table): Promise<void> {
  const match = store.match(matchId);
  const { turns, scores, parties } = match.view;
  const { leg } = openTurnOf(match);
  const points = (['client', 'server'] as const).map((role) => scores[sideOf(role, leg)].points);
  const partsOfAct = (t: Words, { at, outcome }: Act) => {
    const sent = outcome?.segment ? fullSegmentText(outcome.segment) : t('duel.ladder.sentNothing');
    return [parties[sideOf(at, leg)].name, ...(outcome ? [sent, outcome.state] : [])];
  };
  const moments = momentsOf(turns.filter((turn) => turn.leg === leg));
  for (const { t, ...player } of players) {
    expect(await player.points()).toEqual(points);
    const rungs = await player.ladder();
    expect(rungs).toHaveLength(moments.length);
    for (const [rung, { acts }] of moments.entries())
      for (const part of acts.flatMap((act) => partsOfAct(t, act))) expect(rungs[rung]).toContain(part);
  }
}
