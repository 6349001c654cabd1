/** A class session in every situation, as its students and its projector see it. */
import type { HardestTurn, HardRule, HeatState } from '#game/contest/vocabulary.ts';
import { STATES } from '#game/tcp/vocabulary.ts';
import type { BoardRow, ContestFrame, ProjectorView, StudentView } from '#protocol/contest.ts';
import { NOW } from './build.ts';

const FRAME: ContestFrame = {
  contestId: 'session1',
  title: 'CS 341 · Networking',
  level: 2,
  phase: 'lobby',
  round: 0,
  rounds: 5,
  scenario: null,
  isPaused: false,
};
const ROUND = { phase: 'round', round: 3 } as const;
const BETWEEN = { phase: 'between', round: 3, scenario: 'simultaneous-close' } as const;
const OVER = { phase: 'over', round: 5, scenario: 'simultaneous-close' } as const;

const STUDENT: StudentView = {
  ...FRAME,
  viewer: 'student',
  me: { number: 4, name: '梅 Mei', state: 'in', points: 0, accuracy: null, rank: null, of: 31 },
  match: null,
};
const RANKED: StudentView['me'] = { ...STUDENT.me, points: 4_310, accuracy: 0.83, rank: 3 };
const MATCH = { matchId: 'gallery1', opponent: 'Jonas', isOver: false };
const LONG: StudentView['me'] = { ...STUDENT.me, name: 'Wolfeschlegelsteinha' };

export const STUDENT_SITUATIONS = {
  lobby: STUDENT,
  'lobby-long': { ...STUDENT, title: 'Rechnernetze und verteilte Systeme, Übungsgruppe am Dienstag', me: LONG },
  asking: { ...STUDENT, me: { ...STUDENT.me, state: 'asking' } },
  removed: { ...STUDENT, me: { ...STUDENT.me, state: 'removed' } },
  late: { ...STUDENT, ...ROUND },
  play: { ...STUDENT, ...ROUND, me: RANKED, match: MATCH },
  paused: { ...STUDENT, ...ROUND, me: RANKED, match: { ...MATCH, isOver: true }, isPaused: true },
  done: { ...STUDENT, ...ROUND, me: RANKED, match: { ...MATCH, isOver: true } },
  between: { ...STUDENT, ...BETWEEN, me: RANKED, match: { ...MATCH, isOver: true } },
  last: { ...STUDENT, ...BETWEEN, round: 5, me: RANKED, match: { ...MATCH, isOver: true } },
  over: { ...STUDENT, ...OVER, me: RANKED, match: { ...MATCH, isOver: true } },
  'over-late': { ...STUDENT, ...OVER },
} as const satisfies Readonly<Record<string, StudentView>>;
export type StudentSituation = keyof typeof STUDENT_SITUATIONS;

const NAMES = [
  '梅 Mei',
  'Jonas',
  'Adaeze',
  '李想',
  'Priya',
  'Tomás',
  'Noor',
  'Sam',
  'Wolfeschlegelsteinha',
  '欧阳锋与他的二十个字的名字真的很长啊',
];
const MOVES = [2, -1, 5, -2, 0, 1, 0, -3, null, 12];

function boardOf(names: readonly string[]): readonly BoardRow[] {
  return names.map((name, index) => ({
    number: index,
    rank: index + 1,
    name,
    points: 4_310 - 155 * index,
    accuracy: 0.97 - 0.06 * index,
    moved: MOVES[index] ?? null,
  }));
}

const HARD: readonly HardRule[] = [
  { rule: 'fin-wait-1-fin-ack', state: 'FIN_WAIT_1', asked: 30, right: 11 },
  { rule: 'retransmit-fin', state: 'LAST_ACK', asked: 25, right: 13 },
  { rule: 'close-wait-close', state: 'CLOSE_WAIT', asked: 31, right: 22 },
  { rule: 'two-msl', state: 'TIME_WAIT', asked: 18, right: 15 },
];
const SHARES = [1, 0.94, 0.81, 0.68, 0.9, 0.37, 0.55, 0.71, 0.49, 0.52, 0.83];
const HEAT: readonly HeatState[] = STATES.map((state, index) => ({ state, asked: 100, right: Math.round(100 * (SHARES[index] ?? 1)) }));

/** In `CLOSE_WRONG` of the gallery, at the client's end. */
const HARDEST: HardestTurn = {
  matchId: 'gallery1',
  turn: 4,
  side: 0,
  asked: 31,
  right: 9,
  wrong: { proposal: { segment: { flags: ['RST'], seq: 301, ack: null, data: false }, state: 'CLOSED' }, count: 12 },
};

const PROJECTOR: ProjectorView = {
  ...FRAME,
  viewer: 'projector',
  code: '417902',
  codeUntil: NOW + 3_600_000,
  isLocked: false,
  isRehearsal: false,
  locale: 'en',
  startedAt: null,
  hard: [],
  heat: [],
  hardest: null,
  shown: null,
  entrants: 31,
  offline: 0,
  pairs: 15,
  withBot: 1,
  done: 24,
  paired: 31,
  board: boardOf(NAMES),
  newest: [],
};
const RUNNING: ProjectorView = { ...PROJECTOR, ...ROUND, startedAt: NOW - 138_000, hard: HARD, heat: HEAT };
const CROWD = Array.from({ length: 60 }, (_, index) => `${NAMES[index % NAMES.length]} ${index}`);

export const WALL_SITUATIONS = {
  lobby: { ...PROJECTOR, entrants: 12, newest: [...NAMES, '小红', 'Liam'] },
  'lobby-empty': { ...PROJECTOR, entrants: 0, rounds: 1 },
  'lobby-full': { ...PROJECTOR, entrants: 512, newest: CROWD },
  'lobby-rehearsal': { ...PROJECTOR, isLocked: true, isRehearsal: true, newest: NAMES },
  'lobby-locked': { ...PROJECTOR, isLocked: true, newest: NAMES },
  round: RUNNING,
  'round-first': { ...RUNNING, round: 1, hard: [], heat: [], board: RUNNING.board.map((row) => ({ ...row, points: 0, moved: null })) },
  'round-named': { ...RUNNING, level: 1, scenario: 'four-segment-close-server-first', offline: 2 },
  'round-some': { ...RUNNING, heat: HEAT.slice(0, 5), hard: HARD.slice(0, 1), board: boardOf(NAMES.slice(0, 3)), isRehearsal: true },
  paused: { ...RUNNING, isPaused: true },
  shown: { ...RUNNING, shown: { matchId: 'gallery1', turn: 4 } },
  between: { ...PROJECTOR, ...BETWEEN, done: 31, hard: HARD, heat: HEAT, hardest: HARDEST },
  'between-none': { ...PROJECTOR, ...BETWEEN, done: 31, hard: HARD, heat: HEAT },
  last: {
    ...PROJECTOR,
    ...BETWEEN,
    round: 5,
    done: 31,
    hard: HARD,
    heat: HEAT,
    hardest: { ...HARDEST, wrong: { proposal: null, count: 1 } },
  },
  over: { ...PROJECTOR, ...OVER, code: null },
  'over-few': { ...PROJECTOR, ...OVER, code: null, board: boardOf(NAMES.slice(0, 2)) },
} as const satisfies Readonly<Record<string, ProjectorView>>;
export type WallSituation = keyof typeof WALL_SITUATIONS;
