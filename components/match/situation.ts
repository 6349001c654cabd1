/** What a view asks of the one who looks at it. */
import { isAsked, roleOf, type TurnView, type View } from '#game/match/view.ts';
import { SIDES, type Ask, type Side } from '#game/match/vocabulary.ts';
import type { Role, State } from '#game/tcp/vocabulary.ts';

export type Phase = 'opening' | 'propose' | 'predict' | 'sealed' | 'verdict' | 'watch' | 'over';

export type Situation = {
  readonly phase: Phase;
  /** The newest turn; null before the first. */
  readonly turn: TurnView | null;
  /** The viewer's place; null for a spectator. */
  readonly me: Side | null;
};

export function situationOf(view: View): Situation {
  const turn = view.turns.at(-1) ?? null;
  const me = view.viewer === 'spectator' ? null : view.viewer;
  return { phase: phaseOf(view, turn, me), turn, me };
}

function phaseOf(view: View, turn: TurnView | null, me: Side | null): Phase {
  if (view.ended) return 'over';
  if (!turn) return 'opening';
  if (turn.closed) return 'verdict';
  if (me === null) return 'watch';
  if (turn.sealed[me]) return 'sealed';
  return isAsked(turn, me) ? 'propose' : 'predict';
}

export function otherSide(side: Side): Side {
  return side === 0 ? 1 : 0;
}

/** The client first, as on the ladder. */
export function sidesByRole(leg: 0 | 1): readonly [Side, Side] {
  return leg === 0 ? SIDES : [1, 0];
}

export function namesByRole(view: View, leg: 0 | 1): Readonly<Record<Role, string>> {
  const [client, server] = sidesByRole(leg);
  return { client: view.parties[client].name, server: view.parties[server].name };
}

export function turnsOfLeg(view: View, leg: 0 | 1): readonly TurnView[] {
  return view.turns.filter((turn) => turn.leg === leg);
}

/** Counted from 1 within its leg. */
export function numberInLeg(view: View, turn: TurnView): number {
  return turnsOfLeg(view, turn.leg).indexOf(turn) + 1;
}

/** An unusual but right answer may make a leg longer than planned. */
export function lengthOfLeg(view: View, leg: 0 | 1): number {
  return Math.max(view.legTurns[leg] ?? 0, turnsOfLeg(view, leg).length);
}

export function askFor(turn: TurnView, side: Side): Ask | null {
  return turn.asks.find(({ at }) => at === roleOf(side, turn.leg)) ?? null;
}

/** The state in which the viewer's own end is; null at level 3. */
export function ownState(turn: TurnView, side: Side): State | null {
  return turn.ends[roleOf(side, turn.leg)]?.state ?? null;
}

/** Level 3: the ladder goes without states until the last planned turn of the leg is judged. */
export function hidesStates(view: View, turn: TurnView | null): boolean {
  if (view.settings.level < 3 || view.ended) return false;
  return !turn?.closed || numberInLeg(view, turn) < (view.legTurns[turn.leg] ?? 0);
}
