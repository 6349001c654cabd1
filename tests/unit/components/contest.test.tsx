/** A class session in every situation, in both languages: a student's page and the wall. */
import { describe, expect, test } from 'vitest';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import type { HardestTurn } from '#game/contest/vocabulary.ts';
import type { ProjectorView } from '#protocol/contest.ts';
import { NOW } from '#components/gallery/build.ts';
import { STUDENT_SITUATIONS, type StudentSituation, WALL_SITUATIONS, type WallSituation } from '#components/gallery/contest-situations.ts';
import { SITUATIONS } from '#components/gallery/situations.ts';
import { clockText } from '#components/projector/clock-text.ts';
import { bandOf, shareOf } from '#components/projector/shares.ts';
import { TurnCard } from '#components/projector/turn-card.tsx';
import { Wall } from '#components/projector/wall.tsx';
import { Room } from '#components/session/room.tsx';
import { calledMatchOf, roomSituationOf } from '#components/session/situation.ts';
import { draw, MESSAGES, textOf, type Locale } from './draw.tsx';

function wall(view: ProjectorView, locale: Locale = 'en'): string {
  const rule = (id: RuleId) => MESSAGES[locale].rules[id].name;
  const card = (hardest: HardestTurn) => <TurnCard view={SITUATIONS.ghost} turn={hardest.turn} hardest={hardest} />;
  return draw(
    <Wall
      view={view}
      joinUrl="https://lastack.school/join"
      hostNow={() => NOW}
      edges={DIAGRAM}
      ruleName={rule}
      scenarioName={view.scenario}
      turn={view.hardest ? card(view.hardest) : undefined}
    />,
    locale,
  );
}

describe.each(Object.keys(STUDENT_SITUATIONS) as StudentSituation[])('a student, %s', (name) => {
  test('is told in English and in Chinese', () => {
    const [english, chinese] = (['en', 'zh-CN'] as const).map((locale) => draw(<Room view={STUDENT_SITUATIONS[name]} />, locale));
    expect(english).toMatch(/<h1/);
    expect(chinese).toMatch(/<h1[^>]*>[^<]*\p{Script=Han}/u);
  });
});

test('a student is where the session and the match are', () => {
  const situations = Object.values(STUDENT_SITUATIONS).map(roomSituationOf);
  expect(new Set(situations)).toEqual(new Set(['lobby', 'asking', 'removed', 'late', 'play', 'done', 'between', 'over']));
});

test('only a match that is still being played calls its student', () => {
  const called = Object.entries(STUDENT_SITUATIONS).filter(([, view]) => calledMatchOf(view) !== null);
  expect(called.map(([name]) => name)).toEqual(['play']);
  expect(calledMatchOf({ ...STUDENT_SITUATIONS.play, me: { ...STUDENT_SITUATIONS.play.me, state: 'removed' } })).toBeNull();
});

describe.each(Object.keys(WALL_SITUATIONS) as WallSituation[])('the wall, %s', (name) => {
  test('is in English and in Chinese, under one heading, without controls', () => {
    for (const locale of ['en', 'zh-CN'] as const) {
      const html = wall(WALL_SITUATIONS[name], locale);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html).not.toMatch(/<(button|input|a|audio|video)\b/);
    }
  });
});

test('the wall says how to join as long as one can', () => {
  expect(textOf(wall(WALL_SITUATIONS.lobby))).toContain('lastack.school/join 417 902');
  expect(textOf(wall(WALL_SITUATIONS.round))).toContain('lastack.school/join 417 902');
  expect(textOf(wall(WALL_SITUATIONS['lobby-locked']))).not.toContain('417 902');
  expect(textOf(wall(WALL_SITUATIONS.over))).not.toContain('Join at');
});

test('what is hard is told by number, by state and by rule', () => {
  const html = wall(WALL_SITUATIONS.round);
  expect(html).toContain('FIN_WAIT_1: 37% right of 100 answers');
  expect(textOf(html)).toContain('FIN with the ACK of ours in FIN_WAIT_1 37%');
  expect(textOf(html)).toContain('The retransmission timer for our FIN in LAST_ACK 52%');
});

test('movement on the board is told by sign and by word', () => {
  expect(textOf(wall(WALL_SITUATIONS.round))).toMatch(/梅 Mei ▲ 2 up 2 .* Jonas ▼ 1 down 1 .* Priya – same place/);
});

test('the hardest turn names what most got wrong and what is right, and nobody', () => {
  const html = textOf(wall(WALL_SITUATIONS.between)).split('Standings')[0];
  expect(html).toContain('9 of 31 had it right. Most frequent wrong answer, given 12 times:');
  expect(html).toMatch(/✕ RST seq=301 → CLOSED ✓ Right: FIN ACK seq=301 ack=801 → FIN_WAIT_1/);
  expect(html).not.toMatch(/Mei|Jonas/);
});

test('a tally is a share, and a share is known, shaky or hard', () => {
  expect([shareOf({ asked: 0, right: 0 }), shareOf({ asked: 4, right: 1 })]).toEqual([null, 0.25]);
  expect([0, 0.49, 0.5, 0.79, 0.8, 1].map(bandOf)).toEqual(['hard', 'hard', 'shaky', 'shaky', 'known', 'known']);
});

test.each([
  [-5, '00:00'],
  [999, '00:00'],
  [138_000, '02:18'],
  [3_599_999, '59:59'],
  [3_600_000, '1:00:00'],
  [37_565_000, '10:26:05'],
])('%i ms are %s', (ms, text) => {
  expect(clockText(ms)).toBe(text);
});
