/** Which segment is missing on this ladder? */
import { isPredicted } from '../../match/judge.ts';
import { mistakesAt } from '../../match/mistakes.ts';
import { asProposal } from '../../match/typical-mistakes.ts';
import { shuffle, type Random } from '../../scenarios/random.ts';
import type { RuleId } from '../../tcp/rules.ts';
import { add } from '../../tcp/sequence.ts';
import { sameSegment, type Flag, type Role, type Segment } from '../../tcp/vocabulary.ts';
import { answeredScene, askedOf, drawChoices, openScene, questionOf, type WrongChoice } from '../asking.ts';
import type { Maker } from '../maker.ts';
import { sentBy, SENDING_RULES } from '../sending.ts';
import { situationOf, type Situation } from '../situations.ts';
import type { Choice, Made, Move } from '../vocabulary.ts';
import { firstWrong, type WrongMove } from '../wrong-moves.ts';

export const MISSING_SEGMENT: Maker = { kind: 'missing-segment', rules: SENDING_RULES, make };

function make(rule: RuleId, random: Random): Made {
  const situation = situationOf(rule, random);
  const { at, answer } = situation;
  const { form, right, reasons } = drawChoices(asChoice(at, sentBy(answer)), wrongChoices(situation, random), random);
  return {
    question: { ...questionOf('missing-segment', rule, openScene(situation)), asked: { ...askedOf(situation), to: answer.state }, form },
    key: { right, rules: answer.rules, reasons, scene: answeredScene(situation) },
  };
}

function asChoice(from: Role, segment: Segment): Choice {
  return { type: 'segment', from, segment };
}

/** Three: known mistakes first, then numbers that are close and flags that are usual. */
function wrongChoices(situation: Situation, random: Random): readonly WrongChoice[] {
  const { play, at, answer } = situation;
  const known = mistakesAt(play, situation, 2).flatMap(({ proposal }) =>
    proposal.state === answer.state && proposal.segment ? [proposal] : [],
  );
  const near = variantsOf(sentBy(answer)).map((segment) => asProposal({ segment, state: answer.state }, 2));
  const fits = ({ segment }: Move, before: readonly WrongMove[]) =>
    segment !== null && !standsSpelled(segment, situation) && !before.some(({ move }) => sameSegment(move.segment, segment));
  const wrong = firstWrong(situation, [...shuffle(random, known), ...shuffle(random, near)], { level: 2, most: 3, fits });
  return wrong.flatMap(({ move: { segment }, reason }) => (segment ? [{ choice: asChoice(at, segment), reason }] : []));
}

/** With one spelling of a RST right, its number is all that can be wrong in the other (house rule M2). */
function standsSpelled({ flags, seq, ack, len }: Segment, { answers }: Situation): boolean {
  return answers.some((answer) => {
    const { segment: right, state } = answer;
    const isNumbered = right?.seq === seq && right.len === len && (right.ack === null || ack === null || right.ack === ack);
    return isNumbered && isPredicted({ flags, state }, [answer]);
  });
}

const USUAL: readonly (readonly Flag[])[] = [['SYN'], ['SYN', 'ACK'], ['ACK'], ['FIN', 'ACK'], ['RST']];

function variantsOf(segment: Segment): readonly Segment[] {
  const { seq, ack } = segment;
  const acks = ack === null ? [] : [add(ack, 1), add(ack, -1)];
  return [
    ...[add(seq, 1), add(seq, -1)].map((other) => ({ ...segment, seq: other })),
    ...acks.map((other) => ({ ...segment, ack: other })),
    ...USUAL.map((flags) => ({ ...segment, flags, ack: flags.includes('ACK') ? (ack ?? 0) : null })),
  ];
}
