/** A leg that one person plays without a host: turn after turn, and in a turn one move after the other. */
import { segmentProposed } from '../match/judge.ts';
import { toOutcome, toTold } from '../match/outcomes.ts';
import { isRightVerdict, judgeMove, worthIn } from '../match/verdict.ts';
import type { Ghost, Level, Outcome, Proposal, Told, Verdict } from '../match/vocabulary.ts';
import { answersAt, beginPlay, nextTurn, resolve, type Given, type Happening, type Play } from '../scenarios/play.ts';
import { randomFrom, type Random } from '../scenarios/random.ts';
import type { Leg } from '../scenarios/script.ts';
import type { RuleId } from '../tcp/rules.ts';
import type { Event, Role, State } from '../tcp/vocabulary.ts';

export type Turn = {
  /** Counted from 0. */
  readonly number: number;
  /** As the turn finds it. */
  readonly play: Play;
  readonly told: readonly Told[];
  /** In the order in which they are answered. */
  readonly asks: readonly Happening[];
  /** Of those that have been answered so far. */
  readonly verdicts: readonly Verdict[];
};

/** `first`: whose end is answered first where something happens at both. Null where the leg has nothing to ask. */
export function firstTurn(leg: Leg, first: Role): Turn | null {
  return openTurn(beginPlay(leg), 0, first);
}

/** The turn after one in which everything is answered: the connection goes on with the right answers. Null where the leg is over. */
export function turnAfter(turn: Turn, first: Role): Turn | null {
  return openTurn(resolve(turn.play, given(turn)).play, turn.number + 1, first);
}

function openTurn(before: Play, number: number, first: Role): Turn | null {
  const { play, told, happenings } = nextTurn(before);
  if (happenings.length === 0) return null;
  const asks = happenings.toSorted((a, b) => Number(b.at === first) - Number(a.at === first));
  return { number, play, told: told.map(toTold), asks, verdicts: [] };
}

/** What is to be answered next; undefined where nothing is left. */
export function askIn({ asks, verdicts }: Turn): Happening | undefined {
  return asks[verdicts.length];
}

/** The turn with the next of its moves judged. */
export function withMove(turn: Turn, proposal: Proposal, level: Level): Turn {
  const ask = askIn(turn);
  if (!ask) throw new Error('a turn that asks nothing more');
  return { ...turn, verdicts: [...turn.verdicts, judgeMove(turn.play, ask, proposal, level)] };
}

export function stateAt({ play }: Turn, at: Role): State {
  return play.endpoints[at].state;
}

export function worthOfMove(turn: Turn, { at, answers }: Verdict): number {
  return worthIn(stateAt(turn, at), answers);
}

/** The rules of the canonical answer. */
export function rulesOf({ answers }: Verdict): readonly RuleId[] {
  return answers[0]?.rules ?? [];
}

/** The same for what is asked again, after a step back, with the same rules to decide it. */
export function keyOf({ number, play }: Turn, ask: Happening): string {
  const { state } = play.endpoints[ask.at];
  return `${number} ${ask.at} ${state} ${answersAt(play, ask)[0]?.rules.join(' ')}`;
}

function given({ play, asks, verdicts }: Turn): readonly Given[] {
  return verdicts.flatMap(({ took }, n) => {
    const ask = asks[n];
    const answer = ask && answersAt(play, ask)[took];
    return ask && answer ? [{ at: ask.at, answer }] : [];
  });
}

/** What happened at an end, as a ladder draws it. */
export type Act = { readonly at: Role; readonly event: Event; readonly outcome: Outcome | null; readonly ghost: Ghost | null };

/** `isClaim`: the last move stands as it was proposed, because nobody has said yet whether it is legal. */
export function actsOf(turn: Turn, isClaim: boolean): readonly Act[] {
  const outcomes = resolve(turn.play, given(turn)).done.map(toOutcome);
  return turn.asks.map(({ at, event }, n): Act => {
    const verdict = turn.verdicts[n];
    if (!verdict) return { at, event, outcome: null, ghost: null };
    const isLast = n === turn.verdicts.length - 1;
    if (isClaim && isLast) return { at, event, outcome: claimOf(turn, verdict), ghost: null };
    return { at, event, outcome: outcomes[n] ?? null, ghost: verdict.ghost };
  });
}

/** A move as its player says that it is. */
export function claimOf({ play, asks }: Turn, verdict: Verdict): Outcome | null {
  const { at, chosen, answers, took } = verdict;
  const ask = asks.find((one) => one.at === at);
  if (!ask || !chosen) return null;
  const segment = isRightVerdict(verdict) ? (answers[took]?.segment ?? null) : segmentProposed(play, ask, chosen);
  return { at, segment, state: chosen.state, lost: false };
}

export function isIllegal(verdict: Verdict): boolean {
  return !isRightVerdict(verdict);
}

/** The same for the same move of the same leg, so that whoever goes back meets the same bot. */
export function chanceIn(seed: number, { number, verdicts }: Turn): Random {
  return randomFrom(Math.imul(seed + 1, 0x9e3779b1) + 4 * number + verdicts.length);
}
