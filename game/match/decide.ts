/** What becomes of a command: the entries that it adds, or the fault for which it is refused. Nothing else changes a match. */
import { deadlineFrom, closeTurn, openNext, verdictUntil, type Times } from './turn.ts';
import { evolve, happeningOf, isDeserted, isHeldByBot, isPaused, openTurnOf, phaseOf, type Match } from './match.ts';
import { isSetByInstructor, roleOf } from './view.ts';
import { SIDES, type Entry, type Prediction, type Proposal, type Side } from './vocabulary.ts';
import type { Role } from '../tcp/vocabulary.ts';

export type MatchFault =
  | 'match-over'
  | 'match-not-over'
  | 'match-paused'
  | 'no-rematch'
  | 'not-your-seat'
  | 'not-your-turn'
  | 'turn-over'
  | 'turn-not-open'
  | 'already-answered'
  | 'already-disputed'
  | 'bad-proposal'
  | 'opponent-not-idle';

/** The entries in the order in which they are to be stored; none where the command asks for what is so already. */
export type Decision = { readonly ok: true; readonly entries: readonly Entry[] } | { readonly ok: false; readonly fault: MatchFault };

export type Given = { readonly match: Match; readonly now: number; readonly times: Times };

export const refused = (fault: MatchFault): Decision => ({ ok: false, fault });
export const added = (...entries: Entry[]): Decision => ({ ok: true, entries });
const other = (side: Side): Side => (side === 0 ? 1 : 0);

/** Opens the first turn. */
export function start({ match, now }: Given): Decision {
  return match.view.turns.length === 0 ? added(openNext(match, now)) : added();
}

export type AnswerCommand = { readonly side: Side; readonly turn: number; readonly seat: Role; readonly by: 'player' | 'bot' } & (
  | { readonly kind: 'proposal'; readonly answer: Proposal }
  | { readonly kind: 'prediction'; readonly answer: Prediction }
);

/** A proposal or a prediction for the open turn. The second of the two that is sealed closes the turn. */
export function answer(given: Given, command: AnswerCommand): Decision {
  const fault = faultOfAnswer(given, command);
  if (fault) return refused(fault);
  if (isSealedAlready(given.match, command)) return added();
  const { side, turn, by } = command;
  const before = by === 'player' ? returning(given, side) : [];
  const { openedAt } = foldAll(given, before);
  const sealed: Entry = { type: 'sealed', turn, side, answer: command.answer, ms: Math.max(0, given.now - openedAt), by };
  return added(...before, sealed, ...closingIfComplete(given, [...before, sealed]));
}

function faultOfAnswer({ match, now, times }: Given, command: AnswerCommand): MatchFault | null {
  const { side, turn, seat, kind, answer: given } = command;
  if (match.view.ended) return 'match-over';
  if (match.view.turns.length === 0) return 'turn-not-open';
  const open = openTurnOf(match);
  if (turn > open.turn) return 'turn-not-open';
  if (turn < open.turn || open.closed) return 'turn-over';
  if (seat !== roleOf(side, open.leg)) return 'not-your-seat';
  const happening = happeningOf(match, side);
  if ((kind === 'proposal') !== (happening !== undefined)) return 'not-your-turn';
  if (match.sealed[side]) return isSealedAlready(match, command) ? null : 'already-answered';
  if (match.view.halted) return 'match-paused';
  if (!isPaused(match) && open.deadline !== null && now > open.deadline + times.allowance) return 'turn-over';
  return kind === 'proposal' && !hasNumbers(given as Proposal, match) ? 'bad-proposal' : null;
}

/** The same answer once more, from a second tab, say. */
function isSealedAlready({ sealed }: Match, { side, by, answer: given }: AnswerCommand): boolean {
  const known = sealed[side];
  return known?.by === by && JSON.stringify(known.answer) === JSON.stringify(given);
}

/** From level 2 on a segment needs its seq, and its ack where ACK is among the flags; at level 1 neither is given. */
function hasNumbers({ segment }: Proposal, { record }: Match): boolean {
  if (segment === null) return true;
  if (record.settings.level === 1) return segment.seq === null && segment.ack === null;
  return segment.seq !== null && (segment.ack !== null) === segment.flags.includes('ACK');
}

/** Who acts is back, also where a bot had been given the seat. If nobody else was there, the open turn begins anew. */
function returning(given: Given, side: Side): Entry[] {
  if (given.match.view.presence[side] === 'here') return [];
  const wakes = isDeserted(given.match) && !given.match.view.halted;
  return [{ type: 'back', side }, ...(wakes ? [resumed(given)] : [])];
}

function foldAll({ match, now }: Given, entries: readonly Entry[]): Match {
  return entries.reduce((before, entry) => evolve(before, entry, now), match);
}

function closingIfComplete(given: Given, entries: readonly Entry[]): Entry[] {
  const after = foldAll(given, entries);
  return after.sealed.every((sealed) => sealed !== null) ? [closeTurn(after, given.now, given.times)] : [];
}

/** The player has read the verdict. The next turn opens when both have, a bot being ready at once. */
export function ready(given: Given, side: Side, turn: number): Decision {
  const { match, now } = given;
  if (match.view.ended) return refused('match-over');
  if (match.view.turns.length === 0) return refused('turn-not-open');
  const open = openTurnOf(match);
  if (turn > open.turn || (turn === open.turn && !open.closed)) return refused('turn-not-open');
  if (turn < open.turn || open.ready[side]) return added();
  if (match.view.halted) return refused('match-paused');
  const entries: Entry[] = [...returning(given, side), { type: 'ready', turn, side }];
  const opponentIsReady = open.ready[other(side)] || isHeldByBot(match, other(side));
  return added(...entries, ...(opponentIsReady ? [openNext(foldAll(given, entries), now)] : []));
}

/** The last link of the player is gone (`onPurpose`: the player said so). */
export function goAway({ match, now, times }: Given, side: Side, onPurpose: boolean): Decision {
  if (match.view.ended) return onPurpose ? refused('match-over') : added();
  const presence = match.view.presence[side];
  const isGone = onPurpose ? presence === 'left' || presence === 'bot' : presence !== 'here';
  return isGone ? added() : added({ type: 'away', side, onPurpose, until: now + (onPurpose ? times.leaveGrace : times.grace) });
}

/** A link of the player is there again. */
export function comeBack(given: Given, side: Side): Decision {
  return given.match.view.ended ? added() : added(...returning(given, side));
}

/** After a restart of the host: the open turn, and every grace time, has its full time again. What the instructor has paused stays so. */
export function resume(given: Given): Decision {
  const { view } = given.match;
  return view.ended || view.turns.length === 0 || view.halted ? added() : added(resumed(given), ...awayAnew(given));
}

/** Nobody could come back while no clock ran. */
export function awayAnew({ match: { view }, now, times }: Given): Entry[] {
  return SIDES.filter((side) => view.graceUntil[side] !== null).map((side) => {
    const onPurpose = view.presence[side] === 'left';
    return { type: 'away', side, onPurpose, until: now + (onPurpose ? times.leaveGrace : times.grace) };
  });
}

/** The open turn, or the verdict that stands, gets its full time again, and what the instructor had added to it. */
export function resumed({ match, now, times }: Given): Entry {
  const { turn, closed, extra } = openTurnOf(match);
  return closed
    ? { type: 'resumed', turn, deadline: null, until: verdictUntil(match, now, times) }
    : { type: 'resumed', turn, deadline: deadlineFrom(match, now + extra), until: null };
}

export function resign({ match }: Given, side: Side): Decision {
  return match.view.ended ? refused('match-over') : added({ type: 'ended', reason: 'resigned', by: side, winner: other(side) });
}

/** In untimed play, a bot for an opponent who has done nothing for long. */
export function replaceIdle({ match, now, times }: Given, side: Side): Decision {
  if (match.view.ended) return refused('match-over');
  const opponent = other(side);
  if (match.view.halted) return refused('match-paused');
  if (isHeldByBot(match, opponent)) return added();
  const isWaitedFor = phaseOf(match) === 'asking' ? !match.sealed[opponent] : !openTurnOf(match).ready[opponent];
  const isIdle = match.record.settings.turnSeconds === null && isWaitedFor && now - match.activeAt[opponent] >= times.idle;
  return isIdle ? added({ type: 'bot-took', side: opponent }) : refused('opponent-not-idle');
}

/** Keeps a verdict for a person to look at. */
export function dispute({ match }: Given, side: Side, turn: number, comment: string): Decision {
  const disputed = match.view.turns.find((one) => one.turn === turn);
  if (!disputed?.closed) return refused('turn-not-open');
  return disputed.disputedBy.includes(side) ? refused('already-disputed') : added({ type: 'disputed', turn, side, comment });
}

/** Asks for another match, where the players have made this one; a bot agrees at once. Whether both have asked is for the caller to see in the view. */
export function offerRematch({ match }: Given, side: Side): Decision {
  if (!match.view.ended) return refused('match-not-over');
  if (isSetByInstructor(match.record.settings)) return refused('no-rematch');
  const { offeredBy } = match.view.rematch;
  return offeredBy.includes(side) ? added() : added({ type: 'rematch-offered', side });
}

/** What time has brought about: at most one thing; ask again until there is none. */
export function tick({ match, now, times }: Given): readonly Entry[] {
  if (match.view.ended) return [];
  if (match.view.turns.length === 0) return [openNext(match, now)];
  if (isPaused(match)) return now >= abandonedAt(match, times) ? [{ type: 'ended', reason: 'abandoned', by: null, winner: null }] : [];
  const gone = ([0, 1] as const).find((side) => isPast(match.view.graceUntil[side], now));
  if (gone !== undefined) return [{ type: 'bot-took', side: gone }];
  const turn = openTurnOf(match);
  if (!turn.closed) return isPast(turn.deadline, now - times.allowance) ? [closeTurn(match, now, times)] : [];
  return isPast(turn.closed.until, now) || isReadyToGoOn(match) ? [openNext(match, now)] : [];
}

/** The next instant at which `tick` brings something; null where only a player can. */
export function nextDue({ match, times }: Omit<Given, 'now'>): number | null {
  if (match.view.ended || match.view.turns.length === 0) return null;
  if (isPaused(match)) return abandonedAt(match, times);
  const { deadline, closed } = openTurnOf(match);
  const turnDue = closed ? (isReadyToGoOn(match) ? 0 : closed.until) : deadline === null ? null : deadline + times.allowance;
  const instants = [...match.view.graceUntil, turnDue].filter((one) => one !== null);
  return instants.length > 0 ? Math.min(...instants) : null;
}

function abandonedAt(match: Match, times: Times): number {
  return Math.max(...match.activeAt) + times.abandon;
}

/** Both have read the verdict; a bot has at once. */
function isReadyToGoOn(match: Match): boolean {
  const { ready: readiness } = openTurnOf(match);
  return readiness.every((is, side) => is || isHeldByBot(match, side as Side));
}

function isPast(instant: number | null, now: number): boolean {
  return instant !== null && now >= instant;
}
