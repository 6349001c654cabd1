import { useTranslations } from 'next-intl';
import type { Role } from '#game/tcp/vocabulary.ts';
import { useEventWords } from '#components/match/event-words.ts';
import { fullSegmentText } from '#components/segment-text.ts';
import type { Act, Moment } from './moments.ts';

export type SentencesProps = {
  readonly moments: readonly Moment[];
  readonly names: Readonly<Record<Role, string>>;
  readonly hideStates: boolean;
};

/** The ladder for those who do not see it: what happened, in its order. */
export function Sentences(props: SentencesProps) {
  const t = useTranslations('duel.ladder');
  return (
    <ol aria-label={t('title')} className="sr-only">
      {useSentences(props).map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ol>
  );
}

/** One text for each moment. */
export function useSentences({ moments, names, hideStates }: SentencesProps): readonly { readonly key: string; readonly text: string }[] {
  const sentence = useSentence(names, hideStates);
  return moments.map((moment) => ({ key: moment.key, text: moment.acts.map((act) => sentence(moment, act)).join(' ') }));
}

function useSentence(names: Readonly<Record<Role, string>>, hideStates: boolean): (moment: Moment, act: Act) => string {
  const t = useTranslations('duel.ladder');
  const eventWords = useEventWords();
  return ({ before }, { at, event, outcome, note }) => {
    const happened = event ? t('happened', { name: names[at], ...eventWords(event) }) : t('unasked', { name: names[at] });
    if (!outcome) return `${happened} ${t('awaited')}`;
    const { segment, state, lost } = outcome;
    const sent = segment ? t(lost ? 'sentLost' : 'sent', { segment: fullSegmentText(segment) }) : t('sentNothing');
    const noted = note ? `${sent} ${t('noted', { note })}` : sent;
    return `${happened} ${noted} ${hideStates ? '' : t(state === before[at] ? 'stays' : 'enters', { state })}`.trim();
  };
}
