import { expect, test } from 'vitest';
import { advance, type Message } from '#app/watch.ts';
import { emptyView, type View } from '#game/match/view.ts';

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
const message = (version: number): Message => ({ matchId: 'match', version, now: 0, event: { type: 'bot-took', side: 1 } });

test('the next version is folded in', () => {
  expect(advance(view, message(8))).toMatchObject({ version: 8, presence: ['here', 'bot'] });
});

test.each([6, 7])('version %i is old: the view stays', (version) => {
  expect(advance(view, message(version))).toBe(view);
});

test('a gap is told, so that the view is asked for again', () => {
  expect(advance(view, message(9))).toBeNull();
});
