/** Moves that are wrong by every reading of the rules, and what speaks against each. */
import { judge, segmentProposed, toRightAnswer, type Judgement } from '../match/judge.ts';
import { isPlainlyWrong, mistakesAt } from '../match/mistakes.ts';
import { misconceptionsIn, misconceptionsLike, type MisconceptionId } from '../match/misconceptions.ts';
import { asProposal, typicalMistakes } from '../match/typical-mistakes.ts';
import type { Level, Proposal } from '../match/vocabulary.ts';
import { shuffle, type Random } from '../scenarios/random.ts';
import { ruleOf, type RuleId } from '../tcp/rules.ts';
import { STATES } from '../tcp/vocabulary.ts';
import { decisiveRule } from './decisive-rule.ts';
import type { Situation } from './situations.ts';
import type { Move, Reason } from './vocabulary.ts';

export type WrongMove = {
  readonly move: Move;
  /** All known mistakes that it may be said to show, the likeliest first. */
  readonly shows: readonly MisconceptionId[];
  /** All that make such a wrong answer, there or elsewhere. */
  readonly like: readonly MisconceptionId[];
  /** The likeliest mistake, or else the rule that it breaks. */
  readonly reason: Extract<Reason, { type: 'misconception' | 'rule' }>;
};

/** Known mistakes first, each kind of them once before any again; then others that people make, then any state. No two look alike. */
export function wrongMovesTo(situation: Situation, random: Random): readonly WrongMove[] {
  const { play, at, answer } = situation;
  const known = shuffle(random, mistakesAt(play, situation, 1));
  const isFirst = ({ shows }: (typeof known)[number], index: number) => known.findIndex((one) => one.shows[0] === shows[0]) === index;
  const ranked = [...known.filter(isFirst), ...known].map(({ proposal }) => proposal);
  const typical = shuffle(random, typicalMistakes(answer, play.endpoints[at], 1));
  const others = shuffle(random, STATES).map((state) => asProposal({ segment: answer.segment, state }, 1));
  const all = [...ranked, ...typical, ...others].flatMap((proposal) => wrongMove(situation, proposal, 1) ?? []);
  return all.filter(({ move }, index) => all.findIndex((one) => looksLike(one.move, move)) === index);
}

/** Null where it is right in some spelling: at level 1 by flags, data or not, and state; above that by its numbers as well. */
export function wrongMove(situation: Situation, proposal: Proposal, level: Level): WrongMove | null {
  const judgement = judge(situation.play, situation, proposal, level);
  if (!isPlainlyWrong(proposal, judgement)) return null;
  const { play, at, event } = situation;
  const answers = judgement.answers.map(toRightAnswer);
  const mistake = { ...judgement, answers, endpoint: play.endpoints[at], event, proposal };
  const shows = misconceptionsIn(mistake);
  const [id] = shows;
  return {
    move: { segment: segmentProposed(play, situation, proposal), state: proposal.state },
    shows,
    like: misconceptionsLike(mistake),
    reason: id ? { type: 'misconception', id } : { type: 'rule', id: ruleAgainst(situation, judgement) },
  };
}

/** Of the rules that give the right answer, the one that has to do with what is wrong. */
function ruleAgainst({ answer: { rules } }: Situation, { segmentRight }: Judgement): RuleId {
  return rules.findLast((id) => (segmentRight ? ruleOf(id).next !== 'same' : ruleOf(id).reply !== 'nothing')) ?? decisiveRule(rules);
}

/** Whether they are shown alike: by their flags, by whether they carry data, and by the state. */
export function looksLike(a: Move, b: Move): boolean {
  const look = ({ segment, state }: Move) => `${segment ? segment.flags.join() : 'nothing'} ${(segment?.len ?? 0) > 0} ${state}`;
  return look(a) === look(b);
}
