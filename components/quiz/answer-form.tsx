import type { Given } from '#game/quiz/vocabulary.ts';
import { ChoiceList } from './choice-list.tsx';
import { NumbersForm } from './numbers-form.tsx';
import { OrderForm } from './order-form.tsx';
import type { AskedTexts } from './quiz-texts.ts';
import type { ShownQuestion } from './shown-question.ts';

export type AnswerFormProps = {
  readonly question: ShownQuestion;
  readonly given: Given | null;
  /** Null as long as nothing is judged; until then an answer can be given again. */
  readonly right: Given | null;
  /** Choices that a hint has struck out. */
  readonly struck: readonly number[];
  readonly labelledBy: string;
  /** Whether an answer is given as soon as it is whole, and anew with each change, without a press that asks for the verdict. */
  readonly givesAtOnce?: boolean;
  readonly texts: AskedTexts;
  readonly onGive: (given: Given) => void;
};

/** The answer to a question, in whatever form it is asked. */
export function AnswerForm({ question, given, right, struck, labelledBy, givesAtOnce = false, texts, onGive }: AnswerFormProps) {
  const { form } = question;
  switch (form.type) {
    case 'choose':
      return (
        <ChoiceList
          card={question.card}
          choices={form.choices}
          chosen={given?.type === 'choice' ? given.index : null}
          right={right?.type === 'choice' ? right.index : null}
          struck={struck}
          labelledBy={labelledBy}
          texts={texts}
          onChoose={(index) => onGive({ type: 'choice', index })}
        />
      );
    case 'order':
      return (
        <OrderForm
          states={form.states}
          given={given?.type === 'order' ? given.states : null}
          right={right?.type === 'order' ? right.states : null}
          givesAtOnce={givesAtOnce}
          onGive={(states) => onGive({ type: 'order', states })}
        />
      );
    case 'numbers':
      return (
        <NumbersForm
          hasAck={question.asked.blank?.ack ?? false}
          given={given?.type === 'numbers' ? given : null}
          right={right?.type === 'numbers' ? right : null}
          givesAtOnce={givesAtOnce}
          onGive={onGive}
        />
      );
    default:
      return form satisfies never;
  }
}
