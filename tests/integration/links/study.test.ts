/** Self-study over the real host: from the first answer to a schedule, and what else feeds it. */
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { foldReviews } from '#game/quiz/schedule.ts';
import { judgedMoves } from '#db/schema.ts';
import { studyAnswers } from '#db/study-schema.ts';
import type { Settings } from '#game/match/vocabulary.ts';
import { FAULTS, type Fault } from '#protocol/faults.ts';
import type { ProgressAnswer, StudyAnswer, StudyAnswersReply, StudyOverview } from '#protocol/study.ts';
import { createMatchStore } from '#db/sqlite-match-store.ts';
import { judgedMove } from '../class-sessions.ts';
import { bot, finished, person, record, score, SETTINGS } from '../samples.ts';
import { askAs } from './contest-room.ts';
import { newDuel, playBoth } from './duel.ts';
import { startHost, type TestHost } from './host.ts';
import { newGuest, newId, type Guest } from './player.ts';

const DAY_MS = 86_400_000;
const refused = (fault: Fault) => ({ status: FAULTS[fault], body: { fault } });

function answer(changes: Partial<StudyAnswer> = {}): StudyAnswer {
  const at = Date.now() - 60_000;
  return { id: newId(), card: 'rule:established-fin', kind: 'answer', mode: 'learn', grade: 3, at, ms: 4_000, ...changes };
}

const say = (host: TestHost, guest: Guest, ...answers: readonly StudyAnswer[]) =>
  askAs<StudyAnswersReply>(host, guest, 'POST', 'study/answers', { answers });
const cardsOf = async (host: TestHost, guest: Guest) => (await askAs<StudyOverview>(host, guest, 'GET', 'study')).body.cards;
const progressOf = async (host: TestHost, guest: Guest, offset = 0) =>
  (await askAs<ProgressAnswer>(host, guest, 'GET', `study/progress?offset=${offset}`)).body;
const byCard = (cards: Awaited<ReturnType<typeof cardsOf>>) => cards.toSorted((a, b) => (a.card < b.card ? -1 : 1));

describe('what is learnt alone', () => {
  test('from the first answer to a schedule, to each their own', async () => {
    const host = await startHost();
    const [ada, bob] = [await newGuest(host), await newGuest(host)];
    expect(await cardsOf(host, ada)).toEqual([]);
    const [right, wrong] = [answer(), answer({ card: 'rule:closed-open-active', grade: 1 })];
    const { status, body } = await say(host, ada, right, wrong);
    expect(status).toBe(200);
    expect(byCard(body.cards)).toMatchObject([
      { card: 'rule:closed-open-active', lastReview: wrong.at, reps: 1, wasRight: false },
      { card: 'rule:established-fin', lastReview: right.at, reps: 1, wasRight: true },
    ]);
    const [, known] = byCard(body.cards);
    expect(known?.due, 'comes again after days').toBeGreaterThan(body.now + DAY_MS);
    expect(byCard(await cardsOf(host, ada))).toEqual(byCard(body.cards));
    expect(await cardsOf(host, bob)).toEqual([]);
  });

  test('the same answers twice, at once or later, count once', async () => {
    const host = await startHost();
    const ada = await newGuest(host);
    const answers = [answer(), answer({ card: 'rule:closed-open-active' })];
    const [one, other] = await Promise.all([say(host, ada, ...answers), say(host, ada, ...answers)]);
    const later = await say(host, ada, ...answers, answer({ id: answers[0]?.id, grade: 1 }));
    for (const { body } of [other, later]) expect(byCard(body.cards)).toEqual(byCard(one.body.cards));
    expect((await progressOf(host, ada)).tallies.map(({ answers: given }) => given)).toEqual([1, 1]);
  });

  test('two devices out of order come to the same cards as one in order', async () => {
    const host = await startHost();
    const [ada, bob] = [await newGuest(host), await newGuest(host)];
    const since = Date.now() - 40 * DAY_MS;
    const grades = [1, 3, 3, 2, 1, 4] as const;
    const answers = grades.map((grade, n) => answer({ grade, at: since + n * n * DAY_MS }));
    for (const one of answers) await say(host, ada, one);
    await say(host, bob, ...answers.filter((_, n) => n % 2 === 1).toReversed());
    await say(host, bob, ...answers.filter((_, n) => n % 2 === 0));
    const folded = foldReviews(answers.map(({ grade, at }) => ({ card: 'rule:established-fin', grade, at })));
    expect(folded?.reps).toBe(6);
    for (const guest of [ada, bob]) expect(await cardsOf(host, guest)).toEqual([folded]);
  });

  test('a clock that is ahead, or years behind, puts nothing into the future or the distant past', async () => {
    const host = await startHost();
    const ada = await newGuest(host);
    const { body } = await say(host, ada, answer({ at: Date.now() + DAY_MS }), answer({ card: 'rule:closed-open-active', at: 0 }));
    for (const { lastReview } of body.cards) expect(Math.abs(body.now - lastReview)).toBeLessThan(5_000);
  });

  test.each<[Fault, Partial<StudyAnswer>]>([
    ['no-such-card', { card: 'rule:no-such-rule' }],
    ['no-such-card', { card: 'concept:no-such-concept' }],
    ['bad-message', { kind: 'concept' }],
    ['bad-message', { kind: 'riddle' as StudyAnswer['kind'] }],
    ['bad-message', { mode: 'exam' as StudyAnswer['mode'] }],
    ['bad-message', { grade: 5 as StudyAnswer['grade'] }],
    ['bad-message', { id: 'match:m1:0:0:x' }],
  ])('%s: of answers with %j none is kept', async (fault, wrong) => {
    const host = await startHost();
    const ada = await newGuest(host);
    expect(await say(host, ada, answer(), answer(wrong))).toMatchObject(refused(fault));
    expect(await cardsOf(host, ada)).toEqual([]);
    expect(host.database.orm.select().from(studyAnswers).all()).toEqual([]);
  });

  test('bad-message: 201 at once; 200 are taken, however long their names are', async () => {
    const host = await startHost();
    const ada = await newGuest(host);
    const many = Array.from({ length: 201 }, (_, n) => answer({ id: `${n}`.padStart(64, 'x'), kind: 'misconception', mode: 'interview' }));
    expect(await say(host, ada, ...many)).toMatchObject(refused('bad-message'));
    expect((await say(host, ada, ...many.slice(1))).body.cards).toMatchObject([{ reps: 200 }]);
  });

  test('too-many-messages: one player’s flood, and nobody else’s', async () => {
    const host = await startHost();
    const [eve, ada] = [await newGuest(host), await newGuest(host)];
    const batch = Array.from({ length: 200 }, () => answer());
    const flood = await Promise.all(Array.from({ length: 26 }, () => say(host, eve, ...batch)));
    expect(flood.map(({ status }) => status).toSorted()).toEqual([...Array(25).fill(200), FAULTS['too-many-messages']]);
    expect((await say(host, ada, answer())).status).toBe(200);
  });

  test('not-signed-in: without a cookie there is nothing', async () => {
    const host = await startHost();
    const nobody = { playerId: '', name: '', cookie: '' };
    expect(await say(host, nobody, answer())).toMatchObject(refused('not-signed-in'));
    for (const path of ['study', 'study/progress']) expect(await askAs(host, nobody, 'GET', path)).toMatchObject(refused('not-signed-in'));
  });
});

describe('progress', () => {
  test('days by the reader’s clock, days in a row, and how often each card was right', async () => {
    const host = await startHost();
    const ada = await newGuest(host);
    const noon = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS / 2;
    const day = (n: number) => new Date(noon - n * DAY_MS).toISOString().slice(0, 10);
    const at = (n: number) => noon - n * DAY_MS;
    await say(host, ada, answer({ at: at(0) }), answer({ at: at(0), grade: 1 }), answer({ at: at(1), card: 'rule:closed-open-active' }));
    await say(host, ada, answer({ at: at(4) }));
    const { days, streak, tallies } = await progressOf(host, ada);
    expect(days).toEqual([
      { day: day(4), answers: 1, right: 1 },
      { day: day(1), answers: 1, right: 1 },
      { day: day(0), answers: 2, right: 1 },
    ]);
    expect(streak, 'yesterday and the day before').toBe(2);
    expect(tallies).toEqual([
      { card: 'rule:closed-open-active', answers: 1, right: 1 },
      { card: 'rule:established-fin', answers: 3, right: 2 },
    ]);
    const [first] = (await progressOf(host, ada, 840)).days;
    expect(first?.day, 'noon is tomorrow where the clock is fourteen hours ahead').toBe(day(3));
    expect((await askAs(host, ada, 'GET', 'study/progress?offset=900')).body.fault).toBe('bad-message');
  });

  test('the last ninety days, and a row of days that is longer', async () => {
    const host = await startHost();
    const ada = await newGuest(host);
    await say(host, ada, ...Array.from({ length: 100 }, (_, n) => answer({ at: Date.now() - n * DAY_MS - 1 })));
    const { days, streak } = await progressOf(host, ada);
    expect(days).toHaveLength(90);
    expect(streak).toBe(100);
  });
});

describe('matches', () => {
  type Ended = { readonly kind?: Settings['kind']; readonly endedAt?: number };
  /** A match of that guest against a bot that has ended, with these judged moves. */
  async function ended(host: TestHost, guest: Guest, matchId: string, moves: Parameters<typeof judgedMove>[0][], more: Ended = {}) {
    const { kind = SETTINGS.kind, endedAt = Date.now() } = more;
    const store = createMatchStore(host.database);
    await store.create(record(matchId, { parties: [person(guest.playerId), bot('skilled')], settings: { ...SETTINGS, kind } }));
    const judged = moves.map((changes, turn) => judgedMove({ turn, ...changes }));
    await store.append(matchId, 0, [], finished({ endedAt, judged }));
  }
  const wrong = { stateRight: false } as const;

  test('what two people have answered in a duel is a card for each rule, taken in once', async () => {
    const host = await startHost();
    const duel = await newDuel(host);
    await playBoth(host, duel, undefined, (turn) => turn > 0);
    const { orm } = host.database;
    for (const { link } of duel.seats) {
      const { guest } = link;
      const moves = orm.select().from(judgedMoves).where(eq(judgedMoves.playerId, guest.playerId)).all();
      const rules = moves.flatMap((move) => [...new Set(move.rules)]);
      const cards = await cardsOf(host, guest);
      expect(cards.map(({ card }) => card).sort()).toEqual([...new Set(rules)].map((rule) => `rule:${rule}`).sort());
      expect(cards.reduce((sum, { reps }) => sum + reps, 0)).toBe(rules.length);
      expect(await cardsOf(host, guest)).toEqual(cards);
    }
    const { tallies } = await progressOf(host, duel.seats[0].link.guest);
    expect(orm.select().from(studyAnswers).where(eq(studyAnswers.grade, 1)).all()).not.toEqual([]);
    expect(tallies.length).toBeGreaterThan(0);
  });

  test('each rule of the answer is answered, right or wrong; a bot’s, a tutorial’s and the other player’s moves are not', async () => {
    const host = await startHost();
    const ada = await newGuest(host);
    await ended(host, ada, 'm1', [
      {},
      { ...wrong, rules: ['fin-wait-2-fin'] },
      { by: 'bot', rules: ['data'] },
      { by: 'nobody', rules: ['data'] },
    ]);
    await ended(host, ada, 'm2', [{ rules: ['last-ack-acked'] as never }], { kind: 'tutorial' });
    expect(byCard(await cardsOf(host, ada)).map(({ card, wasRight }) => [card, wasRight])).toEqual([
      ['rule:duplicate-ack', true],
      ['rule:established-fin', true],
      ['rule:fin-wait-2-fin', false],
    ]);
  });

  test('a turn that is voided later goes out again, and the card with it where there is nothing else', async () => {
    const host = await startHost();
    const ada = await newGuest(host);
    await ended(host, ada, 'm1', [
      { rules: ['established-fin'] },
      { ...wrong, rules: ['fin-wait-2-fin'] },
      { ...wrong, rules: ['established-fin'] },
    ]);
    expect(byCard(await cardsOf(host, ada))).toMatchObject([{ reps: 2 }, { reps: 1, wasRight: false }]);
    const rejudged = [1, 2].map((turn) => judgedMove({ turn, voided: true, points: 0 }));
    await createMatchStore(host.database).append('m1', 0, [], {
      kind: 'correct',
      scores: [score(), score()],
      winner: 0,
      judged: rejudged,
    });
    expect(byCard(await cardsOf(host, ada))).toMatchObject([{ card: 'rule:established-fin', reps: 1, wasRight: true }]);
    expect((await progressOf(host, ada)).tallies).toEqual([{ card: 'rule:established-fin', answers: 1, right: 1 }]);
  });

  test('hundreds of matches are taken in while others are served, in whatever order they were answered', { timeout: 60_000 }, async () => {
    const host = await startHost();
    const [ada, bob] = [await newGuest(host), await newGuest(host)];
    await say(host, bob, answer());
    const names = Array.from({ length: 150 }, (_, n) => `m${n}`);
    const moves = Array.from({ length: 8 }, (_, n) => (n % 3 === 0 ? wrong : {}));
    const since = Date.now() - 10 * DAY_MS;
    for (const guest of [ada, bob])
      await Promise.all(names.map((name, n) => ended(host, guest, `${guest.playerId}-${name}`, moves, { endedAt: since + n * 60_000 })));
    const cards: Awaited<ReturnType<typeof cardsOf>>[] = [];
    let served = 0;
    const reading = [ada, bob].map(async (guest) => cards.push(await cardsOf(host, guest)));
    while (cards.length < 2) {
      await fetch(`${host.url}/api/scenarios`);
      served += 1;
    }
    await Promise.all(reading);
    expect(served).toBeGreaterThan(3);
    for (const [guest, folded] of [
      [ada, 1_200],
      [bob, 500],
    ] as const) {
      const answers = host.database.orm.select().from(studyAnswers).where(eq(studyAnswers.playerId, guest.playerId)).all();
      const own = answers.filter(({ card }) => card === 'rule:established-fin').toSorted((a, b) => a.at - b.at || a.grade - b.grade);
      expect(own.length).toBeGreaterThanOrEqual(1_200);
      const [known] = (await cardsOf(host, guest)).filter(({ card }) => card === 'rule:established-fin');
      expect(known).toEqual(foldReviews(own.slice(-folded)));
    }
  });
});
