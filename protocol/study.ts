/**
 * Self-study over HTTP. What is learned alone is judged in the browser, also without a connection, and told afterwards; what is compared
 * with others, a paper (exam, daily challenge), is judged by the host, and no answer of it is told before it is handed in. Who asks is
 * told by the cookie.
 */
import * as z from 'zod';
import { type Given, type Key, QUESTION_KINDS, type Question, TOPICS } from '#game/quiz/vocabulary.ts';
import type { CardState } from '#game/quiz/schedule.ts';
import { STATES } from '#game/tcp/vocabulary.ts';
import { id } from './values.ts';

/** `rule:…` or `concept:…`; one that nobody knows is refused. */
const card = z.string().regex(/^(rule|concept):[a-z0-9-]{1,60}$/);
const topic = z.enum(TOPICS);

const STUDY_MODES = ['learn', 'mistakes', 'topic', 'interview', 'practice', 'catch', 'cards'] as const;
export type StudyMode = (typeof STUDY_MODES)[number];
export const MOST_ANSWERS = 200;

/** FSRS's grades: again, hard (right with a hint), good, easy (interview alone). */
const grade = z.literal([1, 2, 3, 4]);

const studyAnswerSchema = z.strictObject({
  id,
  card,
  kind: z.enum(QUESTION_KINDS),
  mode: z.enum(STUDY_MODES),
  grade,
  /** When it was answered, by the browser's clock; ahead of the host's, or more than 400 days ago, it counts as now. */
  at: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  /** Null where nobody looked at the clock. */
  ms: z.int().min(0).max(3_600_000).nullable(),
});
export type StudyAnswer = Readonly<z.infer<typeof studyAnswerSchema>>;

/** GET /api/study : what is scheduled. Matches that the player has ended since are taken in first. */
export type StudyOverview = {
  readonly now: number;
  /** Those that have been met. */
  readonly cards: readonly CardState[];
};
/**
 * POST /api/study/answers : all of them are kept, or none is; any of them again does nothing. Answers with the cards that they are about, as
 * these are now.
 */
export const studyAnswersSchema = z.strictObject({ answers: z.array(studyAnswerSchema).min(1).max(MOST_ANSWERS) });
export type StudyAnswersReply = { readonly now: number; readonly cards: readonly CardState[] };

/** GET /api/study/progress?offset=… : `offset`, minutes that the reader's clock is ahead of UTC, −840 to 840. */
export const progressQuery = z.object({ offset: z.coerce.number().int().min(-840).max(840).default(0) });
export const MOST_STUDY_DAYS = 90;
export type StudyDay = { readonly day: string; readonly answers: number; readonly right: number };
export type ProgressAnswer = {
  readonly now: number;
  readonly cards: readonly CardState[];
  /** The last `MOST_STUDY_DAYS` on which anything was answered, oldest first; `day` is YYYY-MM-DD by the reader's clock. */
  readonly days: readonly StudyDay[];
  /** Days in a row up to today, or up to yesterday where today has none yet. */
  readonly streak: number;
  /** Of all answers, by card: how many, and how many right. */
  readonly tallies: readonly { readonly card: string; readonly answers: number; readonly right: number }[];
};

export const PAPER_KINDS = ['exam', 'daily'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];
/** How long a paper may take, in seconds. */
export const PAPER_SECONDS = { exam: 900, daily: 480 } as const satisfies Record<PaperKind, number>;

/**
 * POST /api/study/papers : a new exam about these topics (none: about all), or the player's own paper of today's challenge. The same `id`
 * twice makes one.
 */
export const newPaperSchema = z.strictObject({ id, kind: z.enum(PAPER_KINDS), topics: z.array(topic).max(TOPICS.length).default([]) });

const givenSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('choice'), index: z.int().min(0).max(7) }),
  z.strictObject({ type: z.literal('order'), states: z.array(z.enum(STATES)).min(2).max(11) }),
  z.strictObject({
    type: z.literal('numbers'),
    seq: z
      .int()
      .min(0)
      .max(2 ** 32 - 1),
    ack: z
      .int()
      .min(0)
      .max(2 ** 32 - 1)
      .nullable(),
  }),
]);
/** POST /api/study/papers/:id/answers : `number` from 0. A later answer to the same question takes the place of the earlier one. */
export const paperAnswerSchema = z.strictObject({
  number: z.int().min(0).max(99),
  given: givenSchema,
});
/** POST /api/study/papers/:id/finish : hands it in. Time that is up hands it in as well. */

/** Until it is handed in without the card where that is a rule's: the rule would tell the answer. A concept's has its words. */
export type PaperQuestion = Omit<Question, 'card'> & { readonly card: Question['card'] | null };
export type PaperItem = {
  readonly question: PaperQuestion;
  readonly given: Given | null;
};
export type PaperResult = {
  readonly finishedAt: number;
  readonly right: number;
  readonly ms: number;
  /** One for each question. */
  readonly keys: readonly Key[];
  readonly isRight: readonly boolean[];
};
/** GET /api/study/papers/:id, and the answer to all that changes one. One's own alone. */
export type PaperAnswer = {
  readonly paperId: string;
  readonly kind: PaperKind;
  /** Of a daily challenge, YYYY-MM-DD in UTC. */
  readonly day: string | null;
  readonly now: number;
  readonly startedAt: number;
  readonly endsAt: number;
  readonly items: readonly PaperItem[];
  /** Null until it is handed in. */
  readonly result: PaperResult | null;
};

/** GET /api/study/daily : the day's challenge, and who has done best: by right answers, then by time. */
export type DailyRow = {
  readonly rank: number;
  readonly name: string;
  readonly isMe: boolean;
  readonly right: number;
  readonly ms: number;
};
export type DailyAnswer = {
  readonly day: string;
  readonly questions: number;
  readonly seconds: number;
  /** One's own, where it has been begun. */
  readonly paperId: string | null;
  readonly isFinished: boolean;
  readonly rows: readonly DailyRow[];
};
