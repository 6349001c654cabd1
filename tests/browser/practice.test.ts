/** Practice against a bot, and catching the mistakes of two: as the rules say it, in the browser. */
import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import type { Level } from '#game/match/vocabulary.ts';
import { beginCatching, takeCatchStep, truthOf, type Catching, type CatchStep } from '#game/practice/catch.ts';
import { pointsOf, type Judged } from '#game/practice/judged.ts';
import { beginPractice, openIn, takeStep, type Practice, type PracticeStep } from '#game/practice/practice.ts';
import { isIllegal } from '#game/practice/turns.ts';
import type { StudyOverview } from '#protocol/study.ts';
import { legOf, rightMove } from '../unit/practice/legs.ts';
import { withBrowser } from './browser.ts';
import { expectOpen, expectOpenToAll } from './open-to-all.ts';
import { CHINESE_ON_A_PHONE, DESKTOP, ENGLISH_AT_A_DESK, type Kind, newPlayer, type Player } from './people.ts';
import { withHost } from './with-host.ts';

/** One who looks needs no keyboard. */
const LOOKER: Kind = { locale: 'en', hands: 'fingers', options: { ...DESKTOP, hasTouch: true } };

const { newPerson } = withBrowser();
const host = withHost();

async function arrive(kind: Kind, path: string): Promise<Player> {
  const player = await newPlayer(newPerson, kind);
  await player.page.goto(host.url + path, { waitUntil: 'networkidle' });
  return player;
}

const SCENARIO = 'four-segment-close-client-first';
const addressOf = (level: Level, seed: number) => `?scenario=${SCENARIO}&level=${level}&seed=${seed}`;

function begin(level: Level, seed: number): Practice {
  return beginPractice({ level, role: 'client', strength: 'novice', seed }, legOf(SCENARIO, level, seed));
}

/** The bot's first move is a mistake, and a later one is not. */
const SEED = [...Array(100).keys()].find((seed) => {
  const begun = begin(2, seed);
  const moved = takeStep(takeStep(begun, { type: 'answer', proposal: rightMove(begun) }), { type: 'go-on' });
  return moved.phase === 'bots-move' && botErrs(moved);
});
if (SEED === undefined) throw new Error('the novice makes no mistake');

function botErrs(practice: Practice): boolean {
  const verdict = openIn(practice).verdicts.at(-1);
  return verdict !== undefined && isIllegal(verdict);
}

/** What one has in hand, and the practice as it has to stand after it. */
function practising(player: Player, begun: Practice) {
  const { t, hands, button, verdict, page } = player;
  let now = begun;
  const took = (step: PracticeStep) => {
    now = takeStep(now, step);
  };
  return {
    state: () => now,
    hint: async (depth: number) => {
      await hands.press(button(t('practice.hints.ask', { depth: `${depth}` })));
      took({ type: 'hint' });
    },
    answer: async (proposal = rightMove(now)) => {
      await player.asked();
      await player.answer(proposal);
      await verdict.waitFor();
      took({ type: 'answer', proposal });
    },
    goOn: async () => {
      const isPassed = now.phase === 'bots-move';
      await hands.goOn(button(t(isPassed ? 'practice.bot.pass' : 'practice.board.next')));
      took({ type: 'go-on' });
    },
    object: async () => {
      await hands.press(button(t('practice.bot.illegal')));
      took({ type: 'object' });
      await verdict.getByText(t(`practice.bot.calls.${now.call ?? 'missed'}`)).waitFor();
    },
    takeBack: async (turn: number) => {
      await hands.press(button(t('practice.back.open')));
      await hands.press(page.getByRole('dialog').getByRole('button', { name: t('practice.back.turn', { turn: turn + 1 }) }));
      took({ type: 'take-back', turn });
      await player.asked();
    },
  };
}

const nothing = { segment: null, state: 'CLOSED' } as const;

test('a practice by the keyboard alone: hints, a step back, a mistake of the novice, a reload, and what came of it', {
  timeout: 240_000,
}, async () => {
  const player = await arrive(ENGLISH_AT_A_DESK, `/practice${addressOf(2, SEED)}`);
  const { page, t, ladder } = player;
  const at = practising(player, begin(2, SEED));
  await player.asked();

  await at.hint(0);
  await page.getByText('Your application has made a call in CLOSED.').waitFor();
  await at.hint(1);
  await page.getByText('Active OPEN in CLOSED (RFC 9293 §3.10.1)').waitFor();
  await at.hint(2);
  await page.getByText(/^The answer: SYN seq=\d+ → SYN_SENT$/).waitFor();
  await at.answer(nothing);
  await at.takeBack(0);
  await at.answer();
  await at.goOn();

  expect(at.state().phase).toBe('bots-move');
  await at.object();
  expect(at.state().call).toBe('caught');
  const before = await ladder();
  await page.reload({ waitUntil: 'networkidle' });
  await player.verdict.getByText(t('practice.bot.calls.caught')).waitFor();
  expect(await ladder()).toEqual(before);
  await at.goOn();

  let alarms = 0;
  while (at.state().phase !== 'over') {
    if (at.state().phase === 'asked') await at.answer();
    else if (at.state().phase === 'bots-move' && (botErrs(at.state()) || alarms++ === 0)) await at.object();
    else await at.goOn();
  }
  await page.getByRole('heading', { name: t('practice.over.title') }).waitFor();
  await page.getByText(t('practice.over.scenario', { scenario: t(`scenarios.${SCENARIO}.title`) })).waitFor();
  await page.getByText(String(pointsOf(at.state().judged)), { exact: true }).waitFor();
  await page.getByText(t('rules.closed-open-active.name')).waitFor();
  await expect.poll(() => cardsOf(page)).toEqual(cardsIn(at.state().judged));
  expect((await studyOf(page)).cards.find(({ card }) => card === 'rule:closed-open-active')?.wasRight).toBe(false);
});

async function studyOf(page: Page): Promise<StudyOverview> {
  return (await page.request.get(`${host.url}/api/study`)).json();
}

async function cardsOf(page: Page): Promise<readonly string[]> {
  return (await studyOf(page)).cards.map(({ card }) => card).sort();
}

function cardsIn(judged: readonly Judged[]): readonly string[] {
  return [...new Set(judged.flatMap(({ rules }) => rules))].map((rule) => `rule:${rule}`).sort();
}

test('a practice is chosen, left and found again', async () => {
  const player = await arrive(ENGLISH_AT_A_DESK, '/practice');
  const { page, t, hands, button } = player;
  await hands.choose(page.getByLabel(t('practice.setup.scenario')), t(`scenarios.${SCENARIO}.title`));
  await hands.press(page.getByRole('radio', { name: t('practice.setup.roles.server') }));
  await hands.press(button(t('practice.setup.start')));
  await page.waitForURL(/\/practice\?scenario=.*role=server.*seed=\d+/);
  const address = page.url();
  await page.getByRole('region', { name: t('practice.bot.title') }).waitFor();
  await hands.goOn(button(t('practice.bot.pass')));
  await page.goto(`${host.url}/practice`, { waitUntil: 'networkidle' });
  await hands.press(page.getByRole('link', { name: t('practice.resume.open') }));
  await page.waitForURL(address);
});

test('a link that names a scenario alone begins it', async () => {
  const player = await arrive(ENGLISH_AT_A_DESK, '/practice?scenario=half-close');
  await player.asked();
  expect(player.page.url()).toMatch(/scenario=half-close&level=1&role=client&bot=novice&seed=\d+$/);
});

function catching(player: Player, begun: Catching) {
  const { page, t, hands, button } = player;
  let now = begun;
  return {
    state: () => now,
    say: async (step: CatchStep) => {
      if (step.type === 'legal') await hands.press(button(t('practice.catch.legal')).first());
      if (step.type === 'illegal') {
        await hands.press(button(t('practice.catch.illegal')));
        await hands.press(page.getByRole('button', { name: t(`misconceptions.${step.why}.name`), exact: true }));
      }
      now = takeCatchStep(now, step);
      await player.verdict.waitFor();
    },
    goOn: async () => {
      await hands.goOn(button(t('practice.board.next')));
      now = takeCatchStep(now, { type: 'go-on' });
    },
  };
}

const rightWord = (now: Catching): CatchStep => {
  const why = truthOf(now);
  return why ? { type: 'illegal', why } : { type: 'legal' };
};
const falseAlarm = (now: Catching): CatchStep => ({ type: 'illegal', why: now.reasons[0] ?? 'data-not-counted' });

test('mistakes are caught to the end, on a phone and in Chinese', { timeout: 240_000 }, async () => {
  const seed = 4;
  const player = await arrive(CHINESE_ON_A_PHONE, `/practice/catch${addressOf(1, seed)}`);
  const { page, t } = player;
  const at = catching(player, beginCatching({ level: 1, seed }, legOf(SCENARIO, 1, seed)));
  await page.getByRole('heading', { name: t('practice.catch.move', { move: 1, name: t('practice.catch.bots.client') }) }).waitFor();
  let wrong = 0;
  for (let move = 1; at.state().phase !== 'over'; move += 1) {
    const isAlarm = truthOf(at.state()) === null && wrong === 0;
    wrong += Number(isAlarm);
    await at.say(isAlarm ? falseAlarm(at.state()) : rightWord(at.state()));
    await player.verdict
      .getByText(t(`practice.catch.said.${isAlarm ? 'falseAlarm' : truthOf(at.state()) ? 'caught' : 'legalRight'}`))
      .waitFor();
    if (move === 3) {
      await page.reload({ waitUntil: 'networkidle' });
      await player.verdict.waitFor();
    }
    await at.goOn();
  }
  const { calls } = at.state();
  await page.getByRole('heading', { name: t('practice.over.title') }).waitFor();
  await page.getByText(String(pointsOf(calls)), { exact: true }).waitFor();
  await page.getByText(t('practice.over.ofCount', { right: calls.length - wrong, count: calls.length }), { exact: true }).waitFor();
  await page.getByText(t('practice.catch.over.noneMissed')).waitFor();
  await expect.poll(() => cardsOf(page)).toEqual(cardsIn(calls));
});

async function openPractice(page: Page, path: string): Promise<void> {
  await page.goto(host.url + path, { waitUntil: 'networkidle' });
}

test('nobody is kept out, in both languages and at both sizes', { timeout: 400_000 }, async () => {
  const player = await arrive(LOOKER, '/practice');
  const { page, t, button } = player;
  await expectOpenToAll(page, 'what to practise');
  await openPractice(page, `/practice${addressOf(2, SEED)}`);
  const at = practising(player, begin(2, SEED));
  await player.asked();
  for (const depth of [0, 1, 2]) await at.hint(depth);
  await expectOpenToAll(page, 'a question with its hints');
  await at.answer(nothing);
  await expectOpenToAll(page, 'the verdict of a wrong answer');
  await button(t('practice.back.open')).click();
  await expectOpen(page, 'the way back');
  await page.keyboard.press('Escape');
  await at.goOn();
  await expectOpenToAll(page, "the bot's move");
  await at.object();
  await expectOpenToAll(page, 'a mistake caught');
  await button(t('practice.board.end')).click();
  await expectOpenToAll(page, 'what came of a practice');

  await openPractice(page, '/practice/catch');
  await expectOpenToAll(page, 'what is to be watched');
  await openPractice(page, `/practice/catch${addressOf(1, 4)}`);
  await button(t('practice.catch.illegal')).click();
  await expectOpenToAll(page, 'reasons');
  const look = catching(player, beginCatching({ level: 1, seed: 4 }, legOf(SCENARIO, 1, 4)));
  await button(t('practice.catch.undo')).click();
  await look.say({ type: 'legal' });
  await expectOpenToAll(page, 'what was to be said');
  await button(t('practice.board.end')).click();
  await expectOpenToAll(page, 'what was caught');
});
