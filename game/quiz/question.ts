/** Questions out of their sources, and what was answered held against their keys. */
import { randomFrom, type Random } from '../scenarios/random.ts';
import { drawChoices, NOTHING_ASKED, type WrongChoice } from './asking.ts';
import { CONCEPTS, type Concept } from './concepts.ts';
import { ruleIn } from './curriculum.ts';
import { MAKERS } from './makers.ts';
import { playFirst } from './situations.ts';
import type { CardId, Choice, ChoiceKey, Given, Key, Made, QuestionKind, QuestionSource } from './vocabulary.ts';

/** The kinds in which the card can be asked about; at least one. */
export function kindsOf(card: CardId): readonly QuestionKind[] {
  const rule = ruleIn(card);
  return rule === null ? ['concept'] : MAKERS.filter(({ rules }) => rules.includes(rule)).map(({ kind }) => kind);
}

/** The same source makes the same question. Its kind is one of `kindsOf` its card. */
export function makeQuestion({ kind, card, seed }: QuestionSource): Made {
  const random = randomFrom(seed);
  const rule = ruleIn(card);
  const made = rule === null ? null : MAKERS.find((maker) => maker.kind === kind && maker.rules.includes(rule))?.make(rule, random);
  const concept = CONCEPTS.find(({ id }) => card === `concept:${id}`);
  if (made) return made;
  if (!concept || kind !== 'concept') throw new Error(`no question of ${kind} about ${card}`);
  return askConcept(concept, random);
}

/** Plays the script that the question is most likely made of: so much less is left to do when it is made. Changes nothing about it. */
export function playAhead({ card, seed }: QuestionSource): void {
  if (ruleIn(card) !== null) playFirst(randomFrom(seed));
}

function askConcept({ id, choices, right: rightKey }: Concept, random: Random): Made {
  const asChoice = (key: ChoiceKey): Choice => ({ type: 'concept', key });
  const wrong = choices.filter((key) => key !== rightKey);
  const { form, right, reasons } = drawChoices(
    asChoice(rightKey),
    wrong.map((key): WrongChoice => ({ choice: asChoice(key), reason: { type: 'concept', key } })),
    random,
  );
  return {
    question: { kind: 'concept', card: `concept:${id}`, asked: NOTHING_ASKED, scene: null, form },
    key: { right, rules: [], reasons, scene: null },
  };
}

/** Whether what was given is what the key asks for. Of another form than the question, it is wrong. */
export function isRight({ right }: Key, given: Given): boolean {
  switch (right.type) {
    case 'choice':
      return given.type === 'choice' && given.index === right.index;
    case 'order':
      return given.type === 'order' && given.states.join() === right.states.join();
    case 'numbers':
      return given.type === 'numbers' && given.seq === right.seq && given.ack === right.ack;
    default:
      return right satisfies never;
  }
}
