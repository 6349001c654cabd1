/** The words that a person reads, in the language of their browser: tests find things by them. */
import { createTranslator } from 'next-intl';
import en from '#messages/en.json';
import zhCn from '#messages/zh-CN.json';
import type { Prediction, Proposal } from '#game/match/vocabulary.ts';
import type { Locale } from '#protocol/locale.ts';

const MESSAGES: Readonly<Record<Locale, typeof en>> = { en, 'zh-CN': zhCn };

export type Words = ReturnType<typeof wordsIn>;

export function wordsIn(locale: Locale) {
  return createTranslator({ locale, messages: MESSAGES[locale] });
}

/** For a message with one number in it, whatever the number is. */
export function withAnyNumber(message: (number: number) => string): RegExp {
  const parts = message(777).split('777');
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\d,]+'));
}

/** What a board writes of an answer, without its numbers: "SYN ACK", "nothing". */
export function flagsIn(t: Words, answer: Proposal | Prediction): string {
  const flags = 'segment' in answer ? answer.segment?.flags : answer.flags;
  return flags ? flags.join(' ') : t('duel.words.nothing');
}
