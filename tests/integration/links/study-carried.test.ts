/** What was learnt as a guest goes along when the browser becomes another player, and nowhere else. */
import { eq, inArray } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { PlayerData } from '#db/player-data.ts';
import { judgedMoves, players } from '#db/schema.ts';
import { papers, studyAnswers, studyCards, studyIntakes, unfoldedCards } from '#db/study-schema.ts';
import type { MeAnswer, RecoveryAnswer } from '#protocol/api.ts';
import type { DailyAnswer, PaperAnswer, StudyAnswer, StudyAnswersReply, StudyOverview } from '#protocol/study.ts';
import { askAs, newContest, watchContest } from './contest-room.ts';
import { newDuel, playBoth } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { newAdmin } from './instructor.ts';
import { newGuest, newId, newPlayer, openLink, type Guest } from './player.ts';
import { askingAs, linkPlayer, newClass } from './roster.ts';

type Someone = Pick<Guest, 'cookie'>;
const read = async <T>(host: TestHost, guest: Someone, path: string) => (await askAs<T>(host, guest, 'GET', path)).body;
const cardsOf = async (host: TestHost, guest: Someone) =>
  (await read<StudyOverview>(host, guest, 'study')).cards.toSorted((a, b) => (a.card < b.card ? -1 : 1));
const answer = (changes: Partial<StudyAnswer> = {}): StudyAnswer => ({
  ...{ id: newId(), card: 'rule:established-fin', kind: 'answer', mode: 'learn', grade: 3, at: Date.now() - 60_000, ms: null },
  ...changes,
});
const learn = (host: TestHost, guest: Someone, ...answers: readonly StudyAnswer[]) =>
  askAs<StudyAnswersReply>(host, guest, 'POST', 'study/answers', { answers });
const codeOf = async (host: TestHost, guest: Someone) => (await askAs<RecoveryAnswer>(host, guest, 'POST', 'me/recovery')).body.code;

/** The browser of that guest types the code of a player, and is that player from then on. */
async function recover(host: TestHost, guest: Someone, code: string, path = 'recover', body: object = { code }): Promise<Someone> {
  const response = await fetch(`${host.url}/api/${path}`, {
    method: 'POST',
    headers: { cookie: guest.cookie },
    body: JSON.stringify(body),
  });
  expect(((await response.json()) as MeAnswer).player).not.toBeNull();
  return { cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

const TURNS_AS_GUEST = 6;

const sitDaily = (host: TestHost, guest: Someone) =>
  askAs<PaperAnswer>(host, guest, 'POST', 'study/papers', { id: newId(), kind: 'daily' });

test('a recovery code carries all of it to another device, and what that one has learnt is added, each answer once', async () => {
  const host = await startHost();
  const [phone, laptop] = [await newGuest(host), await newGuest(host)];
  const [both, early] = [answer(), answer({ at: Date.now() - 3 * 86_400_000, grade: 1 })];
  await learn(host, phone, both, answer({ card: 'rule:data' }));
  await learn(host, laptop, both, early, answer({ card: 'rule:fin-wait-2-fin' }));
  const exam = (await askAs<PaperAnswer>(host, laptop, 'POST', 'study/papers', { id: newId(), kind: 'exam' })).body;
  const now = await recover(host, laptop, await codeOf(host, phone));

  const cards = await cardsOf(host, now);
  expect(cards.map(({ card, reps }) => `${card} ${reps}`)).toEqual(['rule:data 1', 'rule:established-fin 2', 'rule:fin-wait-2-fin 1']);
  expect(cards[1], 'in the order in which they were answered').toMatchObject({ lastReview: both.at, wasRight: true });
  expect(await cardsOf(host, phone)).toEqual(cards);
  expect((await read<PaperAnswer>(host, phone, `study/papers/${exam.paperId}`)).items).toEqual(exam.items);
  const again = await learn(host, now, both, early);
  expect(again.body.cards, 'sent once more, as who it is now').toMatchObject([{ reps: 2 }]);
  for (const table of [studyAnswers, studyCards, unfoldedCards, papers])
    expect(host.database.orm.select().from(table).where(eq(table.playerId, laptop.playerId)).all()).toEqual([]);
});

test('what the guest has played is taken in by the player, also what ends or is voided afterwards', async () => {
  const host = await startHost();
  const duel = await newDuel(host);
  const [{ link }, other] = duel.seats;
  const phone = await newGuest(host);
  await playBoth(host, duel, ({ turns }) => turns.length > TURNS_AS_GUEST);
  const now = await recover(host, link.guest, await codeOf(host, phone));
  expect(await cardsOf(host, now)).toEqual([]);
  // The links of the guest are gone: the match ends without it.
  expect(await other.link.say({ type: 'resign', matchId: duel.matchId })).toEqual({ ok: true });
  const { orm, write } = host.database;
  const isOwn = eq(judgedMoves.playerId, link.guest.playerId);
  const rules = orm
    .select()
    .from(judgedMoves)
    .where(isOwn)
    .all()
    .flatMap((move) => [...new Set(move.rules)]);
  const total = async () => (await cardsOf(host, now)).reduce((sum, { reps }) => sum + reps, 0);
  expect(await total()).toBe(rules.length);
  expect(rules.length).toBeGreaterThan(0);
  await write(() => void orm.update(judgedMoves).set({ voided: true }).where(isOwn).run());
  expect(await total()).toBe(0);
  expect((await cardsOf(host, other.link.guest)).length, 'the other player’s stay').toBeGreaterThan(0);
});

test('in class too: what a second device has learnt is the student’s, once it has taken the seat by the personal code', async () => {
  const host = await startHost();
  const [teacher, desk] = [await newGuest(host), await newAdmin(host)];
  const ines = { ...teacher, cookie: `${desk.cookie()}; ${teacher.cookie}` };
  const { path, roster } = await newClass(askingAs(host, desk), 'Networks', 'Ada,1,');
  const contestId = await newContest(host, ines, {}, path.slice(1));
  const { code } = (await watchContest(await openLink(host, ines), { viewer: 'instructor', contestId })).view();
  const personal = roster[0]?.code ?? '';
  const phone = await newPlayer(host);
  await phone.get({ type: 'contest-join', code: code ?? '', name: 'Ada', personal });
  const laptop = await newGuest(host);
  await learn(host, phone.guest, answer());
  await learn(host, laptop, answer({ grade: 1 }));
  const now = await recover(host, laptop, '', 'recover/seat', { code, personal });
  expect(await cardsOf(host, now)).toMatchObject([{ reps: 2 }]);
  expect(await cardsOf(host, phone.guest)).toEqual(await cardsOf(host, now));
});

test('a guest as whom somebody can still come keeps what it has', async () => {
  const host = await startHost();
  const desk = await newAdmin(host);
  const { roster } = await newClass(askingAs(host, desk), 'Networks', 'Ada,1,');
  const [phone, coded, student] = [await newGuest(host), await newGuest(host), await newGuest(host)];
  await linkPlayer(host, roster[0]?.studentId, student.playerId);
  const own = await codeOf(host, coded);
  for (const guest of [coded, student]) {
    await learn(host, guest, answer());
    expect(await cardsOf(host, await recover(host, guest, await codeOf(host, phone)))).toEqual([]);
  }
  const tablet = await newGuest(host);
  const twice = await recover(host, tablet, own);
  expect(await cardsOf(host, twice), 'found again').toMatchObject([{ reps: 1 }]);
  const kept = host.database.orm.select().from(studyAnswers).all();
  expect(kept.map(({ playerId }) => playerId).sort()).toEqual([coded.playerId, student.playerId].sort());
});

test('of two papers of one day the one begun first stays', async () => {
  const host = await startHost();
  const [phone, laptop, tablet] = [await newGuest(host), await newGuest(host), await newGuest(host)];
  const first = (await sitDaily(host, laptop)).body.paperId;
  const second = (await sitDaily(host, phone)).body.paperId;
  const third = (await sitDaily(host, tablet)).body.paperId;
  const code = await codeOf(host, phone);
  for (const guest of [laptop, tablet]) {
    const now = await recover(host, guest, code);
    expect(await read<DailyAnswer>(host, now, 'study/daily')).toMatchObject({ paperId: first });
  }
  const left = host.database.orm
    .select()
    .from(papers)
    .where(inArray(papers.id, [first, second, third]))
    .all();
  expect(left).toMatchObject([{ id: first, playerId: phone.playerId }]);
});

test('carried twice, it is all with whoever is there last; erased, nothing of it is left', async () => {
  const host = await startHost();
  const desk = await newAdmin(host);
  const ask = askingAs(host, desk);
  const { path, roster } = await newClass(ask, 'Networks', 'Ada,1,');
  const duel = await newDuel(host);
  await playBoth(host, duel);
  const [{ link }] = duel.seats;
  const [between, last] = [await newGuest(host), await newGuest(host)];
  const second = await recover(host, link.guest, await codeOf(host, between));
  const cards = await cardsOf(host, second);
  expect(cards.length).toBeGreaterThan(0);
  await host.database.write(
    () => void host.database.orm.update(players).set({ recoveryHash: null }).where(eq(players.id, between.playerId)).run(),
  );
  const gone = await recover(host, between, await codeOf(host, last));
  expect(await cardsOf(host, gone), 'a link of the one in between is open yet').toEqual([]);
  const third = await recover(host, second, await codeOf(host, last));
  expect(await cardsOf(host, third)).toEqual(cards);

  await learn(host, third, answer());
  await sitDaily(host, third);
  await linkPlayer(host, roster[0]?.studentId, last.playerId);
  const { body } = await ask('GET', `${path}/students/${roster[0]?.studentId}/export`);
  const [data] = (body as { readonly players?: readonly PlayerData[] }).players ?? [];
  expect(data?.study.answers.map(({ mode }) => mode)).toContain('learn');
  expect(data?.study.papers).toMatchObject([{ kind: 'daily', finished: null, given: Array(10).fill(null) }]);
  expect(data?.study.papers[0]?.questions).toHaveLength(10);
  expect(Object.keys(data?.study.papers[0]?.questions[0] ?? {}).sort(), 'without the key').toEqual([
    'asked',
    'card',
    'form',
    'kind',
    'scene',
  ]);

  await ask('DELETE', `${path}/students/${roster[0]?.studentId}`);
  for (const table of [studyAnswers, studyCards, unfoldedCards, papers, studyIntakes])
    expect(host.database.orm.select().from(table).all()).toEqual([]);
});
