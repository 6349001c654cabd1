/** A match as the host holds it: a fold over its entries. */
import { answersAt, beginPlay, nextTurn, resolve, type Happening, type Next, type Play } from '../scenarios/play.ts';
import { playCanonically } from '../scenarios/proof.ts';
import type { Leg } from '../scenarios/script.ts';
import { emptyView, foldView, roleOf, sideOf, withSide, type TurnView, type View } from './view.ts';
import type { Entry, Party, Prediction, Proposal, Settings, Side } from './vocabulary.ts';

/** What a match is made from; it never changes. */
export type MatchRecord = {
  readonly matchId: string;
  readonly settings: Settings;
  /** Two siblings; one leg in a tutorial. */
  readonly legs: readonly Leg[];
  readonly parties: readonly [Party, Party];
  /** As `legTurnsOf` says; null where nobody has asked it. */
  readonly legTurns: readonly number[] | null;
};

export type Sealed = { readonly answer: Proposal | Prediction; readonly ms: number; readonly by: 'player' | 'bot' };

export type Match = {
  readonly record: MatchRecord;
  /** Everything that is public, folded from the entries as they are stored. */
  readonly view: View;
  /** The leg as the open turn finds it. */
  readonly play: Play;
  /** What the open turn asks; empty before the first turn and while a verdict stands. */
  readonly happenings: readonly Happening[];
  readonly sealed: readonly [Sealed | null, Sealed | null];
  /** When the open turn began, or began again, in milliseconds since 1970. */
  readonly openedAt: number;
  /** When each player last did something. */
  readonly activeAt: readonly [number, number];
};

/** How many turns each leg has. To know, it is played: that takes longer than to read a match that is stored. */
export function legTurnsOf(legs: readonly Leg[]): readonly number[] {
  return legs.map((leg) => playCanonically(leg).turns.length);
}

export function beginMatch(record: MatchRecord): Match {
  const { matchId, settings, parties, legs, legTurns } = record;
  const [firstLeg] = legs;
  if (!firstLeg) throw new Error('a match without legs');
  return {
    record,
    view: emptyView({ matchId, settings, parties, legTurns: legTurns ?? legTurnsOf(legs) }, 'spectator'),
    play: beginPlay(firstLeg),
    happenings: [],
    sealed: [null, null],
    openedAt: 0,
    activeAt: [0, 0],
  };
}

/** The match after one more entry, which was made at `at` (milliseconds since 1970). */
export function evolve(match: Match, entry: Entry, at: number): Match {
  const to = changes(match, entry, at);
  return {
    record: match.record,
    view: foldView(match.view, entry),
    play: to.play ?? match.play,
    happenings: to.happenings ?? match.happenings,
    sealed: to.sealed ?? match.sealed,
    openedAt: to.openedAt ?? match.openedAt,
    activeAt: to.activeAt ?? match.activeAt,
  };
}

export function evolveAll(match: Match, entries: readonly { readonly entry: Entry; readonly at: number }[]): Match {
  return entries.reduce((before, { entry, at }) => evolve(before, entry, at), match);
}

function changes(match: Match, entry: Entry, at: number): Partial<Match> {
  switch (entry.type) {
    case 'opened': {
      const { play, happenings } = nextOf(match, entry.leg);
      return { play, happenings, sealed: [null, null], openedAt: at, activeAt: [at, at] };
    }
    case 'sealed': {
      const { answer, ms, by } = entry;
      return {
        sealed: withSide(match.sealed, entry.side, { answer, ms, by }),
        activeAt: withSide(match.activeAt, entry.side, at),
      };
    }
    case 'closed':
      return { play: playedOn(match, entry.verdicts), happenings: [], activeAt: [at, at] };
    case 'ready':
    case 'back':
      return { activeAt: withSide(match.activeAt, entry.side, at) };
    case 'halted':
      return { activeAt: [at, at] };
    case 'resumed':
      return { openedAt: at, activeAt: [at, at] };
    default:
      return {};
  }
}

/** The next turn of the match in that leg. */
export function nextOf(match: Match, leg: 0 | 1): Next {
  const legPlay = match.record.legs[leg];
  if (!legPlay) throw new Error(`no leg ${leg}`);
  return legPlay === match.play.leg ? nextAfter(match.play) : nextTurn(beginPlay(legPlay));
}

/** What follows a play is asked twice: when the entry is made, and when it is folded. */
const NEXT = new WeakMap<Play, Next>();

function nextAfter(play: Play): Next {
  const next = NEXT.get(play) ?? nextTurn(play);
  NEXT.set(play, next);
  return next;
}

/** The play goes on with the answer that each verdict took. */
function playedOn(match: Match, verdicts: Extract<Entry, { type: 'closed' }>['verdicts']): Play {
  const turn = openTurnOf(match);
  const answers = match.happenings.map((happening) => {
    const verdict = verdicts[sideOf(happening.at, turn.leg)];
    const answer = answersAt(match.play, happening)[verdict.kind === 'move' ? verdict.took : 0];
    if (!answer) throw new Error(`turn ${turn.turn} has no answer for ${happening.at}`);
    return { at: happening.at, answer };
  });
  return resolve(match.play, answers).play;
}

/** The turn that was opened last. */
export function openTurnOf(match: Match): TurnView {
  const turn = match.view.turns.at(-1);
  if (!turn) throw new Error('no turn was opened');
  return turn;
}

export type Phase = 'asking' | 'verdict' | 'over';

export function phaseOf({ view }: Match): Phase {
  if (view.ended) return 'over';
  return view.turns.at(-1)?.closed ? 'verdict' : 'asking';
}

/** Whether a bot plays the seat: from the beginning, or for a player who is gone. */
export function isHeldByBot({ view }: Match, side: Side): boolean {
  return view.parties[side].bot !== null || view.presence[side] === 'bot';
}

/** Whether nobody is there to play for: bots hold both seats, and not both of their own. */
export function isDeserted(match: Match): boolean {
  const isForPeople = match.view.parties.some(({ bot }) => bot === null);
  return isForPeople && isHeldByBot(match, 0) && isHeldByBot(match, 1);
}

/** Whether the match waits, its clock too: for a player to come back, or for its instructor. */
export function isPaused(match: Match): boolean {
  return match.view.halted || isDeserted(match);
}

/** The happening at the endpoint that the player holds; undefined where the player is to predict. */
export function happeningOf(match: Match, side: Side): Happening | undefined {
  const { leg } = openTurnOf(match);
  return match.happenings.find((happening) => happening.at === roleOf(side, leg));
}
