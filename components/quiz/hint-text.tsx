import { useTranslations } from 'next-intl';
import { CODE_TAG } from '#components/code.tsx';
import type { Hint } from './hints.ts';
import type { QuizTexts } from './quiz-texts.ts';

/** What the hints say so far. It is there from the beginning, so that a screen reader hears it change. */
export function HintText({ hint: { struck, rules, second }, texts }: { readonly hint: Hint; readonly texts: QuizTexts }) {
  const t = useTranslations('quiz.hint');
  return (
    <div role="status" className="rounded-lg bg-amber-soft px-3 py-2 text-sm text-amber empty:hidden">
      {struck.length > 0 && t('struck', { count: struck.length })}
      {second && t.rich('second', { state: second, ...CODE_TAG })}
      {rules.length > 0 && (
        <>
          {t('rules')}
          <ul className="list-disc pl-5">
            {rules.map((id) => (
              <li key={id}>
                {texts.ruleName(id)} · §{texts.ruleText(id).section}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
