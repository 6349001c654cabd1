/**
 * The bank of concept questions. Its words are in `messages/concepts.*.json` (question and choices) and `messages/concept-reasons.*.json`
 * (why each choice is right or wrong): apart, so that no browser has the reasons before an answer where none may be sent ahead.
 */
import { ARTICLE_CONCEPTS } from './concepts/article.ts';
import { CLOSING_CONCEPTS } from './concepts/closing.ts';
import { OPENING_CONCEPTS } from './concepts/opening.ts';
import { DISTURBED_OPENING_CONCEPTS } from './concepts/opening-disturbed.ts';
import { RESET_CONCEPTS } from './concepts/reset.ts';
import { SEQUENCE_CONCEPTS } from './concepts/sequence.ts';
import { TIME_WAIT_CONCEPTS } from './concepts/time-wait.ts';
import type { ConceptRow } from './concepts/concept-row.ts';

/** Within a topic they are taught in this order: what the states are before what is rare. */
const ROWS = [
  ...ARTICLE_CONCEPTS,
  ...OPENING_CONCEPTS,
  ...DISTURBED_OPENING_CONCEPTS,
  ...CLOSING_CONCEPTS,
  ...TIME_WAIT_CONCEPTS,
  ...SEQUENCE_CONCEPTS,
  ...RESET_CONCEPTS,
] as const;

export type ConceptId = (typeof ROWS)[number]['id'];
export type Concept = Omit<ConceptRow, 'id'> & { readonly id: ConceptId };

export const CONCEPTS: readonly Concept[] = ROWS;
