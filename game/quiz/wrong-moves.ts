/** Moves that are wrong by every reading of the rules, and what speaks against each. */
import { holdAgainst, segmentProposed, toRightAnswer, type Held } from '../match/judge.ts';
import { isPlainlyWrong, mistakesAt } from '../match/mistakes.ts';
import { misconceptionsIn, misconceptionsLike, type Mistake, type MisconceptionId } from '../match/misconceptions.ts';
import { asProposal, typicalMistakes } from '../match/typical-mistakes.ts';
import type { Level, Proposal } from '../match/vocabulary.ts';
import { shuffle, type Random } from '../scenarios/random.ts';
import { ruleOf, type RuleId } from '../tcp/rules.ts';
import { STATES } from '../tcp/vocabulary.ts';
import { decisiveRule } from './decisive-rule.ts';
import type { Situation } from './situations.ts';
import type { Move, Reason } from './vocabulary.ts';

export type WrongMove = {
  readonly proposal: Proposal;
  readonly move: Move;
  /** All known mistakes that it may be said to show, the likeliest first. */
  readonly shows: readonly MisconceptionId[];
  /** The likeliest mistake, or else the rule that it breaks. */
  readonly reason: Extract<Reason, { type: 'misconception' | 'rule' }>;
};

/** At most so many: known mistakes first, each kind of them once before any again; then others that people make, then any state. No two look alike. */
export function wrongMovesTo(situation: Situation, most: number, random: Random): readonly WrongMove[] {
  const { play, at, answer } = situation;
  const known = shuffle(random, mistakesAt(play, situation, 1));
  const isFirst = ({ shows }: (typeof known)[number], index: number) => known.findIndex((one) => one.shows[0] === shows[0]) === index;
  const ranked = [...known.filter(isFirst), ...known].map(({ proposal }) => proposal);
  const typical = shuffle(random, typicalMistakes(answer, play.endpoints[at], 1));
  const others = shuffle(random, STATES).map((state) => asProposal({ segment: answer.segment, state }, 1));
  const isNew = (move: Move, before: readonly WrongMove[]) => !before.some((one) => looksLike(one.move, move));
  return firstWrong(situation, [...ranked, ...typical, ...others], { level: 1, most, fits: isNew });
}

/** `fits`: whether a move may stand beside those before it. */
type Wanted = { readonly level: Level; readonly most: number; readonly fits: (move: Move, before: readonly WrongMove[]) => boolean };

/** The first of the proposals that are wrong and fit. */
export function firstWrong(situation: Situation, proposals: readonly Proposal[], { level, most, fits }: Wanted): readonly WrongMove[] {
  const wrong: WrongMove[] = [];
  for (const proposal of proposals) {
    const one = wrong.length < most ? wrongMove(situation, proposal, level) : null;
    if (one && fits(one.move, wrong)) wrong.push(one);
  }
  return wrong;
}

/** Null where it is right in some spelling: at level 1 by flags, data or not, and state; above that by its numbers as well. */
export function wrongMove(situation: Situation, proposal: Proposal, level: Level): WrongMove | null {
  const held = holdAgainst(situation.answers, proposal, level);
  if (!isPlainlyWrong(proposal, held)) return null;
  const shows = misconceptionsIn(asMistake(situation, proposal, held));
  const [id] = shows;
  return {
    proposal,
    move: { segment: segmentProposed(situation.play, situation, proposal), state: proposal.state },
    shows,
    reason: id ? { type: 'misconception', id } : { type: 'rule', id: ruleAgainst(situation, held) },
  };
}

function asMistake({ play, at, event }: Situation, proposal: Proposal, held: Held): Mistake {
  return { ...held, answers: held.answers.map(toRightAnswer), endpoint: play.endpoints[at], event, proposal };
}

/** All known mistakes that make such a wrong answer, there or elsewhere. */
export function mistakesLike(situation: Situation, proposal: Proposal, level: Level): readonly MisconceptionId[] {
  return misconceptionsLike(asMistake(situation, proposal, holdAgainst(situation.answers, proposal, level)));
}

/** Of the rules that give the right answer, the one that has to do with what is wrong. */
function ruleAgainst({ answer: { rules } }: Situation, { segmentRight }: Held): RuleId {
  return rules.findLast((id) => (segmentRight ? ruleOf(id).next !== 'same' : ruleOf(id).reply !== 'nothing')) ?? decisiveRule(rules);
}

/** Whether they are shown alike: by their flags, by whether they carry data, and by the state. */
export function looksLike(a: Move, b: Move): boolean {
  return a.state === b.state && (a.segment?.len ?? 0) > 0 === (b.segment?.len ?? 0) > 0 && flagsIn(a) === flagsIn(b);
}

function flagsIn({ segment }: Move): string {
  return segment ? segment.flags.join() : 'nothing';
}
