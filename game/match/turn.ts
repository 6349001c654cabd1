/** How a turn opens and how it closes: the two places where the play of a match is read. */
import { resolve, type Happening, type Next } from '../scenarios/play.ts';
import type { Endpoint } from '../tcp/endpoint.ts';
import { isPredicted, judge, offeredBy, type Judgement } from './judge.ts';
import { nextOf, openTurnOf, type Match } from './match.ts';
import { toOutcome, toTold } from './outcomes.ts';
import { leaderOf, pointsForMove, pointsForPrediction } from './scoring.ts';
import { verdictOf, worthIn } from './verdict.ts';
import { roleOf, sideOf } from './view.ts';
import type { By, End, Entry, Prediction, PredictionVerdict, Proposal, Side, Verdict } from './vocabulary.ts';

/** Times that the host sets, in milliseconds. */
export type Times = {
  /** How long a verdict stays in timed play. */
  readonly verdict: number;
  /** How long a seat waits for a player whose links are gone, and for one who left on purpose. */
  readonly grace: number;
  readonly leaveGrace: number;
  /** After how long a silent player of an untimed match can be replaced. */
  readonly idle: number;
  /** What a deadline gives for the way to the host: the same for everybody, so that nobody gains by claiming a slow link. */
  readonly allowance: number;
  /** After how long a match without players is given up. */
  readonly abandon: number;
};

/** The entry that opens the next turn, or the one that ends the match. */
export function openNext(match: Match, now: number): Entry {
  const leg = match.view.turns.at(-1)?.leg ?? 0;
  const next = nextOf(match, leg);
  if (next.happenings.length > 0) return opened(match, leg, next, now);
  const hasSecondLeg = leg === 0 && match.record.legs.length > 1;
  return hasSecondLeg ? opened(match, 1, nextOf(match, 1), now) : endedByPlay(match);
}

function opened(match: Match, leg: 0 | 1, { play, told, happenings }: Next, now: number): Entry {
  return {
    type: 'opened',
    turn: match.view.turns.length,
    leg,
    connection: play.connection,
    told: told.map(toTold),
    asks: happenings.map((happening) => ({ ...happening, offered: offeredBy(happening) })),
    ends: { client: toEnd(play.endpoints.client), server: toEnd(play.endpoints.server) },
    deadline: deadlineFrom(match, now),
  };
}

export function deadlineFrom(match: Match, now: number): number | null {
  const { turnSeconds } = match.record.settings;
  return turnSeconds === null ? null : now + turnSeconds * 1_000;
}

/** When the next turn opens by itself; null in untimed play, where both have to be ready. */
export function verdictUntil(match: Match, now: number, times: Times): number | null {
  return match.record.settings.turnSeconds === null ? null : now + times.verdict;
}

function endedByPlay({ view }: Match): Entry {
  return { type: 'ended', reason: 'played', by: null, winner: leaderOf(view.scores) };
}

function toEnd({ state, iss, sndUna, sndNxt, rcvNxt }: Endpoint): End {
  return { state, iss, sndUna, sndNxt, rcvNxt };
}

type Judged = { readonly happening: Happening; readonly proposal: Proposal | null; readonly judgement: Judgement };

/** The entry that closes the open turn with what has been sealed; what was not counts as missed. */
export function closeTurn(match: Match, now: number, times: Times): Entry {
  const judged = match.happenings.map((happening) => judgeOne(match, happening));
  const { done } = resolve(
    match.play,
    judged.map(({ happening, judgement }) => ({ at: happening.at, answer: answerTaken(judgement) })),
  );
  return {
    type: 'closed',
    turn: openTurnOf(match).turn,
    verdicts: [verdictFor(match, 0, judged), verdictFor(match, 1, judged)],
    outcomes: done.map(toOutcome),
    until: verdictUntil(match, now, times),
  };
}

function judgeOne(match: Match, happening: Happening): Judged {
  const side = sideOf(happening.at, openTurnOf(match).leg);
  const proposal = (match.sealed[side]?.answer ?? null) as Proposal | null;
  return { happening, proposal, judgement: judge(match.play, happening, proposal, match.record.settings.level) };
}

function answerTaken({ answers, took }: Judgement) {
  const answer = answers[took];
  if (!answer) throw new Error(`no answer ${took}`);
  return answer;
}

function verdictFor(match: Match, side: Side, judged: readonly Judged[]): Verdict | PredictionVerdict {
  const role = roleOf(side, openTurnOf(match).leg);
  const own = judged.find(({ happening }) => happening.at === role);
  const others = judged.find(({ happening }) => happening.at !== role);
  if (own) return moveVerdict(match, side, own);
  if (others) return predictionVerdict(match, side, others);
  throw new Error('a turn that asks nobody');
}

function moveVerdict(match: Match, side: Side, { happening, proposal, judgement }: Judged): Verdict {
  const { segmentRight, stateRight } = judgement;
  const points = pointsForMove({
    segmentRight,
    stateRight,
    worth: worthAt(match, happening, judgement),
    streak: match.view.scores[side].streak,
    timeLeft: timeLeft(match, side),
  });
  return { ...verdictOf(match.play, happening, proposal, judgement), by: answeredBy(match, side), points };
}

function predictionVerdict(match: Match, side: Side, { happening, judgement }: Judged): PredictionVerdict {
  const chosen = (match.sealed[side]?.answer ?? null) as Prediction | null;
  const right = chosen !== null && isPredicted(chosen, judgement.answers);
  const points = pointsForPrediction(right, worthAt(match, happening, judgement));
  return { kind: 'prediction', chosen, by: answeredBy(match, side), right, points };
}

function worthAt(match: Match, { at }: Happening, { answers }: Judgement): number {
  return worthIn(match.play.endpoints[at].state, answers);
}

/** A bot that the match was made with answers for itself; one that holds a person's seat does not. */
function answeredBy(match: Match, side: Side): By {
  if (match.view.parties[side].bot !== null) return 'player';
  const presence = match.view.presence[side];
  return match.sealed[side]?.by ?? (presence === 'here' ? 'player' : 'nobody');
}

/** The share of the turn that was left, 0 to 1; null in untimed play and where speed earns nothing. */
function timeLeft(match: Match, side: Side): number | null {
  const { turnSeconds, speedPoints } = match.record.settings;
  const sealed = match.sealed[side];
  return turnSeconds === null || !speedPoints || !sealed ? null : 1 - sealed.ms / (turnSeconds * 1_000);
}
