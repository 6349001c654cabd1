/** Exams and daily challenges: what is asked, what was given, and who has done best. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { and, asc, desc, eq, isNotNull, isNull, lt, type SQL, sql } from 'drizzle-orm';
import type { Given, Made } from '#game/quiz/vocabulary.ts';
import type { PaperKind } from '#protocol/study.ts';
import type { Database, Orm } from './open.ts';
import { players } from './schema.ts';
import { type Answer, learn } from './study-answers.ts';
import { dailyChallenges, papers } from './study-schema.ts';

export type Paper = {
  readonly playerId: string;
  readonly paperId: string;
  readonly kind: PaperKind;
  /** Of a daily challenge. */
  readonly day: string | null;
  readonly made: readonly Made[];
  /** One for each question. */
  readonly given: readonly (Given | null)[];
  readonly startedAt: number;
  readonly endsAt: number;
  /** Null until it is handed in. */
  readonly finished: Finished | null;
};
type Finished = { readonly at: number; readonly right: number };
/** An exam brings its questions; those of a daily challenge are there. */
type NewPaper = Pick<Paper, 'playerId' | 'paperId' | 'startedAt' | 'endsAt'> &
  ({ readonly made: readonly Made[]; readonly day?: undefined } | { readonly day: string; readonly made?: undefined });
/** What becomes of a paper, and the answers that it leaves in the log once it is handed in. */
export type PaperChange = Pick<Paper, 'given' | 'finished'> & { readonly learnt: readonly Answer[] };

export type RankedPaper = {
  readonly rank: number;
  readonly playerId: string;
  readonly name: string;
  readonly right: number;
  readonly ms: number;
};

export type PapersOf = { readonly playerId: string } | { readonly day: string };

export type PaperStore = {
  hasChallenge(day: string): boolean;
  /** Whoever comes first draws it: a later one changes nothing. */
  addChallenge(day: string, made: readonly Made[]): Promise<void>;
  /** The one with that id where there is one, the player's own of that day, or a new one. */
  begin(paper: NewPaper): Promise<Paper>;
  find(playerId: string, paperId: string): Paper | null;
  ofDay(playerId: string, day: string): Paper | null;
  /** `decide` is given the paper as it is and says what becomes of it; null leaves it alone. The answer: the paper as it is then. */
  change(playerId: string, paperId: string, decide: (paper: Paper) => PaperChange | null): Promise<Paper | null>;
  /** Those of a player, or of a day's challenge, that should have been handed in before that instant. */
  overdue(of: PapersOf, before: number): readonly Pick<Paper, 'playerId' | 'paperId'>[];
  /** Those that were handed in, the best first: by right answers, then by time. Equals share a rank. */
  ranked(day: string): readonly RankedPaper[];
};

export function createPaperStore({ orm, write }: Database): PaperStore {
  const isIt = (playerId: string, paperId: string) => and(eq(papers.playerId, playerId), eq(papers.id, paperId));
  const isOfDay = (playerId: string, day: string) => and(eq(papers.playerId, playerId), eq(papers.day, day));
  const find = (playerId: string, paperId: string) => readPaper(orm, isIt(playerId, paperId));
  const ofDay = (playerId: string, day: string) => readPaper(orm, isOfDay(playerId, day));

  function begin({ playerId, paperId, day, made, startedAt, endsAt }: NewPaper): Paper {
    const known = find(playerId, paperId) ?? (day === undefined ? null : ofDay(playerId, day));
    if (known) return known;
    const asked = made ?? challengeOf(day);
    const given = asked.map(() => null);
    const kind = made ? ({ kind: 'exam', made: pack(made) } as const) : ({ kind: 'daily', day } as const);
    orm
      .insert(papers)
      .values({ playerId, id: paperId, ...kind, given, startedAt, endsAt })
      .run();
    return { playerId, paperId, kind: kind.kind, day: day ?? null, made: asked, given, startedAt, endsAt, finished: null };
  }

  function challengeOf(day: string): readonly Made[] {
    const challenge = orm.select().from(dailyChallenges).where(eq(dailyChallenges.day, day)).get();
    if (!challenge) throw new Error(`no challenge of ${day}`);
    return unpack(challenge.made);
  }

  function change(playerId: string, paperId: string, decide: (paper: Paper) => PaperChange | null): Paper | null {
    const paper = find(playerId, paperId);
    const changed = paper && decide(paper);
    if (!changed) return paper;
    const { given, finished, learnt } = changed;
    const set = { given, finishedAt: finished?.at, rightAnswers: finished?.right };
    orm.update(papers).set(set).where(isIt(playerId, paperId)).run();
    learn(orm, playerId, learnt);
    return { ...paper, given, finished };
  }

  return {
    hasChallenge: (day) => {
      const isThere = eq(dailyChallenges.day, day);
      return orm.select({ day: dailyChallenges.day }).from(dailyChallenges).where(isThere).get() !== undefined;
    },
    addChallenge: (day, made) =>
      write(
        () =>
          void orm
            .insert(dailyChallenges)
            .values({ day, made: pack(made) })
            .onConflictDoNothing()
            .run(),
      ),
    begin: (paper) => write(() => begin(paper)),
    find,
    ofDay,
    change: (playerId, paperId, decide) => write(() => change(playerId, paperId, decide)),
    overdue: (of, before) => {
      const isOf = 'day' in of ? eq(papers.day, of.day) : eq(papers.playerId, of.playerId);
      const isOpen = and(isOf, isNull(papers.finishedAt), lt(papers.endsAt, before));
      return orm.select({ playerId: papers.playerId, paperId: papers.id }).from(papers).where(isOpen).all();
    },
    ranked: (day) => readRanked(orm, day),
  };
}

/** The player's, the earliest first. */
export function readPapers(orm: Orm, playerId: string): readonly Paper[] {
  return selectPapers(orm, eq(papers.playerId, playerId)).orderBy(asc(papers.startedAt)).all().map(toPaper);
}

function readPaper(orm: Orm, isIt: SQL | undefined): Paper | null {
  const row = selectPapers(orm, isIt).get();
  return row ? toPaper(row) : null;
}

function selectPapers(orm: Orm, isWanted: SQL | undefined) {
  return orm
    .select({ paper: papers, challenge: dailyChallenges.made })
    .from(papers)
    .leftJoin(dailyChallenges, eq(dailyChallenges.day, papers.day))
    .where(isWanted);
}

type PaperRow = { readonly paper: typeof papers.$inferSelect; readonly challenge: Buffer | null };

function toPaper({ paper: { id, finishedAt, rightAnswers, made, ...paper }, challenge }: PaperRow): Paper {
  const finished = finishedAt === null || rightAnswers === null ? null : { at: finishedAt, right: rightAnswers };
  return { ...paper, paperId: id, made: unpack(made ?? challenge), finished };
}

function pack(made: readonly Made[]): Buffer {
  return deflateRawSync(JSON.stringify(made));
}

function unpack(packed: Buffer | null): readonly Made[] {
  return packed === null ? [] : JSON.parse(inflateRawSync(packed).toString());
}

function readRanked(orm: Orm, day: string): readonly RankedPaper[] {
  const right = sql<number>`${papers.rightAnswers}`;
  const ms = sql<number>`(${papers.finishedAt} - ${papers.startedAt})`;
  const rank = sql<number>`rank() OVER (ORDER BY ${right} DESC, ${ms})`;
  return orm
    .select({ rank, playerId: papers.playerId, name: players.name, right, ms })
    .from(papers)
    .innerJoin(players, eq(players.id, papers.playerId))
    .where(and(eq(papers.day, day), isNotNull(papers.finishedAt)))
    .orderBy(desc(right), asc(ms), asc(players.name))
    .all();
}
