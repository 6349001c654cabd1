/** An instructor's reports in both languages. */
import { describe, expect, test } from 'vitest';
import { causeOf, fieldsOf, flagsOf } from '#game/scenarios/text/ladder.ts';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import { CALLS, TIMERS, type Event, type Segment } from '#game/tcp/vocabulary.ts';
import type { MasteryAnswer, MasteryTurn } from '#protocol/reports.ts';
import { ClassLeaderboardTable } from '#components/reports/class-leaderboard-table.tsx';
import { EventWords } from '#components/reports/event-words.tsx';
import { MasteryReport } from '#components/reports/mastery-report.tsx';
import { TurnsBehind } from '#components/reports/turns-behind.tsx';
import { draw, LOCALES, MESSAGES, textOf } from './draw.tsx';

const FIN: Segment = { flags: ['FIN', 'ACK'], seq: 300, ack: 101, len: 0 };
const EVENTS: readonly Event[] = [
  ...CALLS.map((type) => (type === 'send' ? { type, len: 120 } : { type })),
  ...TIMERS.map((timer) => ({ type: 'timeout' as const, timer })),
  { type: 'segment', segment: FIN },
  { type: 'segment', segment: FIN, joined: 'close' },
];

describe.each(LOCALES)('what happened, in %s', (locale) => {
  test.each(EVENTS.map((event) => [causeOf(event, fieldsOf), causeOf(event, flagsOf)]))('%s', (withNumbers, plain) => {
    for (const event of [withNumbers, plain]) expect(textOf(draw(<EventWords event={event} />, locale))).not.toBe(event);
  });
});

const ADA = { name: 'Countess', realName: 'Ada Lovelace' };
const BOB = { name: 'Bob', realName: null };
const ANSWER: MasteryAnswer = {
  sessions: [
    { contestId: 'c1', title: 'One', createdAt: 1_000 },
    { contestId: 'c2', title: 'Two', createdAt: 2_000 },
  ],
  people: [
    { ...ADA, personId: 's1', asked: 10, right: 4, hardest: 'established-fin' },
    { ...BOB, personId: 'bob', asked: 2, right: 2, hardest: null },
  ],
  states: [{ state: 'ESTABLISHED', asked: 10, right: 4 }],
  rules: [
    {
      rule: 'established-fin',
      asked: 10,
      right: 4,
      bySession: [
        { contestId: 'c1', asked: 5, right: 1 },
        { contestId: 'c2', asked: 5, right: 3 },
      ],
    },
  ],
  misconceptions: [{ misconception: 'fin-taken-for-an-ack', shown: 3, asked: 10, people: 1 }],
};

const props = {
  person: null,
  edges: DIAGRAM,
  ruleName: () => ({ name: 'A FIN arrives', section: '3.10.7.4' }),
  misconceptionName: () => 'FIN taken for an ACK',
  onPerson: () => {},
  onBehind: () => {},
};

describe.each(LOCALES)('what a class has mastered, in %s', (locale) => {
  const report = (answer: MasteryAnswer) => textOf(draw(<MasteryReport answer={answer} {...props} />, locale));

  test('says of each rule which share was right, and of each student too', () => {
    const text = report(ANSWER);
    expect(text).toContain('A FIN arrives §3.10.7.4 40% 4/10');
    expect(text).toContain('Ada Lovelace Countess 40% 4/10 A FIN arrives');
    expect(text).toContain('Bob 100% 2/2 –');
    expect(text).toContain('ESTABLISHED 40%');
  });

  test('is about one student alone, without the list of all', () => {
    const text = textOf(draw(<MasteryReport answer={ANSWER} {...props} person="s1" />, locale));
    expect(text).toContain('A FIN arrives §3.10.7.4 40% 4/10');
    expect(text).not.toContain('Bob 100%');
  });

  test('says so where nothing was answered yet', () => {
    expect(report({ ...ANSWER, people: [] })).toContain(MESSAGES[locale].reports.mastery.empty);
  });

  test('tells the way from the first session to the last', () => {
    const html = draw(<MasteryReport answer={ANSWER} {...props} />, locale);
    expect(html).toMatch(/aria-label="[^"]*20%[^"]*60%[^"]*"/);
  });
});

const TURN: MasteryTurn = {
  matchId: 'm1',
  turn: 4,
  side: 0,
  name: 'Countess',
  realName: 'Ada Lovelace',
  at: Date.UTC(2026, 10, 26, 12),
  role: 'client',
  state: 'ESTABLISHED',
  event: 'gets FIN,ACK',
  rule: 'established-fin',
  chosenSegment: null,
  chosenState: null,
  expectedSegment: 'nothing',
  expectedState: 'CLOSE_WAIT',
  right: false,
  misconception: null,
};

describe.each(LOCALES)('the turns behind a number, in %s', (locale) => {
  const { mastery } = MESSAGES[locale].reports;

  test('lead to the turn in the replay, and say when time ran out', () => {
    const html = draw(<TurnsBehind turns={[TURN]} most={200} />, locale);
    expect(html).toContain('href="/replay/m1?turn=4"');
    expect(textOf(html)).toContain(mastery.timeOut);
    expect(textOf(html)).toContain(mastery.nothing);
    expect(textOf(html)).not.toContain(mastery.onlyNewest.replace('{count}', '1'));
  });

  test('say that there are more where they were cut off', () => {
    expect(textOf(draw(<TurnsBehind turns={[TURN]} most={1} />, locale))).toContain(mastery.onlyNewest.replace('{count}', '1'));
  });
});

test.each(LOCALES)('the leaderboard shows the real name, and no time where nothing was answered in time, in %s', (locale) => {
  const row = { rank: 1, matches: 2, moves: 20, accuracy: 0.75, points: 1_234, ...ADA };
  const rows = [
    { ...row, meanMilliseconds: 5_250 },
    { ...row, ...BOB, rank: 2, meanMilliseconds: null },
  ];
  const text = textOf(draw(<ClassLeaderboardTable rows={rows} by="points" caption="Board" />, locale));
  expect(text).toMatch(/1 Ada Lovelace Countess 75% 1,234 5\.3 \S+ 20 2/);
  expect(text).toContain('2 Bob 75% 1,234 – 20 2');
});
