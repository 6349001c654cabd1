import { notFound } from 'next/navigation';
import { QuizGallery, type QuizPhase } from '#components/gallery/quiz-gallery.tsx';
import { QUESTIONS, type QuestionName } from '#components/gallery/quiz-situations.ts';
import { ruleNames, ruleTexts } from '../../rule-texts.ts';
import { MATCH_WORDS, Words } from '../../words.tsx';

type Query = { readonly question?: string; readonly phase?: string };

/** `npm run dev`, then /gallery/quiz?question=answer&phase=wrong: every kind of question in every phase. */
export default async function QuizGalleryPage({ searchParams }: { readonly searchParams: Promise<Query> }) {
  const { question = 'answer', phase = 'asked' } = await searchParams;
  if (!(question in QUESTIONS)) notFound();
  return (
    <Words names={['quiz', 'quiz-stories', 'study', ...MATCH_WORDS]}>
      <QuizGallery
        key={`${question} ${phase}`}
        name={question as QuestionName}
        phase={phase as QuizPhase}
        texts={{ rules: await ruleTexts(), names: await ruleNames() }}
      />
    </Words>
  );
}
