/** What becomes of a command: each fault with the situations that bring it, and what changes nothing. */
import { describe, expect, test } from 'vitest';
import { answer, type MatchFault } from '#game/match/decide.ts';
import { isAsked } from '#game/match/view.ts';
import { openTurnOf } from '#game/match/match.ts';
import type { Side } from '#game/match/vocabulary.ts';
import {
  pass,
  answers,
  begin,
  bothAnswer,
  disputes,
  does,
  halts,
  isReady,
  kindOf,
  later,
  leaves,
  losesLink,
  offersRematch,
  playOn,
  replaces,
  resigns,
  stops,
  tried,
  TIMES,
  unopened,
  type Command,
  type Game,
} from './games.ts';
import { prediction, proposal } from './situations.ts';

const open = begin();
/** Who moves in the first turn, and who predicts. */
const mover: Side = isAsked(openTurnOf(open.match), 0) ? 0 : 1;
const watcher: Side = mover === 0 ? 1 : 0;
const level2 = begin({ level: 2 });
const untimed = begin({ turnSeconds: null });
const verdict = does(open, ...bothAnswer);
const second = does(verdict, isReady(0), isReady(1));
const over = does(open, resigns(0));
const bothAsked = playOn(begin({ scenario: 'simultaneous-open', level: 2 }), ({ view }) => view.turns.at(-1)?.asks.length === 2);
const someMove = proposal('ACK > ESTABLISHED');
const somePrediction = prediction('ACK > ESTABLISHED');

/** Answers turn `turn` of a match, whatever is asked there. */
const answersTurn =
  (side: Side, turn: number): Command =>
  (given) =>
    answer(given, { side, turn, seat: 'client', by: 'player', ...kindOf(someMove) });

const FAULTS: Record<MatchFault, readonly (readonly [string, Game, Command])[]> = {
  'match-over': [
    ['an answer', over, answersTurn(0, 0)],
    ['ready', over, isReady(0)],
    ['leaving', over, leaves(0)],
    ['resigning', over, resigns(1)],
    ['resigning twice', over, resigns(0)],
    ['asking for a bot', over, replaces(0)],
  ],
  'match-paused': [
    ['a move', does(open, halts), answers(mover)],
    ['a prediction', does(open, halts), answers(watcher)],
    ['reading on', does(verdict, halts), isReady(0)],
    ['asking for a bot', later(does(untimed, halts), TIMES.idle), replaces(0)],
  ],
  'no-rematch': [
    ['in a class', does(begin({ kind: 'class' }), stops), offersRematch(0)],
    ['in homework', does(begin({ kind: 'homework' }), resigns(0)), offersRematch(0)],
  ],
  'match-not-over': [
    ['a rematch while a turn is open', open, offersRematch(0)],
    ['a rematch while a verdict stands', verdict, offersRematch(1)],
  ],
  'not-your-seat': [
    ['the other endpoint', open, answers(mover, 'right', { seat: mover === 0 ? 'server' : 'client' })],
    ['the endpoint of the leg before', playOn(open, ({ view }) => view.turns.at(-1)?.leg === 1), answers(0, 'right', { seat: 'client' })],
  ],
  'not-your-turn': [
    ['a proposal from the one who predicts', open, answers(watcher, someMove)],
    ['a prediction from the one who moves', open, answers(mover, somePrediction)],
    ['a prediction where both move', bothAsked, answers(0, somePrediction)],
  ],
  'turn-over': [
    ['a turn with its verdict', verdict, answersTurn(mover, 0)],
    ['a turn that has passed', second, answersTurn(0, 0)],
    ['after the deadline and the allowance', later(open, 30_000 + TIMES.allowance + 1), answers(mover)],
  ],
  'turn-not-open': [
    ['a turn to come', open, answers(mover, 'right', { turn: 1 })],
    ['ready before the verdict', open, isReady(0)],
    ['ready for a turn to come', verdict, isReady(0, 1)],
    ['a dispute of an open turn', open, disputes(0)],
    ['a dispute of a turn that never was', over, disputes(0, 900)],
    ['an answer before the first turn', unopened(), answersTurn(0, 0)],
    ['ready before the first turn', unopened(), isReady(0, 0)],
  ],
  'already-answered': [
    ['another proposal', does(open, answers(mover)), answers(mover, 'wrong')],
    ['another prediction', does(open, answers(watcher)), answers(watcher, 'wrong')],
    ['what a stand-in has answered', does(open, answers(mover, 'right', { by: 'bot' })), answers(mover)],
  ],
  'already-disputed': [['the same verdict by the same player', does(verdict, disputes(0)), disputes(0)]],
  'bad-proposal': [
    ['numbers at level 1', open, answers(mover, proposal('SYN 100 > SYN_SENT'))],
    ['no seq at level 2', level2, answers(mover, proposal('SYN > SYN_SENT'))],
    ['ACK without ack at level 2', level2, answers(mover, proposal('SYN,ACK 100 > SYN_SENT'))],
    ['ack without ACK at level 2', level2, answers(mover, proposal('SYN 100 0 > SYN_SENT'))],
  ],
  'opponent-not-idle': [
    ['timed play', later(open, TIMES.idle), replaces(0)],
    ['not long enough', later(untimed, TIMES.idle - 1), replaces(watcher)],
    ['who has answered', later(does(untimed, answers(mover)), TIMES.idle), replaces(watcher)],
    ['who has read the verdict', later(does(untimed, ...bothAnswer, isReady(1)), TIMES.idle), replaces(0)],
  ],
};

describe.each(Object.entries(FAULTS))('%s', (fault, situations) => {
  test.each(situations)('%s', (_, game, command) => {
    expect(tried(game, command)).toBe(fault);
  });
});

test('SYN with FIN is a proposal like any other: wrong, not malformed', () => {
  expect(tried(open, answers(mover, proposal('SYN,FIN > CLOSED')))).toBe('sealed');
});

test('a segment of level 2 without ACK needs no ack, and nothing needs no numbers', () => {
  expect(tried(level2, answers(mover, proposal('SYN 0 > CLOSED')))).toBe('sealed');
  expect(tried(level2, answers(mover, proposal('nothing > CLOSED')))).toBe('sealed');
});

describe('what is so already is accepted and adds nothing', () => {
  const away = does(open, losesLink(0));
  const left = does(open, leaves(0));
  test.each<[string, Game, Command]>([
    ['the same proposal again', does(open, answers(mover)), answers(mover)],
    ['the same prediction again', does(open, answers(watcher)), answers(watcher)],
    ['ready again', does(verdict, isReady(0)), isReady(0)],
    ['ready for a turn that has passed', second, isReady(0, 0)],
    ['a second link lost', away, losesLink(0)],
    ['a link lost after leaving', left, losesLink(0)],
    ['leaving twice', left, leaves(0)],
    ['a link lost after the end', over, losesLink(0)],
    ['a rematch asked for again', does(over, offersRematch(0)), offersRematch(0)],
    ['a bot for a seat that a bot holds', pass(away, TIMES.grace), replaces(1)],
  ])('%s', (_, game, command) => {
    expect(tried(game, command)).toBe('nothing');
  });
});

test('both may dispute one verdict, also after the end', () => {
  expect(tried(does(verdict, resigns(0), disputes(0)), disputes(1))).toBe('disputed');
});

test('a rematch is offered by each of the two', () => {
  expect(does(over, offersRematch(1), offersRematch(0)).match.view.rematch.offeredBy).toEqual([1, 0]);
});
