import type { Given } from '#game/quiz/vocabulary.ts';
import { Code } from '#components/code.tsx';
import { ChoiceText } from './choice-text.tsx';
import type { AskedTexts } from './quiz-texts.ts';
import { StateChain } from './state-chain.tsx';
import type { ShownQuestion } from './shown-question.ts';

type GivenTextProps = { readonly question: ShownQuestion; readonly given: Given; readonly texts: AskedTexts };

/** An answer in words. */
export function GivenText({ question: { card, form }, given, texts }: GivenTextProps) {
  switch (given.type) {
    case 'choice': {
      const choices = form.type === 'choose' ? form.choices : [];
      const choice = choices[given.index];
      return choice && <ChoiceText card={card} choice={choice} choices={choices} texts={texts} />;
    }
    case 'order':
      return <StateChain states={given.states} />;
    case 'numbers':
      return <Code>{given.ack === null ? `seq=${given.seq}` : `seq=${given.seq} ack=${given.ack}`}</Code>;
    default:
      return given satisfies never;
  }
}
