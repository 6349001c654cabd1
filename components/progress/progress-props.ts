import type { CardId } from '#game/quiz/vocabulary.ts';

/** Where just these cards are practised. */
export type PractiseHref = (cards: readonly CardId[]) => string;
/** A rule's name, or what a concept asks, in the reader's language. */
export type CardName = (card: CardId) => string;
