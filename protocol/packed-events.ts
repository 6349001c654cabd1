/** The `events` message as it goes over a link: what comes with every turn is packed. docs/protocol.md has the order of the fields. */
import { FLAGS, type Segment, STATES } from '#game/tcp/vocabulary.ts';
import type { ViewEvent } from '#game/match/view.ts';
import type {
  Ask,
  End,
  Entry,
  Ghost,
  Outcome,
  Points,
  Prediction,
  PredictionVerdict,
  Proposal,
  RightAnswer,
  Told,
  Verdict,
} from '#game/match/vocabulary.ts';
import {
  asItIs,
  fieldsOf,
  listOf,
  oneOf,
  orAbsent,
  orNull,
  type Packed,
  type Packing,
  pairOf,
  placeIn,
  type Shapes,
  someOf,
  yesOrNo,
} from './packing.ts';

/** What has happened in a match at once. `version` is that after the last event; `now` is the host's clock, in milliseconds since 1970. */
export type EventsMessage = {
  readonly matchId: string;
  readonly version: number;
  readonly now: number;
  readonly events: readonly ViewEvent[];
};
export type PackedEvents = readonly Packed[];

const flags = someOf(FLAGS);
const state = placeIn(STATES);
const segment = fieldsOf<Segment>({ flags, seq: asItIs(), ack: asItIs(), len: asItIs(), wnd: orAbsent(asItIs()) });

/** What happens at an end has a type, and of the others those that belong to it. */
const happens = fieldsOf({
  type: asItIs(),
  segment: orAbsent(segment),
  iss: orAbsent(asItIs()),
  len: orAbsent(asItIs()),
  timer: orAbsent(asItIs()),
  joined: orAbsent(asItIs()),
}) as Packing<object>;

const outcome = fieldsOf<Outcome>({ at: asItIs(), state, segment: orNull(segment), lost: yesOrNo });
const end = fieldsOf<End>({ state, iss: asItIs(), sndUna: asItIs(), sndNxt: asItIs(), rcvNxt: asItIs() });

const proposal = fieldsOf<Proposal>({
  state,
  segment: orNull(fieldsOf({ flags, data: yesOrNo, seq: asItIs(), ack: asItIs() })),
});
const prediction = fieldsOf<Prediction>({ state, flags: orNull(flags) });

const right = fieldsOf<RightAnswer>({ state, segment: orNull(segment), rules: asItIs() });
const ghost = oneOf<'kind', Ghost>('kind', {
  segment: fieldsOf({ segment, from: state, to: state, reply: orNull(segment), rules: asItIs() }),
  silence: fieldsOf({ timer: asItIs(), running: yesOrNo }),
});
const points = fieldsOf<Points>({ base: asItIs(), streak: asItIs(), speed: asItIs(), total: asItIs() });
const verdict = oneOf<'kind', Verdict | PredictionVerdict>('kind', {
  move: fieldsOf({
    at: asItIs(),
    chosen: orNull(proposal),
    by: asItIs(),
    segmentRight: yesOrNo,
    stateRight: yesOrNo,
    took: asItIs(),
    answers: listOf(right),
    points,
    misconception: asItIs(),
    ghost: orNull(ghost),
    spelling: asItIs(),
  }),
  prediction: fieldsOf({ chosen: orNull(prediction), by: asItIs(), right: yesOrNo, points }),
});

/** A player's own answer: a move, or what the other one's will be. */
const answer: Packing<Proposal | Prediction> = {
  pack: (value) => ('segment' in value ? [1, proposal.pack(value)] : [0, prediction.pack(value)]),
  unpack: (packed) => {
    const [isMove, value = null] = packed as readonly Packed[];
    return isMove === 1 ? proposal.unpack(value) : prediction.unpack(value);
  },
};

type Usual = Extract<Entry | ViewEvent, { type: 'opened' | 'sealed' | 'sealed-by' | 'closed' | 'ready' }>;
const SHAPES: Shapes<'type', Usual> = {
  opened: fieldsOf({
    turn: asItIs(),
    leg: asItIs(),
    connection: asItIs(),
    told: listOf(fieldsOf<Told>({ at: asItIs(), event: happens as Packing<Told['event']>, outcome })),
    asks: listOf(fieldsOf<Ask>({ at: asItIs(), event: happens as Packing<Ask['event']>, offered: asItIs() })),
    ends: fieldsOf({ client: orNull(end), server: orNull(end) }),
    deadline: asItIs(),
  }),
  sealed: fieldsOf({ turn: asItIs(), side: asItIs(), answer, ms: asItIs(), by: asItIs() }),
  'sealed-by': fieldsOf({ turn: asItIs(), side: asItIs() }),
  closed: fieldsOf({ turn: asItIs(), verdicts: pairOf(verdict), outcomes: listOf(outcome), until: asItIs() }),
  ready: fieldsOf({ turn: asItIs(), side: asItIs() }),
};
const usual = oneOf('type', SHAPES);

function isUsual(event: ViewEvent): event is Usual {
  return event.type in SHAPES;
}

/** A list for what comes with every turn; anything else stays an object with a `type`. */
const event: Packing<ViewEvent> = {
  pack: (value) => (isUsual(value) ? usual.pack(value) : value),
  unpack: (packed) => (Array.isArray(packed) ? usual.unpack(packed) : (packed as ViewEvent)),
};
const message = fieldsOf<EventsMessage>({ matchId: asItIs(), version: asItIs(), now: asItIs(), events: listOf(event) });

export function packEvents(events: EventsMessage): PackedEvents {
  return message.pack(events) as PackedEvents;
}

export function unpackEvents(packed: PackedEvents): EventsMessage {
  return message.unpack(packed);
}
