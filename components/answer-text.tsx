import { useTranslations } from 'next-intl';
import type { Prediction, Proposal, RightAnswer } from '#game/match/vocabulary.ts';
import { Code } from './code.tsx';
import { useAnswerWords } from './composer/proposal-words.tsx';
import { segmentText } from './segment-text.ts';

/** An answer that stands: the segment with its numbers, and the state. */
export function RightAnswerText({ answer: { segment, state } }: { readonly answer: RightAnswer }) {
  const t = useTranslations('duel.words');
  return <Sent words={segment ? segmentText(segment) : t('nothing')} state={state} />;
}

/** What a player chose or predicted. */
export function ChosenText({ answer }: { readonly answer: Proposal | Prediction }) {
  return <Sent words={useAnswerWords()(answer)} state={answer.state} />;
}

function Sent({ words, state }: { readonly words: string; readonly state: string }) {
  return (
    <Code className="break-words">
      {words} <span className="whitespace-nowrap">→ {state}</span>
    </Code>
  );
}
