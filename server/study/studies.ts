/** What a player has learnt, with what has been played since taken in (docs/decisions/self-study.md). */
import type { CardState } from '#game/quiz/schedule.ts';
import type { Fault } from '#protocol/faults.ts';
import { MOST_STUDY_DAYS, type ProgressAnswer, type StudyAnswer } from '#protocol/study.ts';
import type { Database } from '#db/open.ts';
import { type Answer, cardsOf as cardsAbout, createStudyStore } from '#db/study-answers.ts';
import { createStudyIntake } from '#db/study-intake.ts';
import { readStudyDays, readStudyTallies } from '#db/study-progress.ts';
import { createSharedWork } from '../shared-work.ts';
import { DAY_MS } from '../times.ts';
import { isCard, isOfKind } from './cards.ts';
import { streakOf } from './streak.ts';

export type Studies = {
  /** Takes in what has been played since. */
  cardsOf(playerId: string): Promise<readonly CardState[]>;
  /** All of them, or none: `no-such-card`, or `bad-message` where the kind is not one of the card. The answer: their cards. */
  add(playerId: string, answers: readonly StudyAnswer[]): Promise<readonly CardState[] | Fault>;
  /** `offset`: minutes that the reader's clock is ahead of UTC. */
  progressOf(playerId: string, offset: number): Promise<Omit<ProgressAnswer, 'now'>>;
};

/** No browser keeps a cookie longer (RFC 6265bis §5.5), so nothing that is told now is older: the clock was wrong. */
const OLDEST_MS = 400 * DAY_MS;

export function createStudies(database: Database, now: () => number): Studies {
  const store = createStudyStore(database);
  const intake = createStudyIntake(database);
  const shared = createSharedWork();

  /** One short write after the other: matches in play are judged in between. */
  async function takeIn(playerId: string): Promise<void> {
    for (const sourceId of intake.sourcesOf(playerId)) {
      while (await intake.takeInSome(sourceId)) await makeWay();
      await intake.takeOut(sourceId);
    }
    await fold(playerId);
  }

  async function fold(playerId: string): Promise<void> {
    while (await store.foldOne(playerId)) await makeWay();
  }

  async function cardsOf(playerId: string): Promise<readonly CardState[]> {
    await shared(playerId, () => takeIn(playerId));
    return store.cards(playerId).filter(({ card }) => isCard(card));
  }

  async function add(playerId: string, answers: readonly StudyAnswer[]): Promise<readonly CardState[] | Fault> {
    const checked = answers.map((answer) => checkAnswer(answer, now()));
    const fault = checked.find((one) => typeof one === 'string');
    return fault ?? addChecked(playerId, checked as readonly Answer[]);
  }

  async function addChecked(playerId: string, answers: readonly Answer[]): Promise<readonly CardState[]> {
    const ownerId = await store.add(playerId, answers);
    await fold(ownerId);
    const about = cardsAbout(answers);
    return store.cards(ownerId).filter(({ card }) => about.has(card));
  }

  async function progressOf(playerId: string, offset: number) {
    const cards = await cardsOf(playerId);
    const days = readStudyDays(database, playerId, offset);
    await makeWay();
    const tallies = readStudyTallies(database, playerId).filter(({ card }) => isCard(card));
    return { cards, days: days.slice(-MOST_STUDY_DAYS), streak: streakOf(days, now() + offset * 60_000), tallies };
  }

  return { cardsOf, add, progressOf };
}

function makeWay(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function checkAnswer({ card, at, ...answer }: StudyAnswer, now: number): Answer | Fault {
  if (!isCard(card)) return 'no-such-card';
  if (!isOfKind(card, answer.kind)) return 'bad-message';
  return { ...answer, card, at: at > now || at < now - OLDEST_MS ? now : at };
}
