/** The instructor's console in every situation and in both languages. */
import { describe, expect, test } from 'vitest';
import { Console } from '#components/console/console.tsx';
import { NOW } from '#components/gallery/build.ts';
import { SESSIONS, type SessionName, SUMMARIES, TEMPLATES } from '#components/gallery/console-situations.ts';
import { usualSettings } from '#components/sessions/draft.ts';
import { SessionList } from '#components/sessions/session-list.tsx';
import { SetupForm } from '#components/sessions/setup-form.tsx';
import { EXPORTS } from '#protocol/exports.ts';
import { contestSettingsSchema, type InstructorView, MOST_ROUNDS, PAIRINGS } from '#protocol/contest.ts';
import { draw, MESSAGES, textOf, type Locale } from './draw.tsx';

const hostNow = () => NOW;
const ruleName = () => ({ name: 'a rule', section: '3.10.4' });

function drawConsole(view: InstructorView, locale: Locale = 'en'): string {
  const joinUrl = 'http://192.168.1.20:3000/join';
  return draw(<Console view={view} hostNow={hostNow} joinUrl={joinUrl} scenarioName={(id) => id} ruleName={ruleName} />, locale);
}

const NAMES = Object.keys(SESSIONS) as SessionName[];

describe.each(NAMES)('%s', (name) => {
  test('has all its words in English and in Chinese', () => {
    expect(drawConsole(SESSIONS[name], 'en')).not.toContain('undefined');
    expect(drawConsole(SESSIONS[name], 'zh-CN')).toMatch(/\p{Script=Han}/u);
  });
});

test('the lobby has the code, the way to join, who is here and the button that starts the first round', () => {
  const text = textOf(drawConsole(SESSIONS.lobby));
  for (const words of ['408 216', 'Lock the session', '29 students', '27 here', '13 pairs', 'Start round 1']) expect(text).toContain(words);
});

test('who is left over plays a bot, or the instructor who offers it', () => {
  expect(textOf(drawConsole(SESSIONS.lobby))).toContain('a bot plays against them');
  expect(textOf(drawConsole(SESSIONS.few))).toContain('you play against them');
});

test('a pair that is stuck comes first, then one that is offline', () => {
  const states = [...textOf(drawConsole(SESSIONS.round)).matchAll(/stuck \d\d:\d\d|offline: \S+|playing|reading|done(?= Replay)/g)].map(
    String,
  );
  expect(states.slice(0, 3)).toEqual(['stuck 02:14', 'stuck 02:14', 'offline: Tomás']);
  expect(states.at(-1)).toBe('done');
});

test('nobody is stuck while the session pauses, and it can go on', () => {
  const text = textOf(drawConsole(SESSIONS.paused));
  expect(text).not.toContain('stuck 02:14');
  expect(text).toContain('Go on');
});

test('of hundreds of pairs the first are drawn, and the others on demand', () => {
  const html = drawConsole(SESSIONS.hundreds);
  expect(html.match(/Watch table|Replay of table/g)).toHaveLength(40);
  expect(html).toContain('Show 210 more');
});

test('untimed play has no time to give', () => {
  expect(drawConsole(SESSIONS.untimed)).not.toContain('More time');
  expect(drawConsole(SESSIONS.round)).toContain('More time');
});

test('whoever asks to be let in, came too late, or waits for the instructor is told at the top', () => {
  const text = textOf(drawConsole(SESSIONS.late));
  expect(text).toContain('Trouble was removed and asks to be let in again.');
  expect(text).toContain('in from the next one on: Late Larry and 迟到的小张.');
  expect(text).toContain('turn 7 of table 3');
  expect(drawConsole(SESSIONS.seat)).toContain('href="/match/table5"');
});

test('between rounds the hardest turn is shown with its most frequent wrong answer', () => {
  const text = textOf(drawConsole(SESSIONS.between));
  expect(text).toContain('9 of 27 had it right at the first try.');
  expect(text).toContain('ACK → TIME_WAIT');
  expect(textOf(drawConsole(SESSIONS.last))).toContain('the time ran out: 7 times');
});

test('a disputed turn can be looked at live or as a replay that begins with it, and is decided once', () => {
  const during = drawConsole(SESSIONS.round);
  expect(during).toContain('href="/match/table3"');
  expect(during.match(/The verdict stands/g)).toHaveLength(2);
  expect(drawConsole(SESSIONS.between)).toContain('href="/replay/table3?turn=6"');
});

test('a session that is over has its final standings and its exports, and nothing to start', () => {
  const html = drawConsole(SESSIONS.over);
  expect(html).toContain('Final standings');
  for (const file of EXPORTS) expect(html).toContain(`/api/contests/gallery/exports/${file}`);
  expect(html).not.toMatch(/Start round|End the session/);
});

test.each(['en', 'zh-CN'] as const)('one’s own sessions and the set-up of a new one have their words (%s)', (locale) => {
  const setup = {
    first: usualSettings('A session', locale),
    pairings: PAIRINGS,
    mostRounds: MOST_ROUNDS,
    scenarios: [{ id: 'simultaneous-close', name: 'Simultaneous close', level: 1 as const }],
    classes: [{ classId: 'a', name: 'Networks II', term: '2026/27' }],
    firstClass: null,
    templates: TEMPLATES,
    isBusy: false,
    trouble: null,
    onCreate: () => {},
    onSave: async () => true,
    onDelete: () => {},
  };
  const html = draw(
    <>
      <SessionList sessions={SUMMARIES} />
      <SetupForm {...setup} />
    </>,
    locale,
  );
  expect(html).toContain('Networks II');
  expect(html).toContain(MESSAGES[locale].sessions.setup.create);
});

test('the usual settings are such as the host takes', () => {
  expect(contestSettingsSchema.parse(usualSettings('A session', 'en'))).toEqual(usualSettings('A session', 'en'));
});
