/** What a bot proposes: the rules with the errors of its strength. It needs no match. */
import { answersAt, type Happening } from '../scenarios/play.ts';
import { drawOne, type Random } from '../scenarios/random.ts';
import type { Answer } from '../tcp/answers.ts';
import { judge, type Ends } from './judge.ts';
import { asProposal, typicalMistakes } from './typical-mistakes.ts';
import type { BotStrength, Level, Proposal } from './vocabulary.ts';

/** The share of answers that a bot of each strength gets right, 0 to 1. */
export const BOT_ACCURACY: Record<BotStrength, number> = { novice: 0.55, skilled: 0.8, perfect: 1 };

/** What a bot of that strength proposes to a happening at its end. */
export function botProposal(ends: Ends, happening: Happening, level: Level, strength: BotStrength, random: Random): Proposal {
  const errs = random() >= BOT_ACCURACY[strength];
  const right = canonicalAt(ends, happening);
  const mistakes = errs
    ? typicalMistakes(right, ends.endpoints[happening.at], level).filter((one) => isWrong(ends, happening, one, level))
    : [];
  return mistakes.length > 0 ? drawOne(random, mistakes) : asProposal(right, level);
}

export function canonicalAt(ends: Ends, happening: Happening): Answer {
  const [canonical] = answersAt(ends, happening);
  if (!canonical) throw new Error('an event without an answer');
  return canonical;
}

function isWrong(ends: Ends, happening: Happening, proposal: Proposal, level: Level): boolean {
  const { segmentRight, stateRight } = judge(ends, happening, proposal, level);
  return !(segmentRight && stateRight);
}
