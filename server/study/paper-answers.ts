/** A paper as its player may see it, and the board of a day. */
import { PAPER_LENGTHS } from '#game/quiz/session.ts';
import { type DailyAnswer, type DailyRow, PAPER_SECONDS, type PaperAnswer, type PaperItem, type PaperResult } from '#protocol/study.ts';
import type { Paper, RankedPaper } from '#db/papers.ts';
import { SHOWN } from '../leaderboard.ts';
import type { Daily } from './papers.ts';
import { wasRight } from './sit-paper.ts';

export function toPaperAnswer(paper: Paper, now: number): PaperAnswer {
  const { paperId, kind, day, startedAt, endsAt, made } = paper;
  const items = made.map((_, number) => toItem(paper, number)).filter((item) => item !== null);
  return { paperId, kind, day, now, startedAt, endsAt, items, result: toResult(paper) };
}

/** The rule that a question is about is its answer. */
function toItem({ made, given, finished }: Paper, number: number): PaperItem | null {
  const { question } = made[number] ?? {};
  if (!question) return null;
  const isTold = finished !== null || question.kind === 'concept';
  return { question: { ...question, card: isTold ? question.card : null }, given: given[number] ?? null };
}

function toResult(paper: Paper): PaperResult | null {
  const { finished, made, startedAt } = paper;
  if (!finished) return null;
  const isRight = made.map((_, number) => wasRight(paper, number));
  return { finishedAt: finished.at, right: finished.right, ms: finished.at - startedAt, keys: made.map(({ key }) => key), isRight };
}

/** The first fifty, and the one who asks wherever that is. */
export function toDailyAnswer({ day, own, ranked }: Daily, playerId: string): DailyAnswer {
  const shown = ranked.filter((one, n) => n < SHOWN || one.playerId === playerId);
  return {
    day,
    questions: PAPER_LENGTHS.daily,
    seconds: PAPER_SECONDS.daily,
    paperId: own?.paperId ?? null,
    isFinished: own?.finished != null,
    rows: shown.map((one) => toRow(one, playerId)),
  };
}

function toRow({ playerId, ...row }: RankedPaper, viewer: string): DailyRow {
  return { ...row, isMe: playerId === viewer };
}
