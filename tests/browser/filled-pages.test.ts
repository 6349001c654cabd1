/** Pages with something on them: they fit a phone and keep nobody out. What the host would answer is given to them here. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InvitationAnswer, LeaderboardAnswer, MatchesAnswer } from '#protocol/api.ts';
import { withBrowser } from './browser.ts';
import { type Host, startHost } from './host.ts';

const { newPerson } = withBrowser();
let host: Host;
beforeAll(async () => {
  host = await startHost();
});
afterAll(() => host.dispose());

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

const ANSWERS: Readonly<Record<string, unknown>> = {
  matches: MATCHES,
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
  await page.goto(host.url + path, { waitUntil: 'networkidle' });
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`)).toEqual([]);
});
