/** Where things lie on the ladder. */
import { describe, expect, test } from 'vitest';
import { SCENARIOS } from '#game/scenarios/catalogue.ts';
import type { Script } from '#game/scenarios/script.ts';
import type { TurnView } from '#game/match/view.ts';
import { ROLES } from '#game/tcp/vocabulary.ts';
import { layOutLadder } from '#components/ladder/layout.ts';
import { momentsOf } from '#components/ladder/moments.ts';
import type { LadderLayout } from '#components/ladder/shapes.ts';
import { arrives, did, segment, told, turn } from '#components/gallery/build.ts';
import { BOTH_CLOSE, CLOSE_WITH_SYN, CLOSE_WRONG, CROSSED, FINS_CROSS, HANDSHAKE, LOST, REFUSED } from '#components/gallery/turns.ts';
import { playedRight, scriptsPlayed } from './played.ts';

const layOut = (turns: readonly TurnView[], isCompact: boolean) => layOutLadder(momentsOf(turns), isCompact);
const fates = ({ arrows }: LadderLayout) => arrows.map(({ segment: { flags }, fate }) => `${flags.join()} ${fate}`);
const fromNowhere = (script: Script) => script.filter((item) => item.do === 'inject' || item.do === 'duplicate').length;
const statesAt = ({ chips }: LadderLayout, role: string) =>
  chips.filter(({ at }) => at === role).map(({ state, kind }) => (kind === 'asked' ? '?' : state));

describe('the ladder', () => {
  test('begins both ends in CLOSED, and a server that listens in LISTEN on the same line', () => {
    const layout = layOut(HANDSHAKE.slice(0, 1), false);
    expect(statesAt(layout, 'client')).toEqual(['CLOSED', 'SYN_SENT']);
    expect(statesAt(layout, 'server')).toEqual(['LISTEN']);
    expect(new Set(layout.chips.slice(0, 2).map(({ y }) => y)).size).toBe(1);
  });

  test('lands a segment where a later turn has it arrive', () => {
    const layout = layOut(HANDSHAKE, false);
    expect(fates(layout)).toEqual(['SYN arrived', 'SYN,ACK arrived', 'ACK arrived']);
    expect(layout.arrows.map(({ from }) => from)).toEqual(['client', 'server', 'client']);
  });

  test('crosses segments that pass each other, each label clear of the crossing', () => {
    const crossing = layOut([...HANDSHAKE, BOTH_CLOSE, FINS_CROSS], false).arrows.slice(-2);
    expect(crossing.map(({ end }) => end.y)).toEqual([crossing[0]?.end.y, crossing[0]?.end.y]);
    for (const { label } of crossing) expect(label).toEqual({ from: 0, to: 0.5 });
  });

  test('asks at both ends on one height', () => {
    const asked = layOut([...HANDSHAKE, BOTH_CLOSE, FINS_CROSS], false).chips.filter(({ kind }) => kind === 'asked');
    expect(asked.map(({ at }) => at)).toEqual(['client', 'server']);
    expect(asked[0]?.y).toBe(asked[1]?.y);
  });

  test('ends a segment that is on its way before the far side', () => {
    const [newest] = layOut(HANDSHAKE.slice(0, 1), false).arrows;
    expect(newest).toMatchObject({ fate: 'in-flight', isNew: true });
    expect(newest?.end.reach).toBeLessThan(1);
  });

  test('ends a lost segment midway and lands the one that was sent again', () => {
    const layout = layOut(LOST, false);
    expect(fates(layout)).toEqual(['ACK lost', 'ACK arrived']);
    expect(layout.arrows[0]?.end.reach).toBeLessThan(0.6);
  });

  test('lands in order where segments are alike, and by content where they are not', () => {
    const [first, second] = [segment('ACK', 1, 9, 5), segment('ACK', 6, 9, 5)];
    const sent = turn(0, [arrives('server', second), arrives('client', first)], {
      told: [
        told('client', { type: 'send', len: 5 }, 'ESTABLISHED', first),
        told('client', { type: 'send', len: 5 }, 'ESTABLISHED', second),
      ],
    });
    expect(fates(layOut([{ ...sent, asks: sent.asks.slice(0, 1) }], false))).toEqual(['ACK in-flight', 'ACK arrived']);
  });

  test('draws a segment that nobody on the ladder sent from the middle of the wire', () => {
    const layout = layOut([turn(0, [arrives('server', segment('SYN', 77))])], false);
    expect(layout.arrows).toMatchObject([{ fate: 'stray', start: { reach: 0.5 }, end: { reach: 1 } }]);
  });

  test('keeps the label of such a segment clear of what goes the same way', () => {
    const old = turn(0, [arrives('server', segment('FIN', 77))], {
      told: [told('client', { type: 'close' }, 'FIN_WAIT_1', segment('FIN ACK', 1, 9))],
    });
    const [sent, stray] = layOut([old], true).arrows;
    expect((stray?.start.y ?? 0) - ((sent?.start.y ?? 0) + (sent?.end.y ?? 0)) / 2).toBeGreaterThan(36);
    expect(sent?.label).toMatchObject({ from: 0 });
    expect(sent?.label.to).toBeLessThan(0.7);
  });

  test('divides connections and lands nothing across the line', () => {
    const layout = layOut([...CROSSED.slice(0, 5), ...REFUSED], false);
    expect(layout.dividers).toMatchObject([{ connection: 1 }]);
    const line = layout.dividers[0]?.y ?? 0;
    for (const { start, end } of layout.arrows) expect(start.y < line).toBe(end.y < line);
  });

  test('draws a ghost steeper than what was right, and the state where it would have ended', () => {
    const layout = layOut([...HANDSHAKE, CLOSE_WITH_SYN], false);
    const [real, ghost] = layout.arrows.slice(-2);
    expect(ghost).toMatchObject({ fate: 'ghost', end: { reach: 1 } });
    expect(ghost?.end.y).toBeGreaterThan(real?.end.y ?? 0);
    expect(layout.chips.at(-1)).toMatchObject({ at: 'server', kind: 'ghost', state: 'ESTABLISHED', reply: { flags: ['ACK'] } });
  });

  test('draws the timer that a wrong "nothing" would have left', () => {
    expect(layOut([CLOSE_WRONG], false).pills.at(-1)).toMatchObject({ at: 'server', label: { type: 'silence', running: false } });
  });

  test('forgets a ghost when the next turn opens', () => {
    expect(layOut([...HANDSHAKE, CLOSE_WRONG, FINS_CROSS], false).arrows.some(({ fate }) => fate === 'ghost')).toBe(false);
  });

  test('marks a state that is kept', () => {
    const kept = {
      ...turn(0, []),
      told: [{ at: 'client', event: { type: 'receive' }, outcome: did('client', null, 'CLOSED') }],
    } satisfies TurnView;
    expect(layOut([kept], false).chips.at(-1)).toMatchObject({ state: 'CLOSED', kind: 'stays' });
  });
});

describe.each(SCENARIOS.map(({ id }) => id))('every leg of %s', (id) => {
  const legs = playedRight(id);
  const layouts = legs.flatMap((turns) => [layOut(turns, false), layOut(turns, true)]);

  test('lands every segment that arrives, in the order of time', () => {
    for (const { arrows } of layouts) for (const { start, end } of arrows) expect(end.y).toBeGreaterThan(start.y);
  });

  test('has nothing come from nowhere but second copies and what nobody sent', () => {
    const strays = layouts.map(({ arrows }) => arrows.filter(({ fate }) => fate === 'stray').length);
    expect(strays).toEqual(scriptsPlayed(id).flatMap((script) => [fromNowhere(script), fromNowhere(script)]));
  });

  test('lays no two states of one end over each other', () => {
    for (const { chips } of layouts) {
      for (const role of ROLES) {
        const heights = chips.filter(({ at }) => at === role).map(({ y }) => y);
        for (const [index, y] of heights.entries()) expect(index === 0 || y - (heights[index - 1] ?? 0) >= 22).toBe(true);
      }
    }
  });

  test('keeps what is drawn where it is when more is played', () => {
    for (const turns of legs) {
      const whole = layOut(turns, false);
      const before = layOut(turns.slice(0, -1), false);
      expect(whole.chips.slice(0, before.chips.length)).toEqual(before.chips);
    }
  });

  test('gives everything a key of its own', () => {
    for (const { chips, arrows, pills } of layouts) {
      for (const marks of [chips, arrows, pills]) expect(new Set(marks.map(({ key }) => key)).size).toBe(marks.length);
    }
  });
});
