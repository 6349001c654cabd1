/** Pages with something on them: they fit a phone and keep nobody out. What the host would answer is given to them here. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { DisputesAnswer, WaitingDispute } from '#protocol/admin.ts';
import type { StorageAnswer } from '#protocol/storage.ts';
import type { InvitationAnswer, LeaderboardAnswer, MatchesAnswer } from '#protocol/api.ts';
import { INSTRUCTOR_COOKIE, type InstructorAnswer } from '#protocol/instructors.ts';
import { violationsOn } from './axe.ts';
import { withBrowser } from './browser.ts';
import { withHost } from './with-host.ts';

const { newPerson } = withBrowser();
const host = withHost();

const LONGEST_NAME = 'W'.repeat(20);
const INVITATION: InvitationAnswer = {
  code: 'AAAAAA',
  from: LONGEST_NAME,
  mine: true,
  level: 3,
  scenario: null,
  turnSeconds: null,
  state: 'open',
  matchId: null,
};
const MATCH = { matchId: 'match', startedAt: 0, endedAt: 1, level: 2, scenario: 'abort', kind: 'invited', accuracy: 0.8 } as const;
const OPPONENT = { name: LONGEST_NAME, bot: null };
const MATCHES: MatchesAnswer = {
  matches: [
    { ...MATCH, matchId: 'open', endedAt: null, scenario: null, opponent: OPPONENT, points: null, accuracy: null, result: 'open' },
    { ...MATCH, matchId: 'won', opponent: OPPONENT, points: [12_345, 9_876], result: 'won' },
    { ...MATCH, matchId: 'lost', kind: 'tutorial', opponent: { name: 'Bot', bot: 'perfect' }, points: [0, 90], result: 'lost' },
  ],
};
const ROW = { rank: 1, name: LONGEST_NAME, isMe: true, matches: 1_234, moves: 12_345, accuracy: 1, points: 1_234_567 };
const LEADERBOARD: LeaderboardAnswer = { rows: [ROW, { ...ROW, rank: 2, name: '梅', isMe: false }], minimumMoves: 20 };

const ADMIN: InstructorAnswer = { account: { id: 'ada', email: 'ada@example.org', name: 'Ada', role: 'admin' } };
const DISPUTE: WaitingDispute = {
  cursor: 2,
  matchId: 'match',
  turn: 21,
  at: 0,
  kind: 'class',
  level: 3,
  scenario: 'three-way-handshake',
  isOver: true,
  session: 'W'.repeat(60),
  players: [OPPONENT, { name: '', bot: null }],
  voices: [
    { side: 0, comment: 'W'.repeat(500) },
    { side: 1, comment: '' },
  ],
};
const BOT_DISPUTE: WaitingDispute = {
  ...DISPUTE,
  cursor: 1,
  kind: 'bot',
  session: null,
  players: [OPPONENT, { name: 'Bot', bot: 'novice' }],
};
const DISPUTES: DisputesAnswer = { disputes: [DISPUTE, BOT_DISPUTE], waiting: 1_234 };
const STORAGE: StorageAnswer = {
  database: 123_456_789_012,
  unused: 1_234,
  log: 0,
  free: 9_876_543_210,
  perMatch: 34_567,
  rows: { matches: 1_234_567, moves: 123_456_789, judged_moves: 12_345_678, study_answers: 12_345_678, players: 123_456, sessions: 1 },
  backup: { last: { at: 0, path: `/${'w'.repeat(200)}.db`, octets: 1 }, isDue: true },
  retention: { days: 365, next: { players: 501, matches: 499 } },
};

const ANSWERS: Readonly<Record<string, unknown>> = {
  matches: MATCHES,
  instructor: ADMIN,
  'admin/disputes': DISPUTES,
  'admin/storage': STORAGE,
  leaderboard: LEADERBOARD,
  'invitations/AAAAAA': INVITATION,
  'invitations/BBBBBB': { ...INVITATION, code: 'BBBBBB', mine: false },
  'invitations/CCCCCC': { ...INVITATION, code: 'CCCCCC', state: 'used' },
};
const PAGES = [
  '/',
  '/waiting?level=2',
  '/invite/AAAAAA',
  '/invite/BBBBBB',
  '/invite/CCCCCC',
  '/leaderboard',
  '/matches',
  '/match/nosuchmatch',
  '/join',
  '/join/417902',
  '/admin/disputes',
  '/admin/data',
];

async function giveAnswers(page: Page): Promise<void> {
  await page.route('**/api/**', (route) => {
    const answer = ANSWERS[new URL(route.request().url()).pathname.slice('/api/'.length)];
    return answer ? route.fulfill({ json: answer }) : route.continue();
  });
}

test.each(
  PAGES.flatMap((path) => [
    { path, locale: 'en-US' },
    { path, locale: 'zh-CN' },
  ]),
)('$path in $locale', async ({ path, locale }) => {
  const { page } = await newPerson({ locale, viewport: { width: 360, height: 740 } });
  await giveAnswers(page);
  if (path.startsWith('/admin')) await page.context().addCookies([{ name: INSTRUCTOR_COOKIE, value: 'any', url: host.url }]);
  await page.goto(host.url + path, { waitUntil: 'networkidle' });
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  expect(await violationsOn(page)).toEqual([]);
});
