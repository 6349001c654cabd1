/** Fill in SEQ and ACK. */
import type { Random } from '../../scenarios/random.ts';
import type { RuleId } from '../../tcp/rules.ts';
import { answeredScene, askedOf, openScene, questionOf } from '../asking.ts';
import type { Maker } from '../maker.ts';
import { sentBy, SENDING_RULES } from '../sending.ts';
import { situationOf } from '../situations.ts';
import type { Made } from '../vocabulary.ts';

export const NUMBERS: Maker = { kind: 'numbers', rules: SENDING_RULES, make };

/** Where two readings send the same flags, they send the same numbers: a test holds it. */
function make(rule: RuleId, random: Random): Made {
  const situation = situationOf(rule, random);
  const { answer } = situation;
  const { flags, seq, ack, len } = sentBy(answer);
  return {
    question: {
      ...questionOf('numbers', rule, openScene(situation)),
      asked: { ...askedOf(situation), to: answer.state, blank: { flags, len, ack: ack !== null } },
      form: { type: 'numbers' },
    },
    key: { right: { type: 'numbers', seq, ack }, rules: answer.rules, reasons: [], scene: answeredScene(situation) },
  };
}
