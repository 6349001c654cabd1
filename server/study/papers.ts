/** Papers, which are compared with others': the host draws them, judges them, and keeps their keys to itself until they are handed in. */
import { makeQuestion } from '#game/quiz/question.ts';
import { planPaper } from '#game/quiz/session.ts';
import type { Given, Made, Topic } from '#game/quiz/vocabulary.ts';
import type { Fault } from '#protocol/faults.ts';
import { PAPER_SECONDS, type PaperKind } from '#protocol/study.ts';
import { createPaperStore, type Paper, type PapersOf, type RankedPaper } from '#db/papers.ts';
import type { Database } from '#db/open.ts';
import { random } from '../chance.ts';
import { oneByOne } from '../one-by-one.ts';
import { createSharedWork } from '../shared-work.ts';
import { fits, handIn, LATE_MS, whenTimeIsUp } from './sit-paper.ts';

type PaperWish = { readonly id: string; readonly kind: PaperKind; readonly topics: readonly Topic[] };
export type Daily = { readonly day: string; readonly own: Paper | null; readonly ranked: readonly RankedPaper[] };

/** All of it is about the player's own papers. A fault is `no-such-paper` unless another one is named. */
export type Papers = {
  begin(playerId: string, wish: PaperWish): Promise<Paper>;
  find(playerId: string, paperId: string): Promise<Paper | Fault>;
  /** Faults: `paper-over`, and `bad-message` where there is no such question, or it could not be answered so. */
  answer(playerId: string, paperId: string, number: number, given: Given): Promise<Paper | Fault>;
  handIn(playerId: string, paperId: string): Promise<Paper | Fault>;
  /** All whose time is up. */
  handInOverdue(of: PapersOf): Promise<void>;
  daily(playerId: string): Promise<Daily>;
};

export function createPapers(database: Database, now: () => number, date: () => number): Papers {
  const store = createPaperStore(database);
  const shared = createSharedWork();
  const draw = createDrawing();
  const today = () => new Date(date()).toISOString().slice(0, 10);

  function begin(playerId: string, { id: paperId, kind, topics }: PaperWish): Promise<Paper> {
    return shared(`${playerId} ${paperId}`, async () => {
      const known = store.find(playerId, paperId);
      if (known) return known;
      const asked = kind === 'daily' ? { day: await challengeOf(today()) } : { made: await draw(kind, topics) };
      const startedAt = now();
      return store.begin({ playerId, paperId, ...asked, startedAt, endsAt: startedAt + PAPER_SECONDS[kind] * 1_000 });
    });
  }

  /** Drawn once, by whoever comes first: there is no seed from which somebody could tell it beforehand. */
  async function challengeOf(day: string): Promise<string> {
    if (!store.hasChallenge(day)) await shared(day, async () => store.addChallenge(day, await draw('daily', [])));
    return day;
  }

  async function find(playerId: string, paperId: string): Promise<Paper | Fault> {
    const paper = store.find(playerId, paperId);
    if (!paper) return 'no-such-paper';
    return whenTimeIsUp(paper, now()) ? change(playerId, paperId, whenTimeIsUp) : paper;
  }

  async function change(playerId: string, paperId: string, decide: typeof handIn): Promise<Paper | Fault> {
    return (await store.change(playerId, paperId, (paper) => decide(paper, now()))) ?? 'no-such-paper';
  }

  async function answer(playerId: string, paperId: string, number: number, given: Given): Promise<Paper | Fault> {
    const paper = await find(playerId, paperId);
    if (typeof paper === 'string') return paper;
    const question = paper.made[number]?.question;
    if (!question || !fits(question, given)) return 'bad-message';
    const put = (one: Paper) => (one.finished ? null : { given: one.given.with(number, given), finished: null, learnt: [] });
    const changed = await change(playerId, paperId, put);
    return typeof changed !== 'string' && changed.finished ? 'paper-over' : changed;
  }

  /** A class that has left a challenge open asks for its board at the same moment. */
  function handInOverdue(of: PapersOf): Promise<void> {
    return shared(JSON.stringify(of), async () => {
      for (const { playerId, paperId } of store.overdue(of, now() - LATE_MS)) await change(playerId, paperId, whenTimeIsUp);
    });
  }

  async function daily(playerId: string): Promise<Daily> {
    const day = today();
    await handInOverdue({ day });
    return { day, own: store.ofDay(playerId, day), ranked: store.ranked(day) };
  }

  return { begin, find, answer, handIn: (playerId, paperId) => change(playerId, paperId, handIn), handInOverdue, daily };
}

/** A class begins its exams at the same moment. Whatever papers wait, the host has one question to make before it looks at anything else. */
function createDrawing(): (kind: PaperKind, topics: readonly Topic[]) => Promise<readonly Made[]> {
  let last: Promise<unknown> = Promise.resolve();
  return (kind, topics) => {
    const drawn = last.then(() => oneByOne(planPaper(kind, random, topics), makeQuestion));
    last = drawn.catch(() => {});
    return drawn;
  };
}
