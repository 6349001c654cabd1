/** Which event led from S to T? */
import { isPredicted } from '../../match/judge.ts';
import { shuffle, type Random } from '../../scenarios/random.ts';
import { movesTo, type Answer } from '../../tcp/answers.ts';
import { RULES, type RuleId } from '../../tcp/rules.ts';
import type { Event } from '../../tcp/vocabulary.ts';
import { answeredScene, askedOf, drawChoices, questionOf, type WrongChoice } from '../asking.ts';
import { decisiveRule } from '../decisive-rule.ts';
import { EXTRAS, USUAL } from '../extras.ts';
import type { Maker } from '../maker.ts';
import { situationOf, type Situation } from '../situations.ts';
import type { Made, Move } from '../vocabulary.ts';

export const EVENT: Maker = { kind: 'event', rules: RULES.map(({ id }) => id), make };

function make(rule: RuleId, random: Random): Made {
  const situation = situationOf(rule, random);
  const { event, scene, answer } = situation;
  const { segment, state, rules } = answer;
  const { form, right, reasons } = drawChoices({ type: 'event', event }, wrongChoices(situation, random), random);
  return {
    question: {
      ...questionOf('event', rule, scene),
      asked: { ...askedOf(situation), event: null, to: state, moves: [{ segment, state }] },
      form,
    },
    key: { right, rules, reasons, scene: answeredScene(situation) },
  };
}

/** What would have come of another event, by the canonical answer. */
type Other = { readonly event: Event; readonly answer: Answer };

/** Three, rather such as lead to the same state or send the same; one of them is of the same sort as the right one, a call, say. */
function wrongChoices(situation: Situation, random: Random): readonly WrongChoice[] {
  const others = shuffle(random, othersIn(situation, random)).toSorted((a, b) => likeness(b, situation) - likeness(a, situation));
  const [first] = others;
  const second = others.find((one) => one !== first && isOfOneSort(one.event, situation.event));
  return [first, second, ...others.filter((one) => one !== first && one !== second)]
    .filter((one) => one !== undefined)
    .slice(0, 3)
    .map(({ event, answer }) => ({ choice: { type: 'event', event }, reason: { type: 'rule', id: decisiveRule(answer.rules) } }));
}

function isOfOneSort(a: Event, b: Event): boolean {
  const sort = ({ type }: Event) => (type === 'segment' || type === 'timeout' ? type : 'call');
  return sort(a) === sort(b);
}

function othersIn({ play, at, event, answer }: Situation, random: Random): readonly Other[] {
  const events = [event, ...[...EXTRAS, ...USUAL].flatMap(({ happen }) => happen(play, at, random)?.event ?? [])];
  const looks = events.map(lookOf);
  const others = events.filter((_, index) => looks.indexOf(looks[index] ?? '') === index).slice(1);
  return others.flatMap((other) => {
    const answers = movesTo(play.endpoints[at], other);
    const [canonical] = answers;
    return !canonical || canonical.rules.length === 0 || leadsTo(answers, answer) ? [] : [{ event: other, answer: canonical }];
  });
}

/** In any spelling, and by any reading. */
function leadsTo(answers: readonly Answer[], { segment, state }: Move): boolean {
  const withAsMuch = answers.filter((one) => (one.segment?.len ?? 0) > 0 === (segment?.len ?? 0) > 0);
  return isPredicted({ flags: segment?.flags ?? null, state }, withAsMuch);
}

/** 0 to 2. */
function likeness({ answer: { segment, state } }: Other, { answer }: Situation): number {
  return Number(state === answer.state) + Number(segment?.flags.join() === answer.segment?.flags.join());
}

/** An initial sequence number is not shown. */
function lookOf({ iss: _, ...shown }: Event): string {
  return JSON.stringify(shown);
}
