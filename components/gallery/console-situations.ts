/** Every situation of a class session as its instructor sees it, by name, and a list of sessions. */
import type { HardRule } from '#game/contest/vocabulary.ts';
import type { ContestSummary, ContestTemplate, Dispute, EntrantRow, InstructorView, PairRow } from '#protocol/contest.ts';
import { NOW } from './build.ts';

const NAMES = [
  '梅 Mei',
  'Jonas',
  'Aïcha',
  '小明',
  'Wolfeschlegelsteinha',
  'Priya',
  'Tomás',
  '欧阳锋',
  'Lena',
  'Kofi',
  'Zoë',
  '阿强',
  'Mika',
  'Nour',
  'Olu',
  'Yuki',
  '大白',
  'Sven',
  'Ines',
  'Raj',
  'Anna',
  '小红',
  'Pavel',
  'Grace',
  'Hugo',
  '子涵',
  'Bea',
  'Dmitri',
  'Emre',
] as const;
const REAL = ['Li Mei', 'Jonas Weber', null, '王小明', null, 'Priya Raman', null, '欧阳锋', 'Lena Schmidt', null] as const;

function person(number: number, parts: Partial<EntrantRow> = {}): EntrantRow {
  const name = NAMES[number % NAMES.length] ?? '?';
  const lap = Math.floor(number / NAMES.length);
  return {
    number,
    name: lap === 0 ? name : `${name} ${lap + 1}`,
    realName: REAL[number % REAL.length] ?? null,
    state: 'in',
    isHere: number % 11 !== 7,
    isBot: false,
    points: 0,
    accuracy: null,
    rank: null,
    moved: null,
    ...parts,
  };
}

const people = (count: number) => Array.from({ length: count }, (_, number) => person(number));

function ranked(rows: readonly EntrantRow[]): EntrantRow[] {
  const points = (number: number) => 2_140 - ((number * 337) % 1_500);
  const order = rows.map(({ number }) => number).sort((a, b) => points(b) - points(a));
  return rows.map((row) => ({
    ...row,
    points: points(row.number),
    accuracy: Math.round(points(row.number) / 22.5) / 100,
    rank: order.indexOf(row.number) + 1,
    moved: (row.number % 5) - 2,
  }));
}

/** Neighbours meet; where their number is odd, the last one plays the house bot. */
function pairsOf(rows: readonly EntrantRow[]): PairRow[] {
  return Array.from({ length: Math.ceil(rows.length / 2) }, (_, table) => {
    const other = rows[2 * table + 1];
    const isOver = table % 6 === 5;
    return {
      table,
      matchId: `table${table + 1}`,
      entrants: [2 * table, other?.number ?? null],
      turn: isOver ? 0 : 3 + ((table * 7) % 14),
      turns: isOver ? 0 : 18,
      points: [120 + ((table * 83) % 700), 90 + ((table * 131) % 700)],
      accuracy: [((table * 17) % 60) / 100 + 0.4, table % 7 === 0 ? null : ((table * 23) % 50) / 100 + 0.5],
      isAway: [table % 9 === 3, false],
      turnSince: isOver || table % 8 === 6 ? null : NOW - (table % 10 === 2 ? 134_000 : 12_000 + table * 300),
      isOver,
    };
  });
}

const HARD: readonly HardRule[] = [
  { rule: 'fin-wait-1-fin', state: 'FIN_WAIT_1', asked: 28, right: 9 },
  { rule: 'established-close', state: 'ESTABLISHED', asked: 30, right: 14 },
  { rule: 'syn-rcvd-ack', state: 'SYN_RCVD', asked: 30, right: 19 },
];

const DISPUTES: readonly Dispute[] = [
  {
    matchId: 'table3',
    turn: 6,
    entrant: 4,
    comment: 'The ACK was already sent with the data, so why is nothing wrong here?',
    state: 'open',
  },
  { matchId: 'table1', turn: 2, entrant: 0, comment: '', state: 'open' },
  { matchId: 'table2', turn: 9, entrant: 3, comment: '同时关闭的时候不应该直接进入 TIME_WAIT 吗？', state: 'kept' },
  { matchId: 'table4', turn: 1, entrant: 7, comment: 'typo', state: 'voided' },
];

const SETTINGS: InstructorView['settings'] = {
  title: 'Networks II, week 6',
  level: 1,
  rounds: [null, 'simultaneous-close', null],
  turnSeconds: 60,
  speedPoints: false,
  pairing: 'lot',
  locale: 'en',
};

function session(parts: Partial<InstructorView>): InstructorView {
  return {
    contestId: 'gallery',
    title: SETTINGS.title,
    level: 1,
    phase: 'lobby',
    round: 0,
    rounds: 3,
    scenario: null,
    isPaused: false,
    code: '408216',
    codeUntil: NOW + 40_000_000,
    isLocked: false,
    isRehearsal: false,
    locale: 'en',
    startedAt: null,
    hard: [],
    heat: [],
    hardest: null,
    shown: null,
    viewer: 'instructor',
    settings: SETTINGS,
    classId: null,
    projectorKey: 'gallery',
    standsIn: false,
    entrants: people(29),
    pairs: [],
    disputes: [],
    ...parts,
  };
}

function round(count: number, parts: Partial<InstructorView> = {}): InstructorView {
  const entrants = ranked(people(count));
  const running = { phase: 'round', round: 2, scenario: 'simultaneous-close', startedAt: NOW - 425_000 } as const;
  return session({ ...running, entrants, pairs: pairsOf(entrants), hard: HARD, ...parts });
}

const HARDEST: InstructorView['hardest'] = {
  matchId: 'table3',
  turn: 6,
  side: 0,
  asked: 27,
  right: 9,
  wrong: { proposal: { segment: { flags: ['ACK'], seq: null, ack: null, data: false }, state: 'TIME_WAIT' }, count: 11 },
};
const MISSED: InstructorView['hardest'] = { ...HARDEST, wrong: { proposal: null, count: 7 } };

function between(parts: Partial<InstructorView> = {}): InstructorView {
  const entrants = ranked(people(29));
  const over = pairsOf(entrants).map((pair): PairRow => ({ ...pair, turn: 0, turns: 0, turnSince: null, isOver: true }));
  const hardest = HARDEST;
  return session({ phase: 'between', round: 2, scenario: 'simultaneous-close', entrants, pairs: over, hard: HARD, hardest, ...parts });
}

const LATE = [person(29, { name: 'Late Larry' }), person(30, { name: '迟到的小张', realName: '张伟' })];
const ASKING = [person(31, { name: 'Trouble', state: 'asking' }), person(32, { name: 'Gone', state: 'removed', isHere: false })];

export const SESSIONS = {
  empty: session({ entrants: [] }),
  lobby: session({ entrants: [...people(29), ...ASKING] }),
  few: session({ entrants: people(5).map((row) => ({ ...row, isHere: true })), isLocked: true, standsIn: true }),
  rehearsal: session({ isRehearsal: true, isLocked: true, entrants: people(7).map((row) => ({ ...row, isBot: true, isHere: true })) }),
  crowd: session({ entrants: people(500) }),
  round: round(29, { disputes: DISPUTES }),
  paused: round(29, { isPaused: true }),
  begun: round(12, { hard: [] }),
  late: round(29, { entrants: [...ranked(people(29)), ...LATE, ...ASKING], shown: { matchId: 'table3', turn: 6 } }),
  seat: round(9, { standsIn: true }),
  hundreds: round(500, { disputes: DISPUTES.slice(0, 1) }),
  untimed: round(8, { settings: { ...SETTINGS, turnSeconds: null } }),
  between: between({ disputes: DISPUTES }),
  last: between({ round: 3, hardest: MISSED, shown: { matchId: 'table3', turn: 6 } }),
  over: between({ phase: 'over', round: 3, code: null, disputes: DISPUTES.slice(2) }),
} as const satisfies Readonly<Record<string, InstructorView>>;
export type SessionName = keyof typeof SESSIONS;

function summary(contestId: string, parts: Partial<ContestSummary>): ContestSummary {
  const fresh = { title: 'Networks II, week 6', classId: null, phase: 'lobby', round: 0, rounds: 3, entrants: 0 } as const;
  return { contestId, ...fresh, isRehearsal: false, createdAt: NOW, ...parts };
}

export const SUMMARIES: readonly ContestSummary[] = [
  summary('a', { entrants: 0 }),
  summary('b', { phase: 'round', round: 2, entrants: 29, title: '计算机网络 第六周' }),
  summary('c', { phase: 'between', round: 1, rounds: 1, entrants: 1 }),
  summary('d', { phase: 'over', round: 3, entrants: 480, title: 'A title of sixty characters, which is as long as one may be ok' }),
  summary('e', { phase: 'over', round: 2, entrants: 7, isRehearsal: true }),
];

export const TEMPLATES: readonly ContestTemplate[] = [
  { templateId: 'weekly', settings: { ...SETTINGS, title: 'Weekly', level: 2, turnSeconds: 75, speedPoints: true } },
];
