import { useTranslations } from 'next-intl';
import { CODE_TAG } from '#components/code.tsx';
import { useEventWords } from '#components/match/event-words.ts';
import { flagsText } from '#components/segment-text.ts';
import { conceptIdOf, type ShownQuestion } from './shown-question.ts';
import type { AskedTexts } from './quiz-texts.ts';

/** What is asked, in a sentence. */
export function AskedTitle({ question, texts }: { readonly question: ShownQuestion; readonly texts: AskedTexts }) {
  const t = useTranslations('quiz.titles');
  const eventWords = useEventWords();
  const { kind, card, asked } = question;
  const at = asked.at ?? 'client';
  const state = asked.state ?? '';
  const eventArguments = (event: ShownQuestion['asked']['event']) => ({
    type: event?.type === 'segment' && !event.joined ? 'segment' : 'other',
    flags: event?.type === 'segment' ? flagsText(event.segment.flags) : '',
    event: event ? eventWords(event).title : '',
  });
  switch (kind) {
    case 'answer':
      return t.rich('answer', { state, ...eventArguments(asked.event), ...CODE_TAG });
    case 'event':
      return t.rich('event', { at, state, to: asked.to ?? '', stays: String(asked.to === asked.state), ...CODE_TAG });
    case 'missing-segment':
      return t('missing-segment');
    case 'numbers':
      return t.rich('numbers', { at, flags: flagsText(asked.blank?.flags ?? []), hasAck: String(asked.blank?.ack ?? false), ...CODE_TAG });
    case 'illegal':
      return t.rich('illegal', { at, state, ...CODE_TAG });
    case 'order':
      return t.rich('order', { at, state, ...CODE_TAG });
    case 'time-wait':
      return t.rich('time-wait', { state: asked.state ?? 'TIME_WAIT', ...CODE_TAG });
    case 'socket':
      return t('socket', { count: asked.lines.length });
    case 'misconception':
      return t.rich('misconception', { at, state, ...CODE_TAG });
    case 'concept': {
      const id = conceptIdOf(card);
      return id && texts.concept(id).ask;
    }
    default:
      return kind satisfies never;
  }
}
