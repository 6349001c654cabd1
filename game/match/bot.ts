/** A player that the host plays. It sees what a player in its seat sees, knows the rules, and errs as often as its strength says. */
import { answersAt, type Happening } from '../scenarios/play.ts';
import { drawOne, type Random } from '../scenarios/random.ts';
import type { Answer } from '../tcp/answers.ts';
import { isPredicted, judge, type Ends } from './judge.ts';
import { happeningOf, openTurnOf, type Match } from './match.ts';
import { asProposal, typicalMistakes } from './typical-mistakes.ts';
import { roleOf } from './view.ts';
import type { AnswerCommand } from './decide.ts';
import type { BotStrength, Level, Prediction, Proposal, Side } from './vocabulary.ts';

/** The share of answers that a bot of each strength gets right, 0 to 1. */
export const BOT_ACCURACY: Record<BotStrength, number> = { novice: 0.55, skilled: 0.8, perfect: 1 };

/** What a bot in that seat answers to the open turn. */
export function botAnswer(match: Match, side: Side, strength: BotStrength, random: Random): AnswerCommand {
  const { turn, leg } = openTurnOf(match);
  const command = { side, turn, seat: roleOf(side, leg), by: 'bot' } as const;
  const own = happeningOf(match, side);
  if (own) return { ...command, kind: 'proposal', answer: botProposal(match.play, own, match.record.settings.level, strength, random) };
  const errs = random() >= BOT_ACCURACY[strength];
  const [others] = match.happenings;
  if (!others) throw new Error('a turn that asks nobody');
  return { ...command, kind: 'prediction', answer: predict(match, others, errs, random) };
}

/** What a bot of that strength proposes to a happening at its end. */
export function botProposal(ends: Ends, happening: Happening, level: Level, strength: BotStrength, random: Random): Proposal {
  const errs = random() >= BOT_ACCURACY[strength];
  const right = canonicalAt(ends, happening);
  const mistakes = errs
    ? typicalMistakes(right, ends.endpoints[happening.at], level).filter((one) => isWrong(ends, happening, one, level))
    : [];
  return mistakes.length > 0 ? drawOne(random, mistakes) : asProposal(right, level);
}

function predict(match: Match, happening: Happening, errs: boolean, random: Random): Prediction {
  const right = canonicalAt(match.play, happening);
  const guesses = typicalMistakes(right, match.play.endpoints[happening.at], 1).map(
    ({ segment, state }): Prediction => ({ flags: segment?.flags ?? null, state }),
  );
  const mistakes = errs ? guesses.filter((one) => !isPredicted(one, answersAt(match.play, happening))) : [];
  return mistakes.length > 0 ? drawOne(random, mistakes) : { flags: right.segment?.flags ?? null, state: right.state };
}

function canonicalAt(ends: Ends, happening: Happening): Answer {
  const [canonical] = answersAt(ends, happening);
  if (!canonical) throw new Error('an event without an answer');
  return canonical;
}

function isWrong(ends: Ends, happening: Happening, proposal: Proposal, level: Level): boolean {
  const { segmentRight, stateRight } = judge(ends, happening, proposal, level);
  return !(segmentRight && stateRight);
}
