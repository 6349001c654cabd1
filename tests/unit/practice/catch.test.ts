/** Catch the mistake: what is called illegal is illegal by every reading, what is legal stands, and one reason is true. */
import { describe, expect, test } from 'vitest';
import { misconceptionsLike, type MisconceptionId } from '#game/match/misconceptions.ts';
import { POINTS } from '#game/match/scoring.ts';
import { LEVELS, type Level } from '#game/match/vocabulary.ts';
import { beginCatching, moveIn, takeCatchStep, truthOf, type Catching, type CatchStep } from '#game/practice/catch.ts';
import { pointsOf } from '#game/practice/judged.ts';
import { REASONS } from '#game/practice/reasons.ts';
import { sameFlags, type Flag, type Segment } from '#game/tcp/vocabulary.ts';
import { legOf, SCENARIOS, stands } from './legs.ts';

function catching(id: string, level: Level, seed: number): Catching {
  return beginCatching({ level, seed }, legOf(id, level, seed));
}

function rightWord(now: Catching): CatchStep {
  const why = truthOf(now);
  return why ? { type: 'illegal', why } : { type: 'legal' };
}

function* movesOf(id: string, level: Level, seed: number) {
  let now = catching(id, level, seed);
  while (now.phase !== 'over') {
    yield now;
    now = takeCatchStep(takeCatchStep(now, rightWord(now)), { type: 'go-on' });
  }
}

/** House rules M and M2, at every level: FIN is read as FIN,ACK, and RST and RST,ACK as one another; the ACK number goes with the spelling. */
function sameButForSpelling(a: Segment | null, b: Segment | null): boolean {
  if (a === null || b === null) return a === b;
  const isSpelling = !sameFlags(a.flags, b.flags) && sameFlags(spelled(a.flags), spelled(b.flags));
  return isSpelling && a.len === b.len && a.seq === b.seq;
}

function spelled(flags: readonly Flag[]): readonly Flag[] {
  return flags.includes('FIN') || flags.includes('RST') ? [...flags, 'ACK'] : flags;
}

test.each(SCENARIOS.map(({ id }) => id))('%s is fair: what is illegal stands by no reading and no spelling, and for one reason', (id) => {
  for (const level of LEVELS)
    for (const now of movesOf(id, level, level)) {
      const { turn, verdict } = moveIn(now);
      const isLegal = truthOf(now) === null;
      const move = JSON.stringify(verdict);
      expect(stands(turn, verdict), move).toBe(isLegal);
      if (!isLegal) expect(stands(turn, verdict, sameButForSpelling), move).toBe(false);
      expect(new Set(now.reasons).size, move).toBe(REASONS);
      expect(
        now.reasons.filter((one) => trueOf(now).includes(one)),
        move,
      ).toEqual(isLegal ? [] : [truthOf(now)]);
    }
});

/** All that may be said against the move, there or elsewhere. */
function trueOf(now: Catching): readonly MisconceptionId[] {
  const { turn, ask, verdict } = moveIn(now);
  const { at, event } = ask;
  const { chosen } = verdict;
  if (!chosen) throw new Error('no move');
  return truthOf(now) ? misconceptionsLike({ ...verdict, endpoint: turn.play.endpoints[at], event, proposal: chosen }) : [];
}

test('both kinds of moves come, and known mistakes of every sort', () => {
  const truths = SCENARIOS.flatMap(({ id }) => [...movesOf(id, 2, 5)].map(truthOf));
  const illegal = truths.filter((one) => one !== null);
  expect(illegal.length / truths.length).toBeGreaterThan(0.35);
  expect(illegal.length / truths.length).toBeLessThan(0.55);
  expect(new Set(illegal).size).toBeGreaterThan(40);
});

describe('points', () => {
  const illegalFirst = [...Array(50).keys()].map((seed) => catching('half-close', 1, seed)).find((one) => truthOf(one) !== null);
  const legalFirst = [...Array(50).keys()].map((seed) => catching('half-close', 1, seed)).find((one) => truthOf(one) === null);
  const said = (now: Catching | undefined, step: (now: Catching) => CatchStep) => {
    if (!now) throw new Error('no such leg');
    const [call] = takeCatchStep(now, step(now)).calls;
    return call && [call.right, call.points];
  };
  const otherReason = (now: Catching): CatchStep => ({
    type: 'illegal',
    why: now.reasons.find((one) => one !== truthOf(now)) ?? 'data-not-counted',
  });

  test('are given for a catch, less without the reason, none for a false alarm or for what was overlooked', () => {
    expect(said(illegalFirst, rightWord)).toEqual([true, POINTS.move]);
    expect(said(illegalFirst, otherReason)).toEqual([false, POINTS.move / 3]);
    expect(said(illegalFirst, () => ({ type: 'legal' }))).toEqual([false, 0]);
    expect(said(legalFirst, rightWord)).toEqual([true, POINTS.nothingStay]);
    expect(said(legalFirst, otherReason)).toEqual([false, 0]);
  });

  test('grow with right words in a row', () => {
    const [, second] = [...movesOf('half-close', 1, 1)];
    const before = pointsOf(second?.calls ?? []);
    const after = second ? pointsOf(takeCatchStep(second, rightWord(second)).calls) : 0;
    expect((after - before) % 10).toBe(POINTS.streakStep);
  });
});

test('a step that does not fit changes nothing', () => {
  const now = catching('half-close', 1, 1);
  expect(takeCatchStep(now, { type: 'go-on' })).toBe(now);
  const judged = takeCatchStep(now, { type: 'legal' });
  expect(takeCatchStep(judged, { type: 'legal' })).toBe(judged);
});
