import type { State } from '../../tcp/vocabulary.ts';
import type { ChoiceKey, Topic } from '../vocabulary.ts';

export type ConceptRow = {
  readonly id: string;
  readonly topic: Topic;
  /** Of RFC 9293, without the sign: "3.10.7.4". */
  readonly section: string;
  /** Three or four, 'a' on; they are shown in an order that is drawn. */
  readonly choices: readonly ChoiceKey[];
  readonly right: ChoiceKey;
  /** The states that it is about. */
  readonly states: readonly State[];
  /** Which of the seventy facts that people get wrong it asks: 1 to 70. */
  readonly facts: readonly number[];
  /** Which sentences of the Chinese article on the eleven states it covers, 1 to 36; absent where none. */
  readonly article?: readonly number[];
  /** What is true of Linux and not said by the RFC. */
  readonly linux?: true;
  /** It asks "which of these": nobody can answer it who does not see the choices. */
  readonly needsChoices?: true;
};
