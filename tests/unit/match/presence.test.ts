/** Who is there: links that are lost, leaving, stand-ins, pauses and the way back. */
import { describe, expect, test } from 'vitest';
import { resume } from '#game/match/decide.ts';
import { isPaused, openTurnOf } from '#game/match/match.ts';
import { isAsked } from '#game/match/view.ts';
import type { Side } from '#game/match/vocabulary.ts';
import {
  ADA,
  pass,
  answers,
  begin,
  BOT,
  bothAnswer,
  comesBack,
  disputes,
  does,
  isReady,
  keep,
  later,
  leaves,
  losesLink,
  replaces,
  resigns,
  tried,
  TIMES,
  type Game,
} from './games.ts';

const open = begin();
const mover: Side = isAsked(openTurnOf(open.match), 0) ? 0 : 1;
const watcher: Side = mover === 0 ? 1 : 0;
const TURN = 30_000;

const presence = ({ match }: Game) => match.view.presence;
const types = ({ stored }: Game, last: number) => stored.slice(-last).map(({ entry }) => entry.type);

describe('a link that is lost', () => {
  test('keeps the seat for the grace time, and everybody sees until when', () => {
    const away = does(open, losesLink(1));
    expect(presence(away)).toEqual(['here', 'away']);
    expect(away.match.view.graceUntil).toEqual([null, open.now + TIMES.grace]);
  });

  test('gives the seat to a bot then, and not a millisecond before', () => {
    const away = does(begin({ turnSeconds: null }), losesLink(1));
    expect(presence(pass(away, TIMES.grace - 1))).toEqual(['here', 'away']);
    const replaced = pass(away, TIMES.grace);
    expect(presence(replaced)).toEqual(['here', 'bot']);
    expect(replaced.match.view.graceUntil).toEqual([null, null]);
  });

  test('comes back in time: nothing has changed', () => {
    const back = does(pass(does(open, losesLink(1)), 1_000), comesBack(1));
    expect(presence(back)).toEqual(['here', 'here']);
    expect(openTurnOf(back.match).deadline).toBe(openTurnOf(open.match).deadline);
    expect(presence(pass(back, TIMES.grace))).toEqual(['here', 'here']);
  });

  test('who leaves on purpose says so, and is waited for less', () => {
    const left = does(open, leaves(1));
    expect(presence(left)).toEqual(['here', 'left']);
    expect(left.match.view.graceUntil[1]).toBe(open.now + TIMES.leaveGrace);
    expect(presence(pass(left, TIMES.leaveGrace))).toEqual(['here', 'bot']);
    const away = does(open, losesLink(1));
    expect(does(later(away, 1_000), leaves(1)).match.view.graceUntil[1]).toBe(open.now + 1_000 + TIMES.leaveGrace);
  });

  test('whoever answers or reads on is back, also from a bot', () => {
    const replaced = pass(does(open, leaves(mover)), TIMES.leaveGrace);
    expect(tried(replaced, answers(mover))).toBe('back sealed');
    const inVerdict = pass(does(open, ...bothAnswer, leaves(1)), 1_000);
    expect(tried(inVerdict, isReady(1))).toBe('back ready');
    expect(tried(does(inVerdict, isReady(0)), isReady(1))).toBe('back ready opened');
  });
});

describe('what counts while a player is gone', () => {
  test('a turn missed while away is nobody’s', () => {
    const closed = pass(does(open, losesLink(mover)), TURN + TIMES.allowance);
    expect(openTurnOf(closed.match).closed?.verdicts[mover]).toMatchObject({ chosen: null, by: 'nobody' });
    expect(closed.match.view.scores[mover]).toMatchObject({ points: 0, moves: 0 });
    expect(closed.match.view.scores[watcher]).toMatchObject({ predictions: 1, rightPredictions: 0 });
  });

  test('a turn missed while there is asked and missed', () => {
    const closed = pass(open, TURN + TIMES.allowance);
    expect(openTurnOf(closed.match).closed?.verdicts[mover]).toMatchObject({ chosen: null, by: 'player', ghost: null });
    expect(closed.match.view.scores[mover]).toMatchObject({ points: 0, moves: 1, rightMoves: 0 });
  });

  test('what a stand-in answers scores for nobody', () => {
    const replaced = pass(does(open, leaves(mover)), TIMES.leaveGrace);
    const closed = does(replaced, answers(mover, 'right', { by: 'bot' }), answers(watcher));
    expect(openTurnOf(closed.match).closed?.verdicts[mover]).toMatchObject({ by: 'bot', segmentRight: true });
    expect(closed.match.view.scores[mover]).toMatchObject({ points: 0, moves: 0 });
    expect(closed.match.view.scores[watcher].points).toBeGreaterThan(0);
  });

  test('a bot that the match was made with scores for itself', () => {
    const alone = begin({ parties: [ADA, BOT] });
    const closed = does(alone, answers(0), answers(1, 'right', { by: 'bot' }));
    expect(closed.match.view.scores[1].points).toBeGreaterThan(0);
  });
});

describe('nobody is there', () => {
  const bothGone = does(open, leaves(0), leaves(1));
  const paused = pass(bothGone, TIMES.leaveGrace);

  test('the match waits: the deadline passes and nothing happens', () => {
    expect(isPaused(paused.match)).toBe(true);
    expect(pass(paused, 10 * TURN).stored).toEqual(paused.stored);
  });

  test('and goes on with the full time when one comes back', () => {
    const back = does(later(paused, 10 * TURN), comesBack(0));
    expect(types(back, 2)).toEqual(['back', 'resumed']);
    expect(openTurnOf(back.match).deadline).toBe(back.now + TURN);
    expect(presence(back)).toEqual(['here', 'bot']);
  });

  test('an answer is a way back as well, and is as quick as it is after that', () => {
    const late = later(paused, 10 * TURN);
    expect(tried(late, answers(mover))).toBe('back resumed sealed');
    expect(does(late, answers(mover)).match.sealed[mover]?.ms).toBe(0);
  });

  test('a verdict stays its full time again', () => {
    const gone = does(open, ...bothAnswer, losesLink(0), losesLink(1));
    const away = keep(
      gone,
      [0, 1].map((side) => ({ type: 'bot-took', side: side as Side }) as const),
    );
    const back = does(later(away, 10 * TURN), comesBack(1));
    expect(openTurnOf(back.match).closed?.until).toBe(back.now + TIMES.verdict);
  });

  test('against a bot it is enough that the one player is gone', () => {
    const alone = pass(does(begin({ parties: [ADA, BOT] }), losesLink(0)), TURN * 3);
    expect(isPaused(alone.match)).toBe(true);
  });

  test('after a day the match is given up, and nobody has won', () => {
    const day = TIMES.abandon - TIMES.leaveGrace;
    expect(pass(paused, day - 1).match.view.ended).toBeNull();
    expect(pass(paused, day).match.view.ended).toEqual({ reason: 'abandoned', by: null, winner: null });
  });
});

describe('after a restart of the host', () => {
  test('the open turn has its full time again, and what was sealed stays sealed', () => {
    const restarted = does(later(does(open, answers(mover)), 20_000), resume);
    expect(openTurnOf(restarted.match).deadline).toBe(restarted.now + TURN);
    expect(openTurnOf(restarted.match).sealed[mover]).toBe(true);
    expect(does(restarted, answers(watcher)).match.view.turns[0]?.closed).not.toBeNull();
  });

  test('so has a verdict', () => {
    const restarted = does(later(does(open, ...bothAnswer), 5_000), resume);
    expect(openTurnOf(restarted.match).closed?.until).toBe(restarted.now + TIMES.verdict);
  });

  test('a match that is over, or has no turn yet, has nothing to resume', () => {
    expect(tried(does(open, resigns(0)), resume)).toBe('nothing');
  });
});

describe('untimed play', () => {
  const untimed = begin({ turnSeconds: null });

  test('has no deadlines, and a verdict stays until both are ready', () => {
    const verdict = does(untimed, ...bothAnswer);
    expect([openTurnOf(untimed.match).deadline, openTurnOf(verdict.match).closed?.until]).toEqual([null, null]);
    expect(pass(verdict, TIMES.abandon).stored).toEqual(verdict.stored);
    expect(types(does(verdict, isReady(0), isReady(1)), 1)).toEqual(['opened']);
  });

  test('an idle player is replaced at the wish of the other, and comes back by acting', () => {
    const idle = later(untimed, TIMES.idle);
    const replaced = does(idle, replaces(watcher));
    expect(presence(replaced)[mover]).toBe('bot');
    expect(tried(replaced, answers(mover))).toBe('back sealed');
  });

  test('one who does not read on is idle too; then the next turn opens at once', () => {
    const idle = later(does(untimed, ...bothAnswer, isReady(0)), TIMES.idle);
    expect(types(pass(does(idle, replaces(0)), 0), 2)).toEqual(['bot-took', 'opened']);
  });
});

test('resigning ends the match for the other, whoever is ahead', () => {
  const ahead = does(open, answers(0), answers(1, 'wrong'), resigns(0));
  expect(ahead.match.view.ended).toEqual({ reason: 'resigned', by: 0, winner: 1 });
  expect(tried(ahead, disputes(1))).toBe('disputed');
});
