import { useTranslations } from 'next-intl';
import type { CardId, Choice } from '#game/quiz/vocabulary.ts';
import type { StoryId } from '#game/quiz/stories.ts';
import { sameFlags } from '#game/tcp/vocabulary.ts';
import { Code } from '#components/code.tsx';
import { useEventWords } from '#components/match/event-words.ts';
import { segmentText } from '#components/segment-text.ts';
import { letterOf } from './asked-details.tsx';
import { conceptIdOf } from './shown-question.ts';
import { MoveText } from './move-text.tsx';
import type { AskedTexts } from './quiz-texts.ts';

type ChoiceTextProps = {
  readonly card: CardId | null;
  readonly choice: Choice;
  /** All that it stands among. */
  readonly choices: readonly Choice[];
  readonly texts: AskedTexts;
};

export function ChoiceText({ card, choice, choices, texts }: ChoiceTextProps) {
  const t = useTranslations('quiz');
  const misconceptions = useTranslations('misconceptions');
  const stories = useTranslations('quiz-stories');
  switch (choice.type) {
    case 'move':
      return <MoveText move={choice.move} hasNumbers={choices.some((other) => differsByNumbers(choice, other))} />;
    case 'event':
      return <EventText event={choice.event} />;
    case 'segment':
      return (
        <span className="flex min-w-0 flex-wrap gap-x-3">
          <span>{t('segmentFrom', { from: choice.from })}</span>
          <Code className="break-words">{segmentText(choice.segment)}</Code>
        </span>
      );
    case 'ends':
      return t(`ends.${choice.who}`);
    case 'illegal':
      return t('illegalMove', { move: letterOf(choice.move), why: whyText(choice.why) });
    case 'misconception':
      return misconceptions(`${choice.id}.name`);
    case 'story':
      return stories(`${choice.id as StoryId}.name`);
    case 'concept':
      return conceptText(card, choice.key);
    default:
      return choice satisfies never;
  }

  function whyText(why: Extract<Choice, { type: 'illegal' }>['why']): string {
    return misconceptions.has(`${why}.name` as never) ? misconceptions(`${why}.name` as never) : texts.ruleName(why as never);
  }

  function conceptText(of: CardId | null, key: Extract<Choice, { type: 'concept' }>['key']): string {
    const id = conceptIdOf(of);
    return (id && texts.concept(id).choices[key]) ?? '';
  }
}

function EventText({ event }: { readonly event: Extract<Choice, { type: 'event' }>['event'] }) {
  const { title, code } = useEventWords()(event);
  return (
    <span className="flex min-w-0 flex-col">
      {title}
      {code && <Code className="break-words">{code}</Code>}
    </span>
  );
}

/** Two moves that look alike without their numbers. */
function differsByNumbers(choice: Extract<Choice, { type: 'move' }>, other: Choice): boolean {
  if (other === choice || other.type !== 'move' || other.move.state !== choice.move.state) return false;
  const [own, its] = [choice.move.segment, other.move.segment];
  return own !== null && its !== null && sameFlags(own.flags, its.flags);
}
