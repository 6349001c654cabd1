import { useTranslations } from 'next-intl';
import type { TurnView } from '#game/match/view.ts';
import type { Role } from '#game/tcp/vocabulary.ts';
import { useEventWords } from '#components/match/event-words.ts';
import { fullSegmentText } from '#components/segment-text.ts';
import { type Act, type Moment, momentsOf } from './moments.ts';

export type SentencesProps = {
  readonly turns: readonly TurnView[];
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
export function useSentences({ turns, names, hideStates }: SentencesProps): readonly { readonly key: string; readonly text: string }[] {
  const sentence = useSentence(names, hideStates);
  return momentsOf(turns).map((moment) => ({ key: moment.key, text: moment.acts.map((act) => sentence(moment, act)).join(' ') }));
}

function useSentence(names: Readonly<Record<Role, string>>, hideStates: boolean): (moment: Moment, act: Act) => string {
  const t = useTranslations('duel.ladder');
  const eventWords = useEventWords();
  return ({ before }, { at, event, outcome }) => {
    const { title, code } = eventWords(event);
    const happened = t('happened', { name: names[at], title, code });
    if (!outcome) return `${happened} ${t('awaited')}`;
    const { segment, state, lost } = outcome;
    const sent = segment ? t(lost ? 'sentLost' : 'sent', { segment: fullSegmentText(segment) }) : t('sentNothing');
    return `${happened} ${sent} ${hideStates ? '' : t(state === before[at] ? 'stays' : 'enters', { state })}`.trim();
  };
}
