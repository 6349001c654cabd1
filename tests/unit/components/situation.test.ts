/** What a view asks of the one who looks at it, and how players are shown. */
import { describe, expect, test } from 'vitest';
import { match, prediction, turn } from '#components/gallery/build.ts';
import { SITUATIONS } from '#components/gallery/situations.ts';
import { CLOSE_WRONG, CROSSED, FINS_CROSS, HANDSHAKE } from '#components/gallery/turns.ts';
import { hidesStates, lengthOfLeg, namesByRole, situationOf } from '#components/match/situation.ts';
import { outcomeOf } from '#components/match-over/outcome.ts';
import { pipOf, pipsOf } from '#components/players/pips.ts';
import { statusOf } from '#components/players/status.ts';

describe('the phase', () => {
  test.each([
    ['opening', 'opening'],
    ['move', 'propose'],
    ['prediction', 'predict'],
    ['sealed', 'sealed'],
    ['prediction-sealed', 'sealed'],
    ['ghost', 'verdict'],
    ['spectator', 'watch'],
    ['won', 'over'],
  ] as const)('of %s is %s', (name, phase) => {
    expect(situationOf(SITUATIONS[name]).phase).toBe(phase);
  });
});

describe('pips', () => {
  test('tell right, half right, wrong and missed apart, and what is to come', () => {
    const turns = [...HANDSHAKE, CLOSE_WRONG];
    expect(pipsOf(turns, 7, 0)).toEqual(['right', 'right', 'half', 'right', 'wrong', 'open', 'open']);
    expect(pipsOf(turns, 5, 1)).toEqual(['right', 'right', 'wrong', 'missed', 'missed']);
  });

  test('do not count what a bot answered or what was missed while away', () => {
    expect(pipOf({ ...prediction(null, false), by: 'nobody' })).toBe('uncounted');
    expect(pipOf({ ...prediction({ flags: null, state: 'CLOSED' }, true), by: 'bot' })).toBe('uncounted');
  });
});

test('a turn that an instructor has voided counts for nobody', () => {
  expect(pipsOf(SITUATIONS.voided.turns, 5, 0).at(-1)).toBe('uncounted');
});

describe('what a player does', () => {
  test('is told from presence first, then from the turn', () => {
    expect(statusOf(SITUATIONS.move, 0)).toBe('thinking');
    expect(statusOf(SITUATIONS.move, 1)).toBe('sealed');
    expect(statusOf(SITUATIONS.away, 1)).toBe('away');
    expect(statusOf(SITUATIONS.ghost, 0)).toBe('reading');
    expect(statusOf(match([{ ...CLOSE_WRONG, ready: [true, false] }]), 0)).toBe('ready');
    expect(statusOf(SITUATIONS.won, 0)).toBeNull();
    expect([statusOf(SITUATIONS.halted, 0), statusOf(SITUATIONS.halted, 1)]).toEqual([null, 'away']);
  });
});

describe('level 3', () => {
  const settings = { ...SITUATIONS['level-3'].settings };
  const ofTurns = (count: number) => match(CROSSED.slice(0, count), { settings, legTurns: [6, 6] });

  test('hides the states until the last planned turn of the leg is judged', () => {
    expect(hidesStates(ofTurns(5), CROSSED[4] ?? null)).toBe(true);
    expect(hidesStates(ofTurns(6), CROSSED[5] ?? null)).toBe(false);
  });

  test('hides none below and none after the end', () => {
    expect(hidesStates(SITUATIONS.move, FINS_CROSS)).toBe(false);
    expect(hidesStates({ ...ofTurns(2), ended: { reason: 'played', by: null, winner: null } }, CROSSED[1] ?? null)).toBe(false);
  });
});

test('a leg is as long as planned, or as long as it has become', () => {
  expect(lengthOfLeg(match([turn(0, [])], { legTurns: [4, 4] }), 0)).toBe(4);
  expect(lengthOfLeg(match([turn(0, []), turn(1, [])], { legTurns: [1, 1] }), 0)).toBe(2);
});

test('the client of the second leg is the one who was the server', () => {
  expect(namesByRole(SITUATIONS.move, 0)).toEqual({ client: '梅 Mei', server: 'Jonas' });
  expect(namesByRole(SITUATIONS.move, 1)).toEqual({ client: 'Jonas', server: '梅 Mei' });
});

describe('the outcome', () => {
  const over = (ended: Parameters<typeof match>[1] & object) => outcomeOf(match(HANDSHAKE, ended))?.kind;

  test('is told to winner, loser and those who watched', () => {
    const ended = { reason: 'played', by: null, winner: 0 } as const;
    expect(over({ ended, viewer: 0 })).toBe('youWon');
    expect(over({ ended, viewer: 1 })).toBe('youLost');
    expect(over({ ended, viewer: 'spectator' })).toBe('won');
  });

  test('may be a draw, a resignation, the instructor’s end or a match that both left', () => {
    expect(over({ ended: { reason: 'played', by: null, winner: null } })).toBe('draw');
    expect(over({ ended: { reason: 'resigned', by: 0, winner: 1 }, viewer: 0 })).toBe('youResigned');
    expect(over({ ended: { reason: 'resigned', by: 0, winner: 1 }, viewer: 1 })).toBe('resigned');
    expect(over({ ended: { reason: 'stopped', by: null, winner: 0 }, viewer: 0 })).toBe('stopped');
    expect(over({ ended: { reason: 'abandoned', by: null, winner: null } })).toBe('abandoned');
  });
});
