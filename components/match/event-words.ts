import { useTranslations } from 'next-intl';
import type { Told } from '#game/match/vocabulary.ts';
import { callText, fullSegmentText } from '#components/segment-text.ts';

export type EventWords = { readonly title: string; readonly code: string };

/** What happened, in a sentence, and TCP's own writing of it. */
export function useEventWords(): (event: Told['event']) => EventWords {
  const t = useTranslations('events');
  return (event) => {
    switch (event.type) {
      case 'segment':
        return { title: t(event.joined === 'close' ? 'segmentThenClose' : 'segment'), code: fullSegmentText(event.segment) };
      case 'timeout':
        return { title: t(`timeouts.${event.timer}`), code: '' };
      case 'crash':
        return { title: t('crash'), code: '' };
      case 'send':
        return { title: t('calls.send', { count: event.len }), code: callText(event) };
      default:
        return { title: t(`calls.${event.type}`), code: callText(event) };
    }
  };
}
