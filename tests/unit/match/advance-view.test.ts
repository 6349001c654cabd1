import { expect, test } from 'vitest';
import { type Advance, advanceView, emptyView, type View, type ViewEvent } from '#game/match/view.ts';

const party = (name: string) => ({ playerId: name, name, bot: null });
const view: View = {
  ...emptyView(
    {
      matchId: 'match',
      parties: [party('Mei'), party('Jonas')],
      legTurns: [1, 1],
      settings: { level: 1, turnSeconds: 30, speedPoints: true, scenario: 'abort', kind: 'quick' },
    },
    0,
  ),
  version: 7,
};
const TOOK: ViewEvent = { type: 'bot-took', side: 1 };
const LEFT: ViewEvent = { type: 'away', side: 0, onPurpose: true, until: 5 };
const one = (version: number): Advance => ({ version, events: [TOOK] });

test('the next version is folded in', () => {
  expect(advanceView(view, one(8))).toMatchObject({ version: 8, presence: ['here', 'bot'] });
});

test('so are several that came together', () => {
  expect(advanceView(view, { version: 9, events: [TOOK, LEFT] })).toMatchObject({ version: 9, presence: ['left', 'bot'] });
});

test('of several only what is new counts', () => {
  expect(advanceView(view, { version: 8, events: [LEFT, TOOK] })).toMatchObject({ version: 8, presence: ['here', 'bot'] });
});

test.each([6, 7])('version %i is old: the view stays', (version) => {
  expect(advanceView(view, one(version))).toBe(view);
});

test('a gap is told, so that the view is asked for again', () => {
  expect(advanceView(view, one(9))).toBeNull();
  expect(advanceView(view, { version: 10, events: [TOOK, LEFT] })).toBeNull();
});
