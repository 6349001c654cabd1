/** Questions of every kind, asked and judged, in both languages: nothing is missing. */
import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import conceptReasonsEn from '#messages/concept-reasons.en.json';
import conceptReasonsZhCn from '#messages/concept-reasons.zh-CN.json';
import conceptsEn from '#messages/concepts.en.json';
import conceptsZhCn from '#messages/concepts.zh-CN.json';
import en from '#messages/en.json';
import zhCn from '#messages/zh-CN.json';
import { hintOf } from '#components/quiz/hints.ts';
import { momentsOfScene } from '#components/quiz/moments-of-scene.ts';
import { QuizQuestion } from '#components/quiz/quiz-question.tsx';
import type { ConceptText, QuizTexts } from '#components/quiz/quiz-texts.ts';
import type { Judged } from '#components/quiz/verdict-card.tsx';
import { TEACHING_ORDER } from '#game/quiz/curriculum.ts';
import { kindsOf, makeQuestion } from '#game/quiz/question.ts';
import { CHOICE_KEYS, type Given, type Made, QUESTION_KINDS, type QuestionSource } from '#game/quiz/vocabulary.ts';
import { ruleOf } from '#game/tcp/rules.ts';

const NOW = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;
/** So many cards there are for each that is asked about here. */
const EVERY = 4;
const LANGUAGES = {
  en: { messages: en, concepts: conceptsEn, reasons: conceptReasonsEn, again: 'Comes back in 8 days.' },
  'zh-CN': { messages: zhCn, concepts: conceptsZhCn, reasons: conceptReasonsZhCn, again: '8天后再复习。' },
} as const;
type Locale = keyof typeof LANGUAGES;
const LOCALES = Object.keys(LANGUAGES) as Locale[];

function throwIt(problem: unknown): never {
  throw problem;
}

const ignore = () => {};

function textsIn(locale: Locale): QuizTexts {
  const { messages, concepts, reasons } = LANGUAGES[locale];
  return {
    ruleText: (id) => ({ text: messages.rules[id].text, section: ruleOf(id).section }),
    ruleName: (id) => messages.rules[id].name,
    concept: (id) => (concepts as Record<string, ConceptText>)[id] ?? throwIt(new Error(`no words of ${id}`)),
    conceptReason: (id, key) =>
      (reasons as Record<string, Record<string, string>>)[id]?.[key] ?? throwIt(new Error(`no reason ${id} ${key}`)),
  };
}

function draw(made: Made, locale: Locale, judged: Judged | null, hints = 0): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={LANGUAGES[locale].messages} onError={throwIt} timeZone="UTC">
      <QuizQuestion
        made={made}
        judged={judged}
        hint={hintOf(made, hints)}
        isLast={false}
        eyebrow="self-study"
        texts={textsIn(locale)}
        onGive={ignore}
        onHint={ignore}
        onNext={ignore}
      />
    </NextIntlClientProvider>,
  );
}

/** One that is wrong, and the right one. */
function answersTo({ question: { form }, key }: Made): readonly Given[] {
  switch (form.type) {
    case 'choose':
      return [{ type: 'choice', index: wrongIndex(key.right) }, key.right];
    case 'order':
      return [{ type: 'order', states: form.states }, key.right];
    case 'numbers':
      return [{ type: 'numbers', seq: 1, ack: null }, key.right];
    default:
      return form satisfies never;
  }
}

function wrongIndex(right: Given): number {
  return right.type === 'choice' && right.index === 0 ? 1 : 0;
}

const SOURCES: readonly QuestionSource[] = TEACHING_ORDER.flatMap((card) => kindsOf(card).map((kind) => ({ kind, card, seed: 22 })));

describe.each(QUESTION_KINDS.filter((kind) => SOURCES.some((source) => source.kind === kind)))('%s', (kind) => {
  const questions = SOURCES.filter((source) => source.kind === kind)
    .filter((_, index) => index % EVERY === 0)
    .map(makeQuestion);

  test.each(LOCALES)('has its words in %s, whatever is answered', { timeout: 60_000 }, (locale) => {
    for (const made of questions) {
      const asked = draw(made, locale, null);
      expect(asked).not.toContain('quiz.');
      for (const given of answersTo(made)) {
        const isRight = JSON.stringify(given) === JSON.stringify(made.key.right);
        const judged = draw(made, locale, { given, isRight, isHinted: false, at: NOW, due: NOW + 8 * DAY });
        expect(judged).toContain(LANGUAGES[locale].again);
      }
    }
  });

  test('its hints leave the right choice, and one beside it', () => {
    for (const made of questions) {
      const { struck, hasMore } = hintOf(made, CHOICE_KEYS.length);
      const { form } = made.question;
      const { right } = made.key;
      expect(hasMore).toBe(false);
      if (form.type !== 'choose' || right.type !== 'choice') continue;
      expect(struck).not.toContain(right.index);
      expect(form.choices.length - struck.length).toBe(Math.min(2, form.choices.length));
    }
  });
});

test('what is asked stands open on the ladder, and what comes after goes on from what is known', () => {
  const event = { type: 'close' } as const;
  const outcome = { at: 'client', segment: null, state: 'FIN_WAIT_1', lost: false } as const;
  const moments = momentsOfScene({
    before: { client: 'ESTABLISHED', server: 'CLOSE_WAIT' },
    moments: [[{ at: 'client', event, outcome }], [{ at: 'server', event, outcome: null }]],
  });
  expect(moments.map(({ before }) => before.client)).toEqual(['ESTABLISHED', 'FIN_WAIT_1']);
  expect(moments.map(({ startsConnection }) => startsConnection)).toEqual([true, false]);
  expect(moments[1]?.acts[0]?.outcome).toBeNull();
});

test('a ladder that asks where an end stands shows no states before the answer', () => {
  for (const made of SOURCES.filter(({ kind }) => kind === 'time-wait').map(makeQuestion)) {
    expect(draw(made, 'en', null)).not.toMatch(/Stays in|Goes to|ESTABLISHED<\/text>/);
    const { right } = made.key;
    expect(draw(made, 'en', { given: right, isRight: true, isHinted: false, at: NOW, due: NOW + 8 * DAY })).toContain('Goes to');
  }
});
