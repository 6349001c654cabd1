/** Every situation in both languages: nothing is missing, and nothing is told that the viewer may not know. */
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import en from '#messages/en.json';
import zhCn from '#messages/zh-CN.json';
import { SCENARIOS } from '#game/scenarios/catalogue.ts';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import type { View } from '#game/match/view.ts';
import { Duel } from '#components/duel.tsx';
import type { DuelActions } from '#components/duel-props.ts';
import { NOW } from '#components/gallery/build.ts';
import { CLOSE_MISTAKEN } from '#components/gallery/turns.ts';
import { SITUATIONS, type SituationName } from '#components/gallery/situations.ts';
import { Scoreline } from '#components/match/scoreline.tsx';
import { Replay } from '#components/replay.tsx';
import { playedToTheEnd } from './played.ts';

const MESSAGES = { en, 'zh-CN': zhCn } as const;
type Locale = keyof typeof MESSAGES;

function throwIt(problem: unknown): never {
  throw problem;
}

const hostNow = () => NOW;
const ruleText = () => ({ text: 'because', section: '3.10.4', linux: 'does otherwise' });
const ignore = () => {};
const on: DuelActions = {
  propose: ignore,
  predict: ignore,
  ready: ignore,
  leave: ignore,
  resign: ignore,
  dispute: ignore,
  rematch: ignore,
  replaceIdle: ignore,
  reportName: ignore,
};

function draw(view: View, locale: Locale, story: string | null = null): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={MESSAGES[locale]} onError={throwIt} timeZone="UTC">
      <Scoreline view={view} scenarioName={null} hostNow={hostNow} />
      <Duel
        view={view}
        hostNow={hostNow}
        ruleText={ruleText}
        edges={DIAGRAM}
        on={on}
        scenarioName={null}
        scenarioStory={story}
        replayHref="/replay/gallery1"
        captureHref="/gallery"
      />
    </NextIntlClientProvider>,
  );
}

function drawReplay(view: View, locale: Locale): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={MESSAGES[locale]} onError={throwIt} timeZone="UTC">
      <Replay view={view} ruleText={ruleText} edges={DIAGRAM} scenarioName={null} captureHref="/gallery" />
    </NextIntlClientProvider>,
  );
}

const NAMES = Object.keys(SITUATIONS) as SituationName[];
const count = (html: string, part: RegExp) => html.match(part)?.length ?? 0;

describe.each(NAMES)('%s', (name) => {
  test('has all its words in English and in Chinese', () => {
    expect(draw(SITUATIONS[name], 'en')).not.toContain('undefined');
    expect(draw(SITUATIONS[name], 'zh-CN')).toMatch(/\p{Script=Han}/u);
  });
});

test('the next state is one of eleven radios in a named group, one of them in the order of tabs', () => {
  const html = draw(SITUATIONS.move, 'en');
  expect(count(html, /role="radio"/g)).toBe(11);
  expect(count(html, /role="radiogroup"/g)).toBe(1);
  expect(count(html, /tabindex="0"[^>]*transform|role="radio"[^>]*tabindex="0"/gi)).toBe(1);
  expect(html).toContain('SYN-RECEIVED');
  expect(html).toContain('SYN-RECV');
});

test('level 3 tells neither states nor variables, and draws no arrows between states', () => {
  const html = draw(SITUATIONS['level-3'], 'en');
  expect(html).not.toContain('SND.NXT');
  expect(html).not.toContain('you are here');
  expect(html).not.toMatch(/Goes to|Stays in|You are in/);
  expect(html).not.toContain('marker-end');
});

test.each(['en', 'zh-CN'] as const)(
  'in %s a match that the instructor has paused shows no clock, no countdown and nothing to press',
  (locale) => {
    const { instructor, presence } = MESSAGES[locale].duel;
    for (const name of ['halted', 'halted-verdict'] as const) {
      const html = draw(SITUATIONS[name], locale);
      expect(html).toContain(instructor.halted);
      expect(html).not.toContain('role="timer"');
      expect(html).toContain('aria-disabled="true"');
      expect(html).not.toContain(presence.grace.replace('{seconds}', '42'));
    }
  },
);

test('below level 3 the player is told the state, by word and on the diagram', () => {
  const html = draw(SITUATIONS.move, 'en');
  expect(html).toMatch(/You are in <code[^>]*>FIN_WAIT_1/);
  expect(html).toContain('FIN_WAIT_1, you are here');
});

test('the ladder is a list of sentences for those who do not see it', () => {
  expect(draw(SITUATIONS.lost, 'en')).toContain(
    'Sends ACK seq=4294967290 ack=4294960001 len=1200, which the wire loses. Stays in ESTABLISHED.',
  );
});

test('whoever watches has nothing to answer with', () => {
  const html = draw(SITUATIONS.spectator, 'en');
  expect(html).not.toMatch(/<button|role="radio"|type="checkbox"/);
});

test('a verdict says what was right, why, and what the wrong answer would have done', () => {
  const html = draw(SITUATIONS['ghost-reply'], 'en').replaceAll(/<[^>]+>/g, '');
  expect(html).toContain('Right: FIN ACK seq=301 ack=801 → FIN_WAIT_1');
  expect(html).toContain(
    'Your SYN would have reached Jonas in ESTABLISHED. Jonas would have answered ACK seq=801 ack=301 and stayed in ESTABLISHED.',
  );
  expect(html).toContain('RFC 9293 §3.10.4');
  expect(html).toContain('On Linux: does otherwise');
});

test.each(['en', 'zh-CN'] as const)('a wrong move is first told which mistake it shows, one’s own and the other’s (%s)', (locale) => {
  const replay = drawReplay({ ...SITUATIONS.misconception, turns: [CLOSE_MISTAKEN] }, locale);
  for (const html of [draw(SITUATIONS.misconception, locale), replay]) {
    const [, ...verdicts] = html.replaceAll(/<(?!article)[^>]+>/g, ' ').split('<article');
    for (const [n, id] of (['close-wait-by-sending-fin', 'close-means-closed'] as const).entries()) {
      const { name, text } = MESSAGES[locale].misconceptions[id];
      const [before] = verdicts[n]?.split('because') ?? [];
      expect(before).toContain(name);
      expect(before).toContain(text);
    }
  }
});

test('numbers are asked for from level 2 on, and data only where it is offered', () => {
  expect(draw(SITUATIONS.move, 'en')).toContain('inputMode="numeric"');
  expect(draw(SITUATIONS['first-turn'], 'en')).not.toContain('inputMode');
  expect(draw(SITUATIONS.prediction, 'en')).not.toContain('inputMode');
  expect(draw(SITUATIONS.data, 'en')).toContain('with the 1,200 octets of data');
  expect(draw(SITUATIONS.move, 'en')).not.toContain('of data');
});

test('the story is told when a leg begins and when the match is over, not in between', () => {
  const tells = (name: SituationName) => draw(SITUATIONS[name], 'en', 'Both close at once.').includes('Both close at once.');
  expect({ begins: tells('first-turn'), between: tells('move'), over: tells('won') }).toEqual({ begins: true, between: false, over: true });
});

test.each(SCENARIOS.map(({ id }) => id))('%s can be looked at when it is over, as a match and as a replay', (id) => {
  const view = playedToTheEnd(id);
  for (const locale of ['en', 'zh-CN'] as const) expect(draw(view, locale).length + drawReplay(view, locale).length).toBeGreaterThan(1000);
});
