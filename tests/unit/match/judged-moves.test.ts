/** The rows that a match leaves of its judged moves. */
import { describe, expect, test } from 'vitest';
import { judgedMovesOf } from '#game/match/judged-moves.ts';
import { openTurnOf } from '#game/match/match.ts';
import { isAsked } from '#game/match/view.ts';
import type { Side } from '#game/match/vocabulary.ts';
import { ADA, answers, begin, BOT, does, later, losesLink, pass, playOn, readOn, TIMES, voids, type Game, type Wish } from './games.ts';
import { proposal } from './situations.ts';

const rowsOf = ({ match, stored }: Game) =>
  judgedMovesOf(
    match,
    stored.map(({ entry }) => entry),
  );
const moverOf = ({ match }: Game): Side => (isAsked(openTurnOf(match), 0) ? 0 : 1);

/** The second turn of a handshake: the client is told to open. */
function opening(wish: Wish = {}): Game {
  return readOn(does(begin(wish), answers(0), answers(1)));
}

test('a move says what was chosen and what was right, by which rule, and how long it took', () => {
  const game = opening({ level: 2 });
  const iss = game.match.happenings[0]?.event.iss;
  const side = moverOf(game);
  const [, row] = rowsOf(does(later(game, 4_000), answers(side, proposal(`SYN ${iss} > ESTABLISHED`)), answers(side === 0 ? 1 : 0)));
  expect(row).toEqual({
    turn: 1,
    leg: 0,
    side,
    seat: 'client',
    state: 'CLOSED',
    event: 'opens',
    rules: ['closed-open-active'],
    misconception: expect.toBeOneOf([null, expect.any(String)]),
    segmentRight: true,
    stateRight: false,
    points: 30,
    ms: 4_000,
    chosenSegment: `SYN seq=${iss}`,
    chosenState: 'ESTABLISHED',
    expectedSegment: `SYN seq=${iss}`,
    expectedState: 'SYN_SENT',
    by: 'player',
    voided: false,
  });
});

test('at level 1 nobody says numbers', () => {
  const rows = rowsOf(playOn(begin({ scenario: 'data-both-ways' })));
  expect(rows.map(({ expectedSegment }) => expectedSegment)).toEqual(expect.arrayContaining(['nothing', 'ACK', 'ACK+data']));
  expect(rows.map(({ event }) => event)).toEqual(expect.arrayContaining(['gets ACK', 'gets ACK+data']));
  for (const { chosenSegment, expectedSegment, event } of rows) {
    expect(chosenSegment).toBe(expectedSegment);
    expect(expectedSegment).not.toMatch(/[0-9]/);
    if (event.startsWith('gets')) expect(event).not.toMatch(/[0-9]/);
  }
});

test('from level 2 on what arrived is told with its numbers', () => {
  const rows = rowsOf(playOn(begin({ scenario: 'data-both-ways', level: 2 })));
  expect(rows.map(({ event }) => event)).toContainEqual(expect.stringMatching(/^gets ACK seq=[0-9]+ ack=[0-9]+ len=[0-9]+$/));
});

describe('who counts', () => {
  test('a move that time ran out on has nothing chosen', () => {
    const missed = rowsOf(pass(begin(), 31_000)).at(-1);
    expect(missed).toMatchObject({ by: 'player', chosenSegment: null, chosenState: null, ms: null, points: 0 });
  });

  test('what a bot answers in a place that is empty is marked, and so is what nobody does', () => {
    const game = opening();
    const side = moverOf(game);
    const away = does(game, losesLink(side));
    expect(rowsOf(pass(away, 31_000)).at(-1)).toMatchObject({ by: 'nobody', chosenState: null });
    const byBot = does(
      pass(does(opening({ turnSeconds: null }), losesLink(side)), TIMES.grace),
      answers(side, 'right', { by: 'bot' }),
      answers(side === 0 ? 1 : 0),
    );
    expect(rowsOf(byBot).at(-1)).toMatchObject({ by: 'bot', side });
  });

  test('a bot of its own leaves no rows', () => {
    const rows = rowsOf(playOn(begin({ parties: [BOT, ADA] })));
    expect(new Set(rows.map(({ side }) => side))).toEqual(new Set([1]));
    expect(rowsOf(playOn(begin({ parties: [BOT, BOT] })))).toEqual([]);
  });

  test('a voided turn is marked', () => {
    const rows = rowsOf(does(playOn(begin()), voids(2)));
    expect(rows.filter(({ voided }) => voided).map(({ turn }) => turn)).toEqual([2]);
  });
});

test('there is a row for each move of a whole match, in the order of the turns', () => {
  const game = playOn(begin({ scenario: 'simultaneous-close' }));
  const rows = rowsOf(game);
  const moves = game.match.view.scores.map(({ moves: count }) => count);
  expect(moves).toEqual([0, 1].map((side) => rows.filter((row) => row.side === side).length));
  expect(rows.map(({ turn }) => turn)).toEqual(rows.map(({ turn }) => turn).toSorted((a, b) => a - b));
});
