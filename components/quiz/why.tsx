import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { conceptOf } from './concept-of.ts';
import { conceptIdOf } from './shown-question.ts';
import type { CardId, Choice, Given, Made, Reason } from '#game/quiz/vocabulary.ts';
import type { StoryId } from '#game/quiz/stories.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import { Misconception } from '#components/verdict/misconception.tsx';
import { Rules, SectionLink } from '#components/verdict/rules.tsx';
import type { QuizTexts } from './quiz-texts.ts';

type WhyProps = { readonly made: Made; readonly given: Given | null; readonly texts: QuizTexts };

/** Why a wrong choice is wrong, and what makes the right one right. */
export function Why({ made, given, texts }: WhyProps) {
  const { question, key } = made;
  const reason = given?.type === 'choice' ? (key.reasons[given.index] ?? null) : null;
  const isToldBelow = reason?.type === 'rule' && key.rules.includes(reason.id);
  return (
    <div className="space-y-3 text-sm leading-relaxed">
      {reason && !isToldBelow && <ReasonText card={question.card} reason={reason} texts={texts} />}
      <OfTheRightOne made={made} texts={texts} />
      {key.rules.length > 0 && <Rules ids={key.rules} ruleText={texts.ruleText} />}
      <LearnMore rules={key.rules} />
    </div>
  );
}

function ReasonText({ card, reason, texts }: { readonly card: CardId; readonly reason: Reason; readonly texts: QuizTexts }) {
  const stories = useTranslations('quiz-stories');
  switch (reason.type) {
    case 'misconception':
      return <Misconception id={reason.id} />;
    case 'rule':
      return <p className="border-l-4 border-bad-faint pl-3">{texts.ruleText(reason.id).text}</p>;
    case 'story':
      return <p className="border-l-4 border-bad-faint pl-3">{stories(`${reason.id as StoryId}.why`)}</p>;
    case 'concept': {
      const id = conceptIdOf(card);
      return id && <p className="border-l-4 border-bad-faint pl-3">{texts.conceptReason(id, reason.key)}</p>;
    }
    default:
      return reason satisfies never;
  }
}

/** A story and a concept have words of their own for the right choice; a concept has a section instead of rules. */
function OfTheRightOne({ made: { question, key }, texts }: Omit<WhyProps, 'given'>) {
  const stories = useTranslations('quiz-stories');
  const concept = conceptOf(question.card);
  const right = rightChoice(question.form.type === 'choose' ? question.form.choices : [], key.right);
  if (right?.type === 'story') return <p>{stories(`${right.id as StoryId}.why`)}</p>;
  if (!concept || right?.type !== 'concept') return null;
  return (
    <p>
      {texts.conceptReason(concept.id, right.key)} <SectionLink section={concept.section} />
    </p>
  );
}

function rightChoice(choices: readonly Choice[], right: Given): Choice | undefined {
  return right.type === 'choice' ? choices[right.index] : undefined;
}

/** To the rule that decides: the last one that fired. */
function LearnMore({ rules }: { readonly rules: readonly RuleId[] }) {
  const t = useTranslations('quiz');
  const rule = rules.at(-1);
  if (!rule) return null;
  return (
    <Link href={`/learn/rules#${rule}`} prefetch={false} className="inline-block py-1 font-semibold text-client underline">
      {t('whyLink')}
    </Link>
  );
}
