import { useTranslations } from 'next-intl';
import type { TurnView } from '#game/match/view.ts';
import type { Role } from '#game/tcp/vocabulary.ts';
import { useEventWords } from '#components/match/event-words.ts';
import { fullSegmentText } from '#components/segment-text.ts';
import { type Act, type Moment, momentsOf } from './moments.ts';

type SentencesProps = { readonly turns: readonly TurnView[]; readonly names: Readonly<Record<Role, string>>; readonly hideStates: boolean };

/** The ladder for those who do not see it: what happened, in its order. */
export function Sentences({ turns, names, hideStates }: SentencesProps) {
  const t = useTranslations('duel.ladder');
  const sentence = useSentence(names, hideStates);
  return (
    <ol aria-label={t('title')} className="sr-only">
      {momentsOf(turns).map((moment) => (
        <li key={moment.key}>{moment.acts.map((act) => sentence(moment, act)).join(' ')}</li>
      ))}
    </ol>
  );
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
