/** Matches in play without a host: each command is decided and folded, and the clock is the test's. */
import * as decide from '#game/match/decide.ts';
import type { Decision } from '#game/match/decide.ts';
import * as instruct from '#game/match/instruct.ts';
import { beginMatch, evolve, happeningOf, openTurnOf, type Match, type MatchRecord } from '#game/match/match.ts';
import type { Times } from '#game/match/turn.ts';
import { roleOf } from '#game/match/view.ts';
import { SIDES, type Entry, type Party, type Prediction, type Proposal, type Settings, type Side } from '#game/match/vocabulary.ts';
import { answersAt } from '#game/scenarios/play.ts';
import { scenarioOf } from '#game/scenarios/catalogue.ts';
import { expand } from '#game/scenarios/expand.ts';

/** Milliseconds; all different, so that one is not taken for another. */
export const TIMES: Times = { verdict: 8_000, grace: 60_000, leaveGrace: 10_000, idle: 300_000, allowance: 500, abandon: 86_400_000 };
export const BEGAN = 1_000_000;

export type Given = { readonly match: Match; readonly now: number; readonly times: Times };
export type Stored = { readonly entry: Entry; readonly at: number };
export type Game = Given & { readonly stored: readonly Stored[] };
export type Command = (given: Given) => Decision;

export const ADA: Party = { playerId: 'ada', name: 'Ada', bot: null };
export const BOB: Party = { playerId: 'bob', name: 'Bob', bot: null };
export const BOT: Party = { playerId: null, name: 'Bot', bot: 'perfect' };

export type Wish = Partial<Omit<Settings, 'scenario'>> & {
  readonly matchId?: string;
  readonly scenario?: string;
  readonly seed?: number;
  readonly parties?: readonly [Party, Party];
};

export function recordOf({
  scenario = 'three-way-handshake',
  seed = 7,
  parties = [ADA, BOB],
  matchId = 'match',
  ...rest
}: Wish = {}): MatchRecord {
  const settings: Settings = { level: 1, turnSeconds: 30, speedPoints: true, kind: 'quick', ...rest, scenario };
  const found = scenarioOf(scenario);
  if (!found) throw new Error(`no scenario ${scenario}`);
  const legs = expand(found, settings.level, seed);
  return { matchId, settings, parties, legs: settings.kind === 'tutorial' ? legs.slice(0, 1) : legs, legTurns: null };
}

/** A match whose first turn is open. */
export function begin(wish: Wish = {}): Game {
  return does(unopened(wish), decide.start);
}

export function unopened(wish: Wish = {}): Game {
  return { match: beginMatch(recordOf(wish)), now: BEGAN, times: TIMES, stored: [] };
}

export function keep(game: Game, entries: readonly Entry[]): Game {
  const stored = entries.map((entry) => ({ entry, at: game.now }));
  return {
    ...game,
    match: entries.reduce((match, entry) => evolve(match, entry, game.now), game.match),
    stored: [...game.stored, ...stored],
  };
}

/** The game after a command that is not refused. */
export function does(game: Game, ...commands: readonly Command[]): Game {
  return commands.reduce((before, command) => {
    const decision = command(before);
    if (!decision.ok) throw new Error(`refused: ${decision.fault}`);
    return keep(before, decision.entries);
  }, game);
}

/** What a command adds, by type; or its fault. */
export function tried(game: Game, command: Command): string {
  const decision = command(game);
  return decision.ok ? decision.entries.map(({ type }) => type).join(' ') || 'nothing' : decision.fault;
}

/** Lets time pass as the host does: whatever falls due on the way happens when it is due. */
export function pass(game: Game, ms: number): Game {
  const end = game.now + ms;
  let one = game;
  for (;;) {
    const due = decide.nextDue(one);
    if (due === null || due > end) return { ...one, now: end };
    one = { ...one, now: Math.max(one.now, due) };
    const entries = decide.tick(one);
    if (entries.length === 0) throw new Error('due, and nothing happens');
    one = keep(one, entries);
  }
}

/** Sets the clock without the host noticing. */
export function later(game: Game, ms: number): Game {
  return { ...game, now: game.now + ms };
}

export type AnswerChange = Partial<Pick<decide.AnswerCommand, 'turn' | 'seat' | 'by'>>;

/** What the host asks of that side now, answered: a proposal or a prediction by what is asked, right unless said otherwise. */
export function answers(side: Side, given: Proposal | Prediction | 'right' | 'wrong' = 'right', change: AnswerChange = {}): Command {
  return (at) => {
    const { turn, leg } = openTurnOf(at.match);
    const answer = given === 'right' || given === 'wrong' ? answerFor(at.match, side, given === 'right') : given;
    const rest = { side, turn, seat: roleOf(side, leg), by: 'player' as const, ...change };
    return decide.answer(at, { ...rest, ...kindOf(answer) });
  };
}

export function kindOf(answer: Proposal | Prediction) {
  return 'segment' in answer ? ({ kind: 'proposal', answer } as const) : ({ kind: 'prediction', answer } as const);
}

/** A segment that nobody sends, and the state that follows from nothing. */
const NONSENSE = { flags: ['SYN', 'FIN', 'RST'], state: 'CLOSED' } as const;

export function answerFor(match: Match, side: Side, isRight: boolean): Proposal | Prediction {
  const { level } = match.record.settings;
  const own = happeningOf(match, side);
  const happening = own ?? match.happenings[0];
  if (!happening) return { flags: NONSENSE.flags, state: NONSENSE.state };
  const [right] = answersAt(match.play, happening);
  if (!right) throw new Error('an event without an answer');
  const { segment } = right;
  if (!own) return isRight ? { flags: segment?.flags ?? null, state: right.state } : { flags: NONSENSE.flags, state: NONSENSE.state };
  if (!isRight) return { segment: { flags: NONSENSE.flags, data: false, seq: level === 1 ? null : 1, ack: null }, state: 'CLOSED' };
  const numbers = level === 1 ? { seq: null, ack: null } : { seq: segment?.seq ?? null, ack: segment?.ack ?? null };
  return { segment: segment && { flags: segment.flags, data: segment.len > 0, ...numbers }, state: right.state };
}

export const bothAnswer: readonly Command[] = [answers(0), answers(1)];

export function isReady(side: Side, turn?: number): Command {
  return (at) => decide.ready(at, side, turn ?? openTurnOf(at.match).turn);
}

export const leaves =
  (side: Side): Command =>
  (at) =>
    decide.goAway(at, side, true);
export const losesLink =
  (side: Side): Command =>
  (at) =>
    decide.goAway(at, side, false);
export const comesBack =
  (side: Side): Command =>
  (at) =>
    decide.comeBack(at, side);
export const resigns =
  (side: Side): Command =>
  (at) =>
    decide.resign(at, side);
export const replaces =
  (side: Side): Command =>
  (at) =>
    decide.replaceIdle(at, side);
export const disputes =
  (side: Side, turn = 0): Command =>
  (at) =>
    decide.dispute(at, side, turn, 'Look again, please.');
export const offersRematch =
  (side: Side): Command =>
  (at) =>
    decide.offerRematch(at, side);

export const halts: Command = instruct.halt;
export const goesOn: Command = instruct.goOn;
export const stops: Command = instruct.stop;
export const extendsBy =
  (ms: number): Command =>
  (at) =>
    instruct.extend(at, ms);
export const voids =
  (turn: number): Command =>
  (at) =>
    instruct.voidTurn(at, turn);

/** Plays on with right answers of both until `isDone`, or to the end. */
export function playOn(game: Game, isDone: (match: Match) => boolean = () => false): Game {
  let one = game;
  while (!one.match.view.ended && !isDone(one.match)) {
    const turn = openTurnOf(one.match);
    one = turn.closed ? readOn(one) : does(one, ...bothAnswer);
  }
  return one;
}

/** Both have read the verdict; a bot has at once. */
export function readOn(game: Game): Game {
  const readers = SIDES.filter((side) => game.match.record.parties[side].bot === null);
  if (readers.length === 0) return pass(game, 0);
  return does(game, ...readers.map((side) => isReady(side)));
}
