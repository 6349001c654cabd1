/** Short words for the hand-made views of the gallery. */
import type { TurnView, View } from '#game/match/view.ts';
import type {
  Ask,
  End,
  Ghost,
  Outcome,
  Prediction,
  PredictionVerdict,
  Proposal,
  RightAnswer,
  Told,
  Verdict,
} from '#game/match/vocabulary.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import type { Flag, Role, Segment, State } from '#game/tcp/vocabulary.ts';

export const NOW = Date.UTC(2026, 10, 22, 9, 30);

/** segment('FIN ACK', 301, 801) */
export function segment(flags: string, seq: number, ack: number | null = null, len = 0): Segment {
  return { flags: flags.split(' ') as Flag[], seq, ack, len };
}

export function arrives(at: Role, sent: Segment): Ask {
  return { at, event: { type: 'segment', segment: sent }, offered: 0 };
}

export function told(at: Role, event: Told['event'], state: State, sent: Segment | null = null): Told {
  return { at, event, outcome: did(at, sent, state) };
}

export function did(at: Role, sent: Segment | null, state: State, lost = false): Outcome {
  return { at, segment: sent, state, lost };
}

export function right(sent: Segment | null, state: State, ...rules: RuleId[]): RightAnswer {
  return { segment: sent, state, rules };
}

/** The proposal that says an answer. */
export function saying({ segment: sent, state }: RightAnswer): Proposal {
  return { segment: sent && { flags: sent.flags, seq: sent.seq, ack: sent.ack, data: sent.len > 0 }, state };
}

export function rightMove(at: Role, answer: RightAnswer): Verdict {
  return move(at, saying(answer), [answer], {
    segmentRight: true,
    stateRight: true,
    points: { base: 90, streak: 10, speed: 6, total: 106 },
  });
}

type MoveParts = Partial<Pick<Verdict, 'segmentRight' | 'stateRight' | 'points' | 'spelling' | 'by' | 'misconception'>> & {
  readonly ghost?: Ghost;
};

export function move(at: Role, chosen: Proposal | null, answers: readonly RightAnswer[], parts: MoveParts = {}): Verdict {
  const points = { base: 0, streak: 0, speed: 0, total: 0 };
  return {
    kind: 'move',
    at,
    chosen,
    by: 'player',
    segmentRight: false,
    stateRight: false,
    took: 0,
    answers,
    spelling: null,
    ghost: null,
    misconception: null,
    points,
    ...parts,
  };
}

export function prediction(chosen: Prediction | null, isRight: boolean): PredictionVerdict {
  const total = isRight ? 30 : 0;
  return { kind: 'prediction', chosen, by: 'player', right: isRight, points: { base: total, streak: 0, speed: 0, total } };
}

export function end(state: State, iss: number, sndUna: number, sndNxt: number, rcvNxt: number): End {
  return { state, iss, sndUna, sndNxt, rcvNxt };
}

const OPEN_TURN: Omit<TurnView, 'turn' | 'asks'> = {
  leg: 0,
  connection: 0,
  told: [],
  ends: { client: null, server: null },
  deadline: NOW + 14_000,
  mine: null,
  sealed: [false, false],
  ready: [false, false],
  extra: 0,
  voided: false,
  disputedBy: [],
  closed: null,
};

export function turn(number: number, asks: readonly Ask[], parts: Partial<TurnView> = {}): TurnView {
  return { ...OPEN_TURN, turn: number, asks, ...parts };
}

/** A turn in which the client and the server, in this order, got these verdicts; `leg` 0. */
export function closed(
  number: number,
  asks: readonly Ask[],
  outcomes: readonly Outcome[],
  verdicts: NonNullable<TurnView['closed']>['verdicts'],
  parts: Partial<TurnView> = {},
): TurnView {
  return turn(number, asks, { sealed: [true, true], closed: { verdicts, outcomes, until: NOW + 6_000 }, ...parts });
}

const MEI = { points: 1240, streak: 3, moves: 5, rightMoves: 4, predictions: 2, rightPredictions: 1 };
const JONAS = { points: 1185, streak: 0, moves: 5, rightMoves: 4, predictions: 3, rightPredictions: 2 };

export function match(turns: readonly TurnView[], parts: Partial<View> = {}): View {
  return {
    matchId: 'gallery1',
    viewer: 0,
    version: turns.length,
    settings: { level: 2, turnSeconds: 30, speedPoints: true, kind: 'quick', scenario: null },
    parties: [
      { playerId: 'mei', name: '梅 Mei', bot: null },
      { playerId: 'jonas', name: 'Jonas', bot: null },
    ],
    legTurns: [10, 10],
    turns,
    scores: [MEI, JONAS],
    presence: ['here', 'here'],
    graceUntil: [null, null],
    halted: false,
    rematch: { offeredBy: [], matchId: null },
    ended: null,
    ...parts,
  };
}
