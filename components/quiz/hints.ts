/** What helps with a question without telling its answer. Each one that is asked for tells more. */
import type { Made } from '#game/quiz/vocabulary.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import type { State } from '#game/tcp/vocabulary.ts';

export type Hint = {
  /** Choices that are wrong, by their place. */
  readonly struck: readonly number[];
  /** The rules that give the answer. */
  readonly rules: readonly RuleId[];
  /** The state that comes second: the first one is told. */
  readonly second: State | null;
  readonly hasMore: boolean;
};

/** Two choices stay to choose from. */
const LEFT = 2;

/** After `asked` hints. */
export function hintOf({ question, key }: Made, asked: number): Hint {
  const { right, rules } = key;
  if (question.form.type !== 'choose' || right.type !== 'choice') return hintInWords(right, rules, asked);
  const wrong = question.form.choices.map((_, index) => index).filter((index) => index !== right.index);
  const most = Math.max(0, question.form.choices.length - LEFT);
  return { struck: wrong.slice(0, Math.min(asked, most)), rules: [], second: null, hasMore: asked < most };
}

function hintInWords(right: Made['key']['right'], rules: readonly RuleId[], asked: number): Hint {
  const second = right.type === 'order' ? (right.states[1] ?? null) : null;
  const isAsked = asked > 0;
  return {
    struck: [],
    rules: isAsked && !second ? rules : [],
    second: isAsked ? second : null,
    hasMore: !isAsked && (second !== null || rules.length > 0),
  };
}
