/** What this browser knows of its player's cards, and how it comes to agree with the host. */
import type { CardState } from '#game/quiz/schedule.ts';
import type { StudyAnswer, StudyOverview } from '#protocol/study.ts';
import { ask } from '../api.ts';
import { createStore } from '../store.ts';
import { addAnswer, tellAnswers, untoldAnswers } from './answers.ts';
import { type Cards, cardsNow, withChanged } from './cards-now.ts';
import { keep, readKept } from './kept.ts';

export type Study = {
  readonly playerId: string;
  readonly cards: Cards;
  /** Answers that the host does not have, and whether it could not be told. */
  readonly untold: number;
  readonly isCutOff: boolean;
  /** Whether the host has told the cards since the page was loaded, or cannot. */
  readonly isAsked: boolean;
};

/** Null until the player is known. */
export const study = createStore<Study | null>(null);

const CARDS = 'cards';
/** So long after it failed, the host is tried again. */
const RETRY_AFTER_MS = 15_000;

let isTelling = false;
let retry: ReturnType<typeof setTimeout> | undefined;

/** As it is kept, and then as the host has it. */
export async function openStudy(playerId: string): Promise<void> {
  if (study.get()?.playerId === playerId) return;
  show(playerId, { isAsked: false, isCutOff: false });
  await tellStudy();
  const reply = await ask<StudyOverview>('GET', 'study');
  if (reply.ok) keep(CARDS, playerId, reply.data.cards);
  if (study.get()?.playerId === playerId) show(playerId, { isAsked: true });
}

export function recordAnswer(playerId: string, answer: StudyAnswer): void {
  addAnswer(playerId, answer);
  show(playerId, {});
  void tellStudy();
}

/** Tells the host what it has not been told; until it has it all, that is tried again. */
export async function tellStudy(): Promise<void> {
  const playerId = study.get()?.playerId;
  if (playerId === undefined || isTelling) return;
  clearTimeout(retry);
  isTelling = true;
  const { isDone, changed } = await tellAnswers(playerId);
  isTelling = false;
  if (changed.length > 0) keep(CARDS, playerId, withChanged(cardsTold(playerId), changed));
  if (study.get()?.playerId === playerId) show(playerId, { isCutOff: !isDone });
  if (!isDone) retry = setTimeout(() => void tellStudy(), RETRY_AFTER_MS);
  else if (hasMoreToTell()) await tellStudy();
}

/** Answered, or opened by another player, meanwhile. */
function hasMoreToTell(): boolean {
  const playerId = study.get()?.playerId;
  return playerId !== undefined && untoldAnswers(playerId).length > 0;
}

function cardsTold(playerId: string): readonly CardState[] {
  const kept = readKept<readonly CardState[]>(CARDS, playerId);
  return Array.isArray(kept) ? kept : [];
}

function show(playerId: string, parts: Partial<Pick<Study, 'isCutOff' | 'isAsked'>>): void {
  const before = study.get();
  const { isCutOff, isAsked } = before?.playerId === playerId ? before : { isCutOff: false, isAsked: false };
  const untold = untoldAnswers(playerId);
  study.set({ playerId, cards: cardsNow(cardsTold(playerId), untold), untold: untold.length, isCutOff, isAsked, ...parts });
}
