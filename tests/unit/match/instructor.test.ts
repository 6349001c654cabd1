/** What an instructor does to a match: pausing it, giving time, ending it, taking a turn out of what counts. */
import { describe, expect, test } from 'vitest';
import { answer, resume, tick } from '#game/match/decide.ts';
import { isDeserted, openTurnOf, type Match } from '#game/match/match.ts';
import { botAnswer } from '#game/match/bot.ts';
import { isAsked } from '#game/match/view.ts';
import { SIDES, type Side, type Verdict } from '#game/match/vocabulary.ts';
import { randomFrom } from '#game/scenarios/random.ts';
import {
  answers,
  begin,
  BOT,
  bothAnswer,
  comesBack,
  disputes,
  does,
  extendsBy,
  goesOn,
  halts,
  isReady,
  later,
  leaves,
  losesLink,
  pass,
  playOn,
  readOn,
  resigns,
  stops,
  TIMES,
  tried,
  unopened,
  voids,
  type Command,
  type Game,
} from './games.ts';

const open = begin();
const untimed = begin({ turnSeconds: null });
const verdict = does(open, ...bothAnswer);
const over = playOn(open);
const TURN = 30_000;
const DAY = TIMES.abandon;

const deadline = ({ match }: Game) => openTurnOf(match).deadline;
const pointsOf = ({ match }: Game) => match.view.scores.map(({ points }) => points);
const movesOf = (match: Match, side: Side): readonly Verdict[] =>
  match.view.turns.flatMap(({ closed }) => (closed?.verdicts[side].kind === 'move' ? [closed.verdicts[side]] : []));

describe('a match that its instructor has paused', () => {
  test('says so, and its clock stands', () => {
    const halted = does(open, halts);
    expect(halted.match.view.halted).toBe(true);
    expect(pass(halted, DAY - 1).match).toBe(halted.match);
    expect(tried(halted, halts)).toBe('nothing');
  });

  test('gives the open turn its full time again, whenever it goes on', () => {
    const on = does(pass(does(pass(open, 25_000), halts), 600_000), goesOn);
    expect(on.match.view.halted).toBe(false);
    expect(deadline(on)).toBe(on.now + TURN);
    expect(tried(on, answers(0))).toBe('sealed');
  });

  test('keeps what has been sealed', () => {
    const on = does(later(does(open, answers(0), halts), 60_000), goesOn);
    expect(openTurnOf(on.match).sealed).toEqual([true, false]);
    expect(tried(does(open, answers(0), halts), answers(0))).toBe('nothing');
    expect(openTurnOf(does(on, answers(1)).match).closed).not.toBeNull();
  });

  test('keeps a verdict on the board', () => {
    const halted = pass(does(verdict, halts), 10 * TIMES.verdict);
    expect(halted.match.view.turns).toHaveLength(1);
    expect(pass(does(halted, goesOn), TIMES.verdict).match.view.turns).toHaveLength(2);
  });

  test('stays paused over a restart of the host, and whoever comes or goes', () => {
    const halted = does(open, halts);
    expect(tried(halted, resume)).toBe('nothing');
    const gone = does(halted, leaves(0), losesLink(1));
    expect(pass(gone, DAY - 1).match.view.presence).toEqual(['left', 'away']);
    expect(tried(gone, comesBack(0))).toBe('back');
    const deserted = does(pass(does(open, leaves(0), leaves(1)), TIMES.leaveGrace), halts, comesBack(0));
    expect(deserted.match.view.halted).toBe(true);
  });

  test('gives who is away the whole grace time when it goes on: phones sleep meanwhile', () => {
    const on = does(pass(does(open, losesLink(1), halts), 600_000), goesOn);
    expect(on.match.view.graceUntil).toEqual([null, on.now + TIMES.grace]);
    expect(on.match.view.presence).toEqual(['here', 'away']);
  });

  test('can still be resigned, disputed and ended, and is no longer paused then', () => {
    expect(tried(does(verdict, halts), disputes(0))).toBe('disputed');
    for (const ends of [resigns(0), stops]) expect(does(open, halts, ends).match.view).toMatchObject({ halted: false });
  });

  test('is given up after a day, so that none is forgotten', () => {
    expect(pass(does(open, halts), DAY).match.view.ended).toMatchObject({ reason: 'abandoned' });
  });
});

describe('more time', () => {
  test('puts the deadline off, and everybody sees by how much', () => {
    const extended = does(pass(open, 10_000), extendsBy(20_000), extendsBy(5_000));
    expect(deadline(extended)).toBe(open.now + TURN + 25_000);
    expect(openTurnOf(extended.match).extra).toBe(25_000);
    expect(openTurnOf(pass(extended, 40_000).match).closed).toBeNull();
    expect(openTurnOf(pass(extended, 45_000 + TIMES.allowance).match).closed).not.toBeNull();
  });

  test('in the last half second is not less than what was said', () => {
    const late = later(open, TURN + TIMES.allowance - 1);
    expect(deadline(does(late, extendsBy(10_000)))).toBe(late.now + 10_000);
  });

  test('is kept over a pause', () => {
    const on = does(later(does(open, extendsBy(10_000), halts, extendsBy(5_000)), 60_000), goesOn);
    expect(deadline(on)).toBe(on.now + TURN + 15_000);
  });

  test('earns nobody more than an answer at once', () => {
    const [late] = SIDES.filter((side) => isAsked(openTurnOf(open.match), side));
    const extended = does(later(does(open, extendsBy(60_000)), 50_000), ...bothAnswer);
    expect(movesOf(extended.match, late ?? 0)[0]?.points.speed).toBe(0);
  });

  test('to a match that has long waited for its players is what was said, and no more', () => {
    const deserted = pass(does(open, leaves(0), leaves(1)), 600_000);
    const back = does(deserted, extendsBy(10_000), comesBack(0));
    expect(deadline(back)).toBe(back.now + TURN + 10_000);
  });

  test('changes nothing in untimed play', () => {
    expect(tried(untimed, extendsBy(10_000))).toBe('nothing');
  });
});

describe('the end by the instructor', () => {
  test('lets the scores stand', () => {
    const ahead = playOn(begin(), ({ view }) => view.turns.length > 4);
    const wrong = SIDES.find((side) => isAsked(openTurnOf(ahead.match), side)) ?? 0;
    const one = does(ahead, answers(wrong, 'wrong'), answers(wrong === 0 ? 1 : 0));
    const [a = 0, b = 0] = pointsOf(one);
    const winner = a === b ? null : a > b ? 0 : 1;
    expect(does(one, stops).match.view.ended).toEqual({ reason: 'stopped', by: null, winner });
    expect(pointsOf(does(one, stops))).toEqual([a, b]);
  });

  test('in an open turn judges nobody', () => {
    const stopped = does(verdict, isReady(0), isReady(1), answers(0), stops);
    expect(pointsOf(stopped)).toEqual(pointsOf(verdict));
    expect(openTurnOf(stopped.match).closed).toBeNull();
    expect(tick(later(stopped, DAY))).toEqual([]);
  });
});

describe('a turn that is voided', () => {
  /** Who moves in turn `wrong` errs there. */
  function played(wrong: number, level: 1 | 2 = 1): Game {
    let game = begin({ level, scenario: 'simultaneous-close' });
    while (!game.match.view.ended) {
      const { turn } = openTurnOf(game.match);
      const given = (side: Side) => (turn === wrong && isAsked(openTurnOf(game.match), side) ? 'wrong' : 'right');
      game = readOn(does(game, answers(0, given(0)), answers(1, given(1))));
    }
    return game;
  }

  test('counts as one that was never asked: with it go points, moves, predictions, and what it did to a streak', () => {
    const game = played(4);
    const voided = does(game, voids(4));
    const others = game.match.view.turns.filter(({ turn }) => turn !== 4);
    for (const side of SIDES) {
      const moves = others.filter(({ closed }) => closed?.verdicts[side].kind === 'move').length;
      expect(voided.match.view.scores[side]).toMatchObject({
        moves,
        rightMoves: moves,
        predictions: others.length - moves,
        rightPredictions: others.length - moves,
        streak: moves,
      });
      const bonus = movesOf(
        { ...voided.match, view: { ...voided.match.view, turns: voided.match.view.turns.filter((one) => !one.voided) } },
        side,
      );
      expect(bonus.map(({ points }) => points.streak)).toEqual(bonus.map((_, n) => 5 * Math.min(n, 4)));
    }
  });

  test('in play is told at once, and the next verdict goes on from there', () => {
    const voided = does(verdict, voids(0));
    expect(voided.match.view.turns[0]?.voided).toBe(true);
    expect(pointsOf(voided)).toEqual([0, 0]);
    const next = does(voided, isReady(0), isReady(1), ...bothAnswer);
    for (const side of SIDES) for (const { points } of movesOf(next.match, side).slice(1)) expect(points.streak).toBe(0);
  });

  test('after the end can change who has won, where points had decided', () => {
    const game = played(0);
    const loser = game.match.view.ended?.winner === 0 ? 1 : 0;
    expect(game.match.view.ended?.winner).not.toBeNull();
    const all = game.match.view.turns.filter(({ closed }) => closed?.verdicts[loser === 0 ? 1 : 0].kind === 'move');
    const voided = does(game, ...all.map(({ turn }) => voids(turn)));
    expect(voided.match.view.ended).toEqual({ reason: 'played', by: null, winner: loser });
    const resigned = does(verdict, resigns(0), voids(0));
    expect(resigned.match.view.ended).toEqual({ reason: 'resigned', by: 0, winner: 1 });
  });

  test('once more changes nothing', () => {
    expect(tried(does(over, voids(2)), voids(2))).toBe('nothing');
  });
});

describe('what is refused', () => {
  const REFUSED: readonly (readonly [string, Game, Command, string])[] = [
    ['pausing what is over', over, halts, 'match-over'],
    ['going on with it', over, goesOn, 'match-over'],
    ['time for it', over, extendsBy(1), 'match-over'],
    ['ending it', over, stops, 'match-over'],
    ['pausing before the first turn', unopened(), halts, 'turn-not-open'],
    ['time before the first turn', unopened(), extendsBy(1), 'turn-not-open'],
    ['time for a verdict', verdict, extendsBy(1), 'turn-not-open'],
    ['voiding a turn without a verdict', open, voids(0), 'turn-not-open'],
    ['voiding a turn that is not', over, voids(99), 'turn-not-open'],
  ];
  test.each(REFUSED)('%s', (_, game, command, fault) => {
    expect(tried(game, command)).toBe(fault);
  });

  test('going on where nothing is paused changes nothing', () => {
    expect(tried(open, goesOn)).toBe('nothing');
  });
});

test('where speed earns nothing, an answer at once is worth what a late one is', () => {
  const game = does(begin({ speedPoints: false }), ...bothAnswer);
  const [points] = SIDES.flatMap((side) => movesOf(game.match, side)).map((one) => one.points);
  expect(points).toMatchObject({ base: 90, speed: 0, total: 90 });
});

test('two bots of their own play a match to its end, with nobody to wait for', () => {
  const random = randomFrom(5);
  const moves =
    (side: Side): Command =>
    (at) =>
      answer(at, botAnswer(at.match, side, 'perfect', random));
  let game = begin({ parties: [BOT, BOT], kind: 'class' });
  expect(isDeserted(game.match)).toBe(false);
  for (let turn = 0; !game.match.view.ended && turn < 40; turn += 1) game = pass(does(game, moves(0), moves(1)), 0);
  expect(game.match.view.ended).toMatchObject({ reason: 'played' });
  expect(playOn(begin({ parties: [BOT, BOT] })).match.view.ended).toMatchObject({ reason: 'played' });
});
