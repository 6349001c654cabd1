/** Questions made, as for a session or a paper: by kind, once the scripts that they are made of have been played, and in a fresh process. */
import { TEACHING_ORDER } from '#game/quiz/curriculum.ts';
import { kindsOf, makeQuestion } from '#game/quiz/question.ts';
import { QUESTION_KINDS, type QuestionSource } from '#game/quiz/vocabulary.ts';
import { randomFrom, shuffle } from '#game/scenarios/random.ts';
import { cpuMillis, measure, type Rate } from './measure.ts';

/** Of every kind and card. */
const SEEDS = 4;

/** In an order drawn, which is the same always. */
function sources(): readonly QuestionSource[] {
  const pairs = TEACHING_ORDER.flatMap((card) => kindsOf(card).map((kind) => ({ kind, card })));
  const all = Array.from({ length: SEEDS }, (_, round) => pairs.map((pair, n) => ({ ...pair, seed: round * pairs.length + n })));
  return shuffle(randomFrom(1), all.flat());
}

export function questionRates(): readonly Rate[] {
  const all = sources();
  for (const source of all) makeQuestion(source);
  return [
    rateOf('question made', all),
    ...QUESTION_KINDS.map((kind) =>
      rateOf(
        `question: ${kind}`,
        all.filter((one) => one.kind === kind),
      ),
    ),
  ];
}

function rateOf(name: string, all: readonly QuestionSource[]): Rate {
  let next = 0;
  return measure(name, () => {
    const source = all[next++ % all.length];
    if (source) makeQuestion(source);
    return 1;
  });
}

/** CPU milliseconds of the first question of this process, and of the twenty of a first paper; to be asked for before all else. */
export function firstQuestionTimes(): string {
  const [first, ...others] = sources().slice(0, 20).map(timeOf);
  const paper = others.reduce((sum, one) => sum + one, first ?? 0);
  return `questions in a fresh process: the first ${(first ?? 0).toFixed(1)} ms, the first twenty ${paper.toFixed(1)}, most for one of them ${Math.max(...others).toFixed(1)}\n`;
}

function timeOf(source: QuestionSource): number {
  const began = cpuMillis();
  makeQuestion(source);
  return cpuMillis() - began;
}
