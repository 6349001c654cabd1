/** Who wants to hold up the host by studying, and what a class does without wanting to. */
import { expect, test } from 'vitest';
import { foldReviews, type Grade, type Review } from '#game/quiz/schedule.ts';
import { PAPER_LENGTHS } from '#game/quiz/session.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import type { StudyAnswer, StudyAnswersReply } from '#protocol/study.ts';
import { createPapers } from '#server/study/papers.ts';
import { createStudies } from '#server/study/studies.ts';
import { judgedMove } from '../class-sessions.ts';
import { addPlayers, bot, finished, person, record } from '../samples.ts';
import { temporaryDatabase } from '../temporary.ts';
import { askAs } from './contest-room.ts';
import { startHost } from './host.ts';
import { newGuest, newId } from './player.ts';

/** How often the event loop went round while `work` was done. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isDone = false;
  const count = () => {
    turns += 1;
    if (!isDone) setImmediate(count);
  };
  setImmediate(count);
  await work;
  isDone = true;
  return turns;
}

test('a class begins its exams at the same moment: no turn of the event loop makes more than one question', async () => {
  const database = temporaryDatabase();
  const class_ = Array.from({ length: 5 }, (_, n) => `p${n}`);
  await addPlayers(database, ...class_);
  const papers = createPapers(database, Date.now, Date.now);
  const begin = (playerId: string) => papers.begin(playerId, { id: newId(), kind: 'exam', topics: [] });
  expect(await turnsDuring(Promise.all(class_.map(begin)))).toBeGreaterThanOrEqual(class_.length * PAPER_LENGTHS.exam);
});

test('thousands of answers about one card, and then an earlier one: what is folded has an end', async () => {
  const host = await startHost();
  const eve = await newGuest(host);
  const since = Date.now() - 60_000;
  const answer = (at: number, grade: Grade): StudyAnswer => ({
    ...{ id: newId(), card: 'rule:data', kind: 'answer', mode: 'learn', grade, at, ms: null },
  });
  const say = (answers: readonly StudyAnswer[]) => askAs<StudyAnswersReply>(host, eve, 'POST', 'study/answers', { answers });
  const all = Array.from({ length: 1_000 }, (_, n) => answer(since + n, n % 7 === 0 ? 1 : 3));
  for (let n = 0; n < all.length; n += 200) await say(all.slice(n, n + 200));
  const { body } = await say([answer(since - 1, 1)]);
  const last = all.slice(-500).map(({ at, grade }): Review => ({ card: 'rule:data', grade, at }));
  expect(body.cards).toEqual([foldReviews(last)]);
});

test('who asks for their study ten times at once has it brought up to date once', async () => {
  const database = temporaryDatabase();
  await addPlayers(database, 'eve');
  const store = createMatchStore(database);
  await store.create(record('m1', { parties: [person('eve'), bot('skilled')] }));
  await store.append('m1', 0, [], finished({ judged: Array.from({ length: 20 }, (_, turn) => judgedMove({ turn })) }));
  let writes = 0;
  const write: typeof database.write = (work) => {
    writes += 1;
    return database.write(work);
  };
  const studies = createStudies({ ...database, write }, Date.now);
  const read = await Promise.all(Array.from({ length: 10 }, () => studies.cardsOf('eve')));
  for (const cards of read) expect(cards.map(({ reps }) => reps)).toEqual([20, 20]);
  expect(writes).toBe(1);
});
