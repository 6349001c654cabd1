/** A player that the host plays. It sees what a player in its seat sees, knows the rules, and errs as often as its strength says. */
import { answersAt, type Happening } from '../scenarios/play.ts';
import { drawOne, type Random } from '../scenarios/random.ts';
import { BOT_ACCURACY, botProposal, canonicalAt } from './bot-proposal.ts';
import { isPredicted } from './judge.ts';
import { happeningOf, openTurnOf, type Match } from './match.ts';
import { typicalMistakes } from './typical-mistakes.ts';
import { roleOf } from './view.ts';
import type { AnswerCommand } from './decide.ts';
import type { BotStrength, Prediction, Side } from './vocabulary.ts';

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

function predict(match: Match, happening: Happening, errs: boolean, random: Random): Prediction {
  const right = canonicalAt(match.play, happening);
  const guesses = typicalMistakes(right, match.play.endpoints[happening.at], 1).map(
    ({ segment, state }): Prediction => ({ flags: segment?.flags ?? null, state }),
  );
  const mistakes = errs ? guesses.filter((one) => !isPredicted(one, answersAt(match.play, happening))) : [];
  return mistakes.length > 0 ? drawOne(random, mistakes) : { flags: right.segment?.flags ?? null, state: right.state };
}
