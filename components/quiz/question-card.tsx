'use client';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Scene } from '#game/quiz/vocabulary.ts';
import { AskedDetails } from './asked-details.tsx';
import { AskedTitle } from './asked-title.tsx';
import type { AskedTexts } from './quiz-texts.ts';
import { SceneLadder } from './scene-ladder.tsx';
import type { ShownQuestion } from './shown-question.ts';

type QuestionCardProps = {
  readonly question: ShownQuestion;
  /** What the ladder shows: as it is asked, or with the right answer on it. */
  readonly scene: Scene | null;
  /** Where it belongs to, in a few words. */
  readonly eyebrow: ReactNode;
  readonly titleId: string;
  readonly texts: AskedTexts;
};

/** What is asked. The heading of a new question takes the focus. */
export function QuestionCard({ question, scene, eyebrow, titleId, texts }: QuestionCardProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-col gap-1.5">
        <p className="text-sm font-semibold text-muted">{eyebrow}</p>
        <h1 ref={title} id={titleId} tabIndex={-1} className="text-xl font-bold tracking-tight text-balance outline-none sm:text-2xl">
          <AskedTitle question={question} texts={texts} />
        </h1>
      </div>
      {scene && scene.moments.length > 0 && (
        <SceneLadder scene={scene} hideStates={question.kind === 'time-wait' && scene === question.scene} />
      )}
      <AskedDetails question={question} />
    </div>
  );
}
