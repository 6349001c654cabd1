/** What becomes of what an instructor does to a match. Who may do it is for the caller to know. */
import { added, awayAnew, refused, resumed, type Decision, type Given } from './decide.ts';
import { openTurnOf } from './match.ts';
import { leaderOf } from './scoring.ts';

/** Pauses the match: no clock runs, nobody answers or reads on, no bot takes a seat. Faults: `match-over`, `turn-not-open` before the first turn. */
export function halt({ match: { view } }: Given): Decision {
  if (view.ended) return refused('match-over');
  if (view.turns.length === 0) return refused('turn-not-open');
  return view.halted ? added() : added({ type: 'halted' });
}

/** Ends the pause. The open turn, and every grace time, has its full time again, as after any other pause: phones sleep while an instructor talks. Fault: `match-over`. */
export function goOn(given: Given): Decision {
  const { view } = given.match;
  if (view.ended) return refused('match-over');
  return view.halted ? added(resumed(given), ...awayAnew(given)) : added();
}

/** Gives the open turn `ms` (whole milliseconds, above 0) more; nothing changes in untimed play. Faults: `match-over`, `turn-not-open`. */
export function extend({ match, now }: Given, ms: number): Decision {
  const { view } = match;
  if (view.ended) return refused('match-over');
  if (view.turns.length === 0 || openTurnOf(match).closed) return refused('turn-not-open');
  const { turn, deadline } = openTurnOf(match);
  if (deadline === null) return added();
  return added({ type: 'extended', turn, ms, deadline: Math.max(deadline, now) + ms });
}

/** Ends the match now: what the scores say stands, and the open turn counts for nobody. Fault: `match-over`. */
export function stop({ match: { view } }: Given): Decision {
  return view.ended ? refused('match-over') : added({ type: 'ended', reason: 'stopped', by: null, winner: leaderOf(view.scores) });
}

/** Takes a turn that has its verdict out of all that counts, also after the end. Fault: `turn-not-open`. */
export function voidTurn({ match: { view } }: Given, turn: number): Decision {
  const found = view.turns.find((one) => one.turn === turn);
  if (!found?.closed) return refused('turn-not-open');
  return found.voided ? added() : added({ type: 'voided', turn });
}
