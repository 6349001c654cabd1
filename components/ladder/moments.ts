/** What a ladder tells: what happened at the two ends, in the order of time. The turns of a leg are told so, and a capture. */
import type { TurnView } from '#game/match/view.ts';
import type { Ghost, Outcome, Told } from '#game/match/vocabulary.ts';
import type { Role, State } from '#game/tcp/vocabulary.ts';

/** One thing that happened at one end and what came of it. */
export type Act = {
  readonly at: Role;
  /** Null where a segment goes out that nothing of RFC 9293 asks for, as captures show some. */
  readonly event: Told['event'] | null;
  /** Null while the answer is open. */
  readonly outcome: Outcome | null;
  readonly ghost: Ghost | null;
  /** A remark on the segment that goes out, in the reader's language. */
  readonly note?: string | null;
};

/** What happened at the same time. */
export type Moment = {
  /** Unlike any other of its ladder, and the same when more is played. */
  readonly key: string;
  readonly connection: number;
  readonly startsConnection: boolean;
  /** What each end was in before. */
  readonly before: Readonly<Record<Role, State>>;
  readonly acts: readonly Act[];
};

/** Both ends begin a connection in CLOSED. */
const CLOSED_BOTH: Readonly<Record<Role, State>> = { client: 'CLOSED', server: 'CLOSED' };

export function momentsOf(turns: readonly TurnView[]): Moment[] {
  return momentsAlong(turns.map((turn) => ({ ...turn, acts: actsOf(turn) })));
}

/** A turn as far as a ladder tells of it. `acts`: what happened at the same time, after what was told. */
type LadderTurn = Pick<TurnView, 'connection' | 'told'> & { readonly acts: readonly Act[] };

/** `before`: what the ends are in before the first one. */
export function momentsAlong(turns: readonly LadderTurn[], before = CLOSED_BOTH): Moment[] {
  const moments: Moment[] = [];
  for (const { connection, told, acts } of turns) {
    for (const together of [...told.map(toldAct), acts]) {
      moments.push({ key: `${moments.length}`, ...momentAfter(moments.at(-1), before, connection, together) });
    }
  }
  return moments;
}

type States = Moment['before'];

function momentAfter(previous: Moment | undefined, first: States, connection: number, acts: readonly Act[]): Omit<Moment, 'key'> {
  const startsConnection = previous?.connection !== connection;
  const before = startsConnection ? CLOSED_BOTH : statesAfter(previous);
  return { connection, startsConnection, before: previous ? before : first, acts };
}

function statesAfter({ before, acts }: Moment): Readonly<Record<Role, State>> {
  return { ...before, ...Object.fromEntries(acts.flatMap(({ at, outcome }) => (outcome ? [[at, outcome.state]] : []))) };
}

function toldAct({ at, event, outcome }: Told): readonly Act[] {
  return [{ at, event, outcome, ghost: null }];
}

function actsOf(turn: TurnView): readonly Act[] {
  return turn.asks.map(({ at, event }) => ({ at, event, outcome: outcomeAt(turn, at), ghost: ghostAt(turn, at) }));
}

function outcomeAt(turn: TurnView, at: Role): Outcome | null {
  return turn.closed?.outcomes.find((outcome) => outcome.at === at) ?? null;
}

function ghostAt(turn: TurnView, at: Role): Ghost | null {
  const verdict = turn.closed?.verdicts.find((one) => one.kind === 'move' && one.at === at);
  return verdict?.kind === 'move' ? verdict.ghost : null;
}
