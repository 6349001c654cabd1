/** Exams and the daily challenge over the real host: no key before it is handed in, and everybody their own. */
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { isRight } from '#game/quiz/question.ts';
import { PAPER_LENGTHS } from '#game/quiz/session.ts';
import type { Given, Made, Question } from '#game/quiz/vocabulary.ts';
import { createPaperStore } from '#db/papers.ts';
import { papers, studyAnswers } from '#db/study-schema.ts';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import { type DailyAnswer, PAPER_SECONDS, type PaperAnswer, type PaperKind, type StudyOverview } from '#protocol/study.ts';
import { askAs } from './contest-room.ts';
import { startHost, type TestHost } from './host.ts';
import { newGuest, newId, type Guest } from './player.ts';

const refused = (fault: Fault) => ({ status: FAULTS[fault], body: { fault } });

type Asked = { readonly host: TestHost; readonly guest: Guest };
const begin = ({ host, guest }: Asked, kind: PaperKind = 'exam', id = newId()) =>
  askAs<PaperAnswer>(host, guest, 'POST', 'study/papers', { id, kind });
const look = ({ host, guest }: Asked, id: string) => askAs<PaperAnswer>(host, guest, 'GET', `study/papers/${id}`);
const say = ({ host, guest }: Asked, id: string, number: number, given: Given) =>
  askAs<PaperAnswer>(host, guest, 'POST', `study/papers/${id}/answers`, { number, given });
const finish = ({ host, guest }: Asked, id: string) => askAs<PaperAnswer>(host, guest, 'POST', `study/papers/${id}/finish`);
const daily = async ({ host, guest }: Asked) => (await askAs<DailyAnswer>(host, guest, 'GET', 'study/daily')).body;

/** What the host has kept to itself. */
function madeOf({ host, guest }: Asked, id: string): readonly Made[] {
  return createPaperStore(host.database).find(guest.playerId, id)?.made ?? [];
}

/** Another answer than the right one that could be given. */
function wrongFor({ question: { form }, key }: Made): Given {
  if (form.type === 'numbers') return { type: 'numbers', seq: 7, ack: null };
  if (form.type === 'choose') return { type: 'choice', index: key.right.type === 'choice' && key.right.index === 0 ? 1 : 0 };
  const right = key.right.type === 'order' ? key.right.states : form.states;
  return { type: 'order', states: right.toReversed() };
}

/** Answers all of it, the first `right` questions rightly. */
async function sit(asked: Asked, id: string, right: number): Promise<void> {
  for (const [number, made] of madeOf(asked, id).entries())
    expect((await say(asked, id, number, number < right ? made.key.right : wrongFor(made))).status).toBe(200);
}

/** As if it had been begun so many seconds earlier. */
async function earlier({ host }: Asked, id: string, seconds: number): Promise<void> {
  const { orm, write } = host.database;
  const paper = orm.select().from(papers).where(eq(papers.id, id)).get();
  if (!paper) throw new Error(`no paper ${id}`);
  const times = { startedAt: paper.startedAt - seconds * 1_000, endsAt: paper.endsAt - seconds * 1_000 };
  await write(() => void orm.update(papers).set(times).where(eq(papers.id, id)).run());
}

/** As if it had been begun so early that its time was up that many milliseconds ago. */
async function timeIsUp(asked: Asked, id: string, ms: number): Promise<void> {
  const { endsAt } = (await look(asked, id)).body;
  await earlier(asked, id, (endsAt + ms - Date.now()) / 1_000);
}

async function aStudent(): Promise<Asked> {
  const host = await startHost();
  return { host, guest: await newGuest(host) };
}

test('an exam is drawn, answered, handed in and printed; its answers are learnt from, once', async () => {
  const ada = await aStudent();
  const { body: paper } = await begin(ada);
  const { paperId } = paper;
  expect(paper).toMatchObject({ kind: 'exam', day: null, result: null, endsAt: paper.startedAt + PAPER_SECONDS.exam * 1_000 });
  expect(paper.items).toHaveLength(PAPER_LENGTHS.exam);
  await sit(ada, paperId, 12);
  const { body: done } = await finish(ada, paperId);
  expect(done.result).toMatchObject({ right: 12, isRight: Array.from({ length: PAPER_LENGTHS.exam }, (_, n) => n < 12) });
  const made = madeOf(ada, paperId);
  expect(done.result?.keys).toEqual(made.map(({ key }) => key));
  expect(done.items.map(({ question }) => question)).toEqual(made.map(({ question }) => question));
  expect(done.items.every(({ given }, n) => given && isRight(made[n]?.key as Made['key'], given) === n < 12)).toBe(true);

  expect((await finish(ada, paperId)).body.result, 'handed in twice').toEqual(done.result);
  expect((await look(ada, paperId)).body).toEqual({ ...done, now: expect.any(Number) });
  const { cards } = (await askAs<StudyOverview>(ada.host, ada.guest, 'GET', 'study')).body;
  expect(cards.reduce((sum, { reps }) => sum + reps, 0)).toBe(PAPER_LENGTHS.exam);
  const learnt = ada.host.database.orm.select().from(studyAnswers).all();
  expect(learnt.filter(({ grade, mode }) => grade === 3 && mode === 'exam')).toHaveLength(12);
});

test('an answer can be changed until it is handed in; what was left out is wrong, and nothing is learnt from it', async () => {
  const ada = await aStudent();
  const { paperId } = (await begin(ada)).body;
  const [first] = madeOf(ada, paperId) as [Made];
  await say(ada, paperId, 0, wrongFor(first));
  const { body } = await say(ada, paperId, 0, first.key.right);
  expect(body.items.map(({ given }) => given)).toEqual([first.key.right, ...Array(PAPER_LENGTHS.exam - 1).fill(null)]);
  expect((await finish(ada, paperId)).body.result?.right).toBe(1);
  expect(ada.host.database.orm.select().from(studyAnswers).all()).toMatchObject([{ id: `paper:${paperId}:0`, card: first.question.card }]);
  expect(await say(ada, paperId, 0, wrongFor(first))).toMatchObject(refused('paper-over'));
});

/** What stands in keys and in results alone, and the card of a rule. The key of a choice is the letter of its words. */
const LEAKS = /"(seed|keys|right|isRight|reasons|rules)":|"key":(?!"[a-d]")|"card":"rule:/;

test('no answer is told before it is handed in, in whatever the host says', async () => {
  const ada = await aStudent();
  const said: string[] = [];
  const hear = async (path: string, body?: unknown) => {
    const method = body === undefined ? 'GET' : 'POST';
    const headers = { cookie: ada.guest.cookie };
    const response = await fetch(`${ada.host.url}/api/${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    said.push(await response.text());
  };
  for (const kind of ['exam', 'daily'] as const) {
    const id = newId();
    await hear('study/papers', { id, kind });
    for (const [number, made] of madeOf(ada, id).entries())
      await hear(`study/papers/${id}/answers`, { number, given: number % 2 === 0 ? made.key.right : wrongFor(made) });
    await hear(`study/papers/${id}`);
  }
  for (const path of ['study', 'study/daily', 'study/progress']) await hear(path);
  expect(said).toHaveLength(2 * 2 + PAPER_LENGTHS.exam + PAPER_LENGTHS.daily + 3);
  const asked: readonly (keyof Question)[] = ['kind', 'card', 'asked', 'scene', 'form'];
  for (const text of said) {
    expect(LEAKS.exec(text)?.[0]).toBeUndefined();
    for (const item of (JSON.parse(text) as Partial<PaperAnswer>).items ?? []) {
      expect(Object.keys(item).sort()).toEqual(['given', 'question']);
      expect(Object.keys(item.question).sort()).toEqual([...asked].sort());
    }
  }
});

test('time that is up hands it in as it is, also for whoever never looks again', async () => {
  const ada = await aStudent();
  const { paperId } = (await begin(ada)).body;
  const [first, second] = madeOf(ada, paperId) as [Made, Made];
  await say(ada, paperId, 0, first.key.right);
  await timeIsUp(ada, paperId, 1);
  expect((await say(ada, paperId, 1, second.key.right)).status, 'late by the way to the host').toBe(200);
  await timeIsUp(ada, paperId, 2_100);
  expect(await say(ada, paperId, 1, wrongFor(second))).toMatchObject(refused('paper-over'));
  const { result } = (await look(ada, paperId)).body;
  expect(result).toMatchObject({ right: 2, ms: PAPER_SECONDS.exam * 1_000 });

  const { paperId: left } = (await begin(ada)).body;
  const [other] = madeOf(ada, left) as [Made];
  await say(ada, left, 0, other.key.right);
  await earlier(ada, left, 2 * PAPER_SECONDS.exam);
  await askAs(ada.host, ada.guest, 'GET', 'study');
  expect(ada.host.database.orm.select().from(studyAnswers).all()).toHaveLength(3);
});

test('two tabs sit one paper, begun once and handed in once', async () => {
  const ada = await aStudent();
  const id = newId();
  const [one, other] = await Promise.all([begin(ada, 'exam', id), begin(ada, 'exam', id)]);
  expect(other.body).toEqual({ ...one.body, now: expect.any(Number) });
  const made = madeOf(ada, id);
  await Promise.all(made.map(({ key }, number) => say(ada, id, number, key.right)));
  const results = await Promise.all([finish(ada, id), finish(ada, id)]);
  for (const { body } of results) expect(body.result?.right).toBe(PAPER_LENGTHS.exam);
  expect(ada.host.database.orm.select().from(studyAnswers).all()).toHaveLength(PAPER_LENGTHS.exam);
});

test('a paper is its player’s: to everybody else there is none', async () => {
  const ada = await aStudent();
  const eve = { host: ada.host, guest: await newGuest(ada.host) };
  const { paperId } = (await begin(ada)).body;
  const given: Given = { type: 'choice', index: 0 };
  for (const reply of [look(eve, paperId), say(eve, paperId, 0, given), finish(eve, paperId), look(ada, 'no-such-paper')])
    expect(await reply).toMatchObject(refused('no-such-paper'));
  const own = (await begin(eve, 'exam', paperId)).body;
  expect(own.items.map(({ question }) => question)).not.toEqual((await look(ada, paperId)).body.items.map(({ question }) => question));
  const nobody = { host: ada.host, guest: { playerId: '', name: '', cookie: '' } };
  expect(await begin(nobody)).toMatchObject(refused('not-signed-in'));
  expect(await look(nobody, paperId)).toMatchObject(refused('not-signed-in'));
});

test('bad-message: what no question asks, and no such kind of paper', async () => {
  const ada = await aStudent();
  const { paperId, items } = (await begin(ada)).body;
  const number = items.findIndex(({ question }) => question.form.type === 'choose');
  const bad: readonly [number, Given][] = [
    [99, { type: 'choice', index: 0 }],
    [number, { type: 'choice', index: 7 }],
    [number, { type: 'numbers', seq: 1, ack: null }],
    [number, { type: 'order', states: ['CLOSED', 'LISTEN'] }],
  ];
  for (const [at, given] of bad) expect(await say(ada, paperId, at, given)).toMatchObject(refused('bad-message'));
  expect((await look(ada, paperId)).body.items.every(({ given }) => given === null)).toBe(true);
  expect(await begin(ada, 'quiz' as PaperKind)).toMatchObject(refused('bad-message'));
});

test('too-many-messages: an eleventh paper within minutes; others go on', async () => {
  const ada = await aStudent();
  const id = newId();
  for (let n = 0; n < 10; n += 1) expect((await begin(ada, 'exam', id)).status).toBe(200);
  expect(await begin(ada, 'exam', id)).toMatchObject(refused('too-many-messages'));
  expect((await begin({ host: ada.host, guest: await newGuest(ada.host) })).status).toBe(200);
});

test('the daily challenge is the same for everybody, once a day, and its board goes by right answers and then by time', async () => {
  const host = await startHost();
  const [ada, bob, cleo, dan] = await Promise.all([1, 2, 3, 4].map(async () => ({ host, guest: await newGuest(host) })));
  if (!ada || !bob || !cleo || !dan) throw new Error('four');
  const four = [ada, bob, cleo, dan];
  const begun = await Promise.all(four.map(async (one) => (await begin(one, 'daily')).body));
  const today = new Date().toISOString().slice(0, 10);
  for (const { day, items } of begun) {
    expect(day).toBe(today);
    expect(items).toHaveLength(PAPER_LENGTHS.daily);
    expect(items).toEqual(begun[0]?.items);
  }
  const [one, two, three] = begun.map(({ paperId }) => paperId) as [string, string, string];
  expect((await begin(ada, 'daily')).body.paperId, 'one a player and day').toBe(one);
  expect(await daily(ada)).toMatchObject({ day: today, questions: 10, seconds: 480, paperId: one, isFinished: false, rows: [] });

  await sit(ada, one, 7);
  await sit(bob, two, 9);
  await sit(cleo, three, 9);
  await earlier(bob, two, 60);
  for (const [who, id] of [[ada, one] as const, [bob, two] as const, [cleo, three] as const]) await finish(who, id);
  const { rows } = await daily(ada);
  expect(rows.map(({ rank, name, right, isMe }) => ({ rank, name, right, isMe }))).toEqual([
    { rank: 1, name: cleo.guest.name, right: 9, isMe: false },
    { rank: 2, name: bob.guest.name, right: 9, isMe: false },
    { rank: 3, name: ada.guest.name, right: 7, isMe: true },
  ]);
  expect(await daily(dan)).toMatchObject({ isFinished: false, rows: rows.map((row) => ({ ...row, isMe: false })) });
  const next = await startHost({}, host.diskNow());
  const late = { host: next, guest: await newGuest(next) };
  expect((await begin(late, 'daily')).body.items, 'after a restart too').toEqual(begun[0]?.items);
});

test('the board shows fifty, and one’s own row wherever it is; a day that is over is not today’s', async () => {
  const ada = await aStudent();
  const { paperId } = (await begin(ada, 'daily')).body;
  const others = await Promise.all(Array.from({ length: 52 }, () => newGuest(ada.host)));
  for (const guest of others) {
    const one = { host: ada.host, guest };
    const { paperId: id } = (await begin(one, 'daily')).body;
    await say(one, id, 0, (madeOf(one, id)[0] as Made).key.right);
    await finish(one, id);
  }
  await earlier(ada, paperId, 2 * PAPER_SECONDS.daily);
  const { rows, isFinished } = await daily(ada);
  expect(isFinished, 'time was up').toBe(true);
  expect(rows).toHaveLength(51);
  expect(rows.at(-1)).toMatchObject({ isMe: true, right: 0, rank: 53, ms: PAPER_SECONDS.daily * 1_000 });
});
