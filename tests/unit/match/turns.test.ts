/** How turns open and close: deadlines, verdicts, legs, the end. */
import { describe, expect, test } from 'vitest';
import { start, tick } from '#game/match/decide.ts';
import { beginMatch, legTurnsOf, openTurnOf } from '#game/match/match.ts';
import { isAsked, roleOf, type TurnView } from '#game/match/view.ts';
import type { Side, Verdict } from '#game/match/vocabulary.ts';
import { answers, begin, bothAnswer, does, isReady, later, pass, playOn, tried, TIMES, unopened, type Game } from './games.ts';
import { proposal } from './situations.ts';

const open = begin();
const mover: Side = isAsked(openTurnOf(open.match), 0) ? 0 : 1;
const watcher: Side = mover === 0 ? 1 : 0;
const turnOf = ({ match }: Game) => openTurnOf(match);
const moveOf = (game: Game) => turnOf(game).closed?.verdicts[mover] as Verdict;

describe('the first turn', () => {
  test('opens once', () => {
    expect(tried(unopened(), start)).toBe('opened');
    expect(tried(open, start)).toBe('nothing');
  });

  test('opens by itself where the host could not store it at first', () => {
    expect(tick(unopened()).map(({ type }) => type)).toEqual(['opened']);
  });
});

describe('time', () => {
  test('an answer within the allowance after the deadline counts, without anything for speed', () => {
    const late = later(open, 30_000 + TIMES.allowance);
    const closed = does(late, answers(mover), answers(watcher));
    expect(moveOf(closed)).toMatchObject({ segmentRight: true, points: { speed: 0 } });
  });

  test('a turn closes when deadline and allowance are over, and not before', () => {
    expect(turnOf(pass(open, 30_000 + TIMES.allowance - 1)).closed).toBeNull();
    expect(tick(later(open, 30_000 + TIMES.allowance - 1))).toEqual([]);
    expect(turnOf(pass(open, 30_000 + TIMES.allowance)).closed).not.toBeNull();
  });

  test('speed is the share of the turn that was left', () => {
    const closed = does(later(open, 10_000), answers(mover), answers(watcher));
    expect(moveOf(closed).points.speed).toBe(6);
  });

  test('untimed play has nothing for speed', () => {
    const closed = does(begin({ turnSeconds: null }), ...bothAnswer);
    expect(moveOf(closed).points.speed).toBe(0);
  });
});

describe('a verdict', () => {
  const verdict = does(open, ...bothAnswer);

  test('waits for the second answer, whoever gives it', () => {
    expect(turnOf(does(open, answers(watcher))).closed).toBeNull();
    expect(turnOf(does(open, answers(watcher), answers(mover))).closed).not.toBeNull();
  });

  test('stays eight seconds at most', () => {
    expect(turnOf(verdict).closed?.until).toBe(verdict.now + TIMES.verdict);
    expect(turnOf(pass(verdict, TIMES.verdict - 1)).turn).toBe(0);
    expect(turnOf(pass(verdict, TIMES.verdict)).turn).toBe(1);
  });

  test('is over when both are ready', () => {
    expect(turnOf(does(verdict, isReady(1))).turn).toBe(0);
    expect(turnOf(does(verdict, isReady(1), isReady(0))).turn).toBe(1);
  });

  test('names the misconception that a wrong move shows, and none of a right one or of one that was missed', () => {
    const shown = (game: Game) => moveOf(game).misconception;
    expect(shown(does(open, answers(mover, proposal('SYN > LISTEN')), answers(watcher)))).toBe('listener-calls');
    expect(shown(verdict)).toBeNull();
    expect(shown(pass(open, 30_000 + TIMES.allowance))).toBeNull();
  });

  test('judges by the state that the event found, not by the one that follows', () => {
    const isAcknowledged = ({ asks: [ask], ends }: TurnView) => ask?.at === 'client' && ends.client?.state === 'FIN_WAIT_1';
    const closing = playOn(begin({ scenario: 'four-segment-close-client-first' }), (match) => isAcknowledged(openTurnOf(match)));
    const stayed = does(closing, answers(0, proposal('nothing > FIN_WAIT_1')), answers(1));
    expect(turnOf(stayed).closed?.verdicts[0]).toMatchObject({ misconception: 'ack-of-fin-overlooked' });
  });

  test('the streak grows with each right move and is added to the next', () => {
    const movesOf = (side: Side, { match }: Game) => match.view.turns.flatMap(({ closed }) => closed?.verdicts[side] ?? []);
    const moves = movesOf(0, playOn(open)).filter((one): one is Verdict => one.kind === 'move');
    expect(moves.slice(0, 6).map(({ points }) => points.streak)).toEqual([0, 5, 10, 15, 20, 20]);
  });
});

describe('both asked at once', () => {
  const bothAsked = playOn(begin({ scenario: 'simultaneous-open', level: 2 }), ({ view }) => view.turns.at(-1)?.asks.length === 2);

  test('one answer is sealed; the second brings both verdicts', () => {
    const one = does(bothAsked, answers(1));
    expect([turnOf(one).sealed, turnOf(one).closed]).toEqual([[false, true], null]);
    const both = does(one, answers(0));
    expect(turnOf(both).closed?.verdicts.map(({ kind }) => kind)).toEqual(['move', 'move']);
    expect(turnOf(both).closed?.outcomes.map(({ at }) => at)).toEqual(['client', 'server']);
  });
});

describe('the connection goes on', () => {
  const crossed = playOn(begin({ scenario: 'simultaneous-open', level: 1 }), ({ view }) => view.turns.length === 3);
  const ackChosen = does(crossed, answers(0, proposal('ACK > ESTABLISHED')), answers(1));

  test('with another answer of the set, where one was chosen', () => {
    expect(turnOf(ackChosen).closed?.verdicts[0]).toMatchObject({ segmentRight: true, stateRight: true, took: 1 });
    const next = turnOf(does(ackChosen, isReady(0), isReady(1)));
    expect(next.asks).toMatchObject([{ at: roleOf(1, 0), event: { type: 'segment', segment: { flags: ['ACK'] } } }]);
  });

  test('so that the leg has one turn more than planned', () => {
    const turnsOf = (game: Game) => playOn(game).match.view.turns.length;
    expect(turnsOf(ackChosen)).toBe(turnsOf(crossed) + 1);
  });

  test('with the canonical one after a wrong answer', () => {
    const wrong = does(open, answers(mover, 'wrong'), answers(watcher, 'wrong'), isReady(0), isReady(1));
    const right = does(open, ...bothAnswer, isReady(0), isReady(1));
    expect(turnOf(wrong)).toEqual(turnOf(right));
  });
});

describe('legs', () => {
  const second = playOn(open, ({ view }) => view.turns.at(-1)?.leg === 1);

  test('the second begins anew, with swapped roles', () => {
    expect(turnOf(second)).toMatchObject({ leg: 1, connection: 0, ends: { client: { state: 'CLOSED' }, server: { state: 'CLOSED' } } });
    expect([roleOf(0, 0), roleOf(0, 1), roleOf(1, 0), roleOf(1, 1)]).toEqual(['client', 'server', 'server', 'client']);
  });

  test('have the turns that were planned', () => {
    const { turns, legTurns } = playOn(open).match.view;
    expect([0, 1].map((leg) => turns.filter((turn) => turn.leg === leg).length)).toEqual(legTurns);
  });

  test('are not played again to know how many turns they have', () => {
    const { record, view } = open.match;
    expect(legTurnsOf(record.legs)).toEqual(view.legTurns);
    expect(beginMatch({ ...record, legTurns: [3, 9] }).view.legTurns).toEqual([3, 9]);
  });

  test('a tutorial has one', () => {
    const { turns } = playOn(begin({ scenario: 'tutorial', kind: 'tutorial', turnSeconds: null })).match.view;
    expect(turns.map(({ leg }) => leg)).toEqual([0, 0, 0, 0]);
  });
});

describe('the end', () => {
  const playedBy = (one: 'right' | 'wrong', other: 'right' | 'wrong') => {
    let game = open;
    while (!game.match.view.ended) game = does(game, answers(0, one), answers(1, other), isReady(0), isReady(1));
    return game.match.view;
  };

  test('is won by points', () => {
    expect(playedBy('right', 'wrong').ended).toEqual({ reason: 'played', by: null, winner: 0 });
    expect(playedBy('wrong', 'right').ended).toEqual({ reason: 'played', by: null, winner: 1 });
  });

  test('is a draw where nobody is ahead', () => {
    expect(playedBy('wrong', 'wrong').ended).toEqual({ reason: 'played', by: null, winner: null });
  });
});
