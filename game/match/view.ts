/**
 * What a viewer may see of a match, and how it grows. A view is the fold of the entries that the viewer may see: the host
 * folds to answer someone who joins, the browser folds each event that comes after. The same function does both.
 */
import type { Role } from '../tcp/vocabulary.ts';
import { addPoints, countAnew, leaderOf, NO_SCORE, type Score } from './scoring.ts';
import {
  type EndReason,
  type Entry,
  type Level,
  type Outcome,
  type Party,
  type Prediction,
  type PredictionVerdict,
  type Proposal,
  SIDES,
  type Settings,
  type Side,
  type Told,
  type Verdict,
} from './vocabulary.ts';

/** Who looks: a player by place, or somebody who only watches. */
export const VIEWERS = [...SIDES, 'spectator'] as const;
export type Viewer = (typeof VIEWERS)[number];

export type Presence = 'here' | 'away' | 'left' | 'bot';

type Opened = Extract<Entry, { type: 'opened' }>;

export type TurnView = Omit<Opened, 'type'> & {
  /** What the viewer has sealed. */
  readonly mine: Proposal | Prediction | null;
  readonly sealed: readonly [boolean, boolean];
  readonly ready: readonly [boolean, boolean];
  /** Milliseconds that the instructor has added to the time of the turn. */
  readonly extra: number;
  /** The turn does not count. */
  readonly voided: boolean;
  readonly disputedBy: readonly Side[];
  /** `until`: when the next turn opens by itself; null where both have to be ready. */
  readonly closed: {
    readonly verdicts: readonly [Verdict | PredictionVerdict, Verdict | PredictionVerdict];
    readonly outcomes: readonly Outcome[];
    readonly until: number | null;
  } | null;
};

export type View = {
  readonly matchId: string;
  readonly viewer: Viewer;
  readonly version: number;
  /** `scenario` is null above level 1 until the match is over: no answer in the title. */
  readonly settings: Omit<Settings, 'scenario'> & { readonly scenario: string | null };
  readonly parties: readonly [Party, Party];
  /** Planned turns of each leg; an unusual but right answer may add one. */
  readonly legTurns: readonly number[];
  readonly turns: readonly TurnView[];
  readonly scores: readonly [Score, Score];
  readonly presence: readonly [Presence, Presence];
  /** When a bot takes the seat of one who is away. */
  readonly graceUntil: readonly [number | null, number | null];
  /** The instructor has paused the match. */
  readonly halted: boolean;
  readonly rematch: { readonly offeredBy: readonly Side[]; readonly matchId: string | null };
  readonly ended: { readonly reason: EndReason; readonly by: Side | null; readonly winner: Side | null } | null;
};

/** An entry as one viewer may see it. An `ended` event brings the scenario's name. */
export type ViewEvent =
  | (Entry & { readonly scenario?: string })
  | { readonly type: 'sealed-by'; readonly turn: number; readonly side: Side };

/** Everything about a match that does not change and that everybody may see. */
export type Frame = Pick<View, 'matchId' | 'parties' | 'legTurns'> & { readonly settings: Settings };

/** Which endpoint the player holds in a leg. */
export function roleOf(side: Side, leg: 0 | 1): Role {
  return side === leg ? 'client' : 'server';
}

export function sideOf(role: Role, leg: 0 | 1): Side {
  return (role === 'client') === (leg === 0) ? 0 : 1;
}

export function emptyView(frame: Frame, viewer: Viewer): View {
  const { settings } = frame;
  return {
    ...frame,
    viewer,
    version: 0,
    settings: { ...settings, scenario: settings.level === 1 ? settings.scenario : null },
    turns: [],
    scores: [NO_SCORE, NO_SCORE],
    presence: ['here', 'here'],
    graceUntil: [null, null],
    halted: false,
    rematch: { offeredBy: [], matchId: null },
    ended: null,
  };
}

/** The entry as the viewer may see it: no pending choice, no numbers and no variables of the other end, nobody else's comment. */
export function redact(entry: Entry, viewer: Viewer, settings: Settings): ViewEvent {
  switch (entry.type) {
    case 'sealed':
      return entry.side === viewer ? entry : { type: 'sealed-by', turn: entry.turn, side: entry.side };
    case 'opened':
      return redactOpened(entry, viewer, settings.level);
    case 'disputed':
      return entry.side === viewer ? entry : { ...entry, comment: '' };
    case 'ended':
      return { ...entry, scenario: settings.scenario };
    default:
      return entry;
  }
}

function redactOpened(entry: Opened, viewer: Viewer, level: Level): Opened {
  const own = viewer === 'spectator' ? null : roleOf(viewer, entry.leg);
  const mayKnow = (role: Role) => role === own;
  return {
    ...entry,
    told: entry.told.map((told) => (mayKnow(told.at) ? told : { ...told, event: withoutIss(told.event) })),
    asks: entry.asks.map((ask) => (mayKnow(ask.at) ? ask : { ...ask, event: withoutIss(ask.event) })),
    ends: {
      client: mayKnow('client') && level < 3 ? entry.ends.client : null,
      server: mayKnow('server') && level < 3 ? entry.ends.server : null,
    },
  };
}

function withoutIss<E extends Told['event']>(event: E): E {
  const { iss: _iss, ...rest } = event as E & { readonly iss?: number };
  return rest as E;
}

/** The view one version later, made by one literal as endpoints are (`change` of `game/tcp`). */
export function foldView(view: View, event: ViewEvent): View {
  const to = changes(view, event);
  return {
    matchId: view.matchId,
    viewer: view.viewer,
    version: view.version + 1,
    settings: to.settings ?? view.settings,
    parties: view.parties,
    legTurns: view.legTurns,
    turns: to.turns ?? view.turns,
    scores: to.scores ?? view.scores,
    presence: to.presence ?? view.presence,
    graceUntil: to.graceUntil ?? view.graceUntil,
    halted: to.halted ?? view.halted,
    rematch: to.rematch ?? view.rematch,
    ended: to.ended ?? view.ended,
  };
}

/** Events that follow one another; `version` is that of the match after the last. */
export type Advance = { readonly version: number; readonly events: readonly ViewEvent[] };

/** The view after those events, some of which, or all, it may have already; null where some before them are missing. */
export function advanceView(view: View, { version, events }: Advance): View | null {
  const ahead = version - view.version;
  if (ahead <= 0) return view;
  return ahead > events.length ? null : events.slice(-ahead).reduce(foldView, view);
}

function changes(view: View, event: ViewEvent): Partial<View> {
  switch (event.type) {
    case 'opened': {
      return { turns: [...view.turns, turnAt(event, { ...NOTHING_YET, deadline: event.deadline })] };
    }
    case 'sealed':
      return changeTurn(view, event.turn, (turn) => ({
        mine: event.side === view.viewer ? event.answer : turn.mine,
        sealed: withSide(turn.sealed, event.side, true),
      }));
    case 'sealed-by':
      return changeTurn(view, event.turn, (turn) => ({ sealed: withSide(turn.sealed, event.side, true) }));
    case 'closed': {
      const { verdicts, outcomes, until } = event;
      return {
        scores: [addPoints(view.scores[0], verdicts[0]), addPoints(view.scores[1], verdicts[1])],
        ...changeTurn(view, event.turn, () => ({ closed: { verdicts, outcomes, until } })),
      };
    }
    case 'ready':
      return changeTurn(view, event.turn, (turn) => ({ ready: withSide(turn.ready, event.side, true) }));
    case 'resumed': {
      const { deadline, until } = event;
      return {
        halted: false,
        ...changeTurn(view, event.turn, (turn) => ({ deadline, closed: turn.closed && { ...turn.closed, until } })),
      };
    }
    case 'halted':
      return { halted: true };
    case 'extended': {
      const { deadline, ms } = event;
      return changeTurn(view, event.turn, (turn) => ({ deadline, extra: turn.extra + ms }));
    }
    case 'voided':
      return leaveOut(view, event.turn);
    case 'disputed':
      return changeTurn(view, event.turn, (turn) => ({ disputedBy: [...turn.disputedBy, event.side] }));
    case 'away':
      return {
        presence: withSide(view.presence, event.side, event.onPurpose ? 'left' : 'away'),
        graceUntil: withSide(view.graceUntil, event.side, event.until),
      };
    case 'back':
      return settle(view, event.side, 'here');
    case 'bot-took':
      return settle(view, event.side, 'bot');
    case 'rematch-offered':
      return { rematch: { ...view.rematch, offeredBy: [...view.rematch.offeredBy, event.side] } };
    case 'rematch-agreed':
      return { rematch: { ...view.rematch, matchId: event.matchId } };
    case 'ended': {
      const { reason, by, winner } = event;
      return {
        halted: false,
        ended: { reason, by, winner },
        settings: { ...view.settings, scenario: event.scenario ?? view.settings.scenario },
      };
    }
    default:
      return event satisfies never;
  }
}

/** Without the turn, everything that counts it is counted anew: scores, the points of later turns, and who has won by points. */
function leaveOut(view: View, voided: number): Partial<View> {
  const turns = view.turns.map((turn) => (turn.turn === voided ? changed(turn, { voided: true }) : turn));
  const counting = turns.filter((turn) => turn.closed && !turn.voided);
  const { pairs, scores } = countAnew(counting.flatMap(({ closed }) => (closed ? [closed.verdicts] : [])));
  const verdictsOf = new Map(counting.map(({ turn }, n) => [turn, pairs[n]]));
  const isByPoints = view.ended?.reason === 'played' || view.ended?.reason === 'stopped';
  return {
    scores,
    turns: turns.map((turn) => {
      const verdicts = verdictsOf.get(turn.turn);
      return turn.closed && verdicts ? changed(turn, { closed: { ...turn.closed, verdicts } }) : turn;
    }),
    ...(view.ended && isByPoints && { ended: { ...view.ended, winner: leaderOf(scores) } }),
  };
}

function settle(view: View, side: Side, presence: Presence): Partial<View> {
  return { presence: withSide(view.presence, side, presence), graceUntil: withSide(view.graceUntil, side, null) };
}

function changeTurn(view: View, turn: number, changesOf: (turn: TurnView) => Partial<Progress>): Pick<View, 'turns'> {
  return { turns: view.turns.map((one) => (one.turn === turn ? changed(one, changesOf(one)) : one)) };
}

/** What of a turn can still change. */
type Progress = Pick<TurnView, 'deadline' | 'mine' | 'sealed' | 'ready' | 'extra' | 'voided' | 'disputedBy' | 'closed'>;

const NOTHING_YET = {
  mine: null,
  sealed: [false, false],
  ready: [false, false],
  extra: 0,
  voided: false,
  disputedBy: [],
  closed: null,
} as const;

function turnAt(opened: Omit<Opened, 'type'>, progress: Progress): TurnView {
  const { deadline, mine, sealed, ready, extra, voided, disputedBy, closed } = progress;
  const { turn, leg, connection, told, asks, ends } = opened;
  return { turn, leg, connection, told, asks, ends, deadline, mine, sealed, ready, extra, voided, disputedBy, closed };
}

function changed(turn: TurnView, to: Partial<Progress>): TurnView {
  return turnAt(turn, {
    deadline: to.deadline === undefined ? turn.deadline : to.deadline,
    mine: to.mine ?? turn.mine,
    sealed: to.sealed ?? turn.sealed,
    ready: to.ready ?? turn.ready,
    extra: to.extra ?? turn.extra,
    voided: to.voided ?? turn.voided,
    disputedBy: to.disputedBy ?? turn.disputedBy,
    closed: to.closed ?? turn.closed,
  });
}

/** The pair with one side's part replaced. */
export function withSide<T>(pair: readonly [T, T], side: Side, value: T): readonly [T, T] {
  return side === 0 ? [value, pair[1]] : [pair[0], value];
}

/** A match of a class or homework: who plays it has not chosen it. */
export function isSetByInstructor({ kind }: Pick<Settings, 'kind'>): boolean {
  return kind === 'class' || kind === 'homework';
}

/** Which of the two the turn asks for a move; the other one predicts. */
export function isAsked(turn: Pick<TurnView, 'asks' | 'leg'>, side: Side): boolean {
  return turn.asks.some((ask) => ask.at === roleOf(side, turn.leg));
}
