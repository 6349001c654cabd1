'use client';
import { useTranslations } from 'next-intl';
import { DEEPEST_HINT } from '#game/practice/judged.ts';
import type { Hint } from '#game/practice/hints.ts';
import { RightAnswerText } from '#components/answer-text.tsx';
import { Button } from '#components/button.tsx';
import { CODE_TAG } from '#components/code.tsx';
import type { RuleName } from './practice-props.ts';

type HintsProps = {
  readonly hint: Hint;
  /** How much of it is shown, 0 to 3. */
  readonly depth: number;
  readonly ruleName: RuleName;
  readonly onHint: () => void;
};

/** What it is about, which rule decides it, the answer: as deep as one has asked. */
export function Hints({ hint, depth, ruleName, onHint }: HintsProps) {
  const t = useTranslations('practice.hints');
  return (
    <div className="space-y-1">
      <div role="status" aria-label={t('title')} className="space-y-2 rounded-xl bg-amber-soft px-4 py-2.5 text-sm empty:hidden">
        {depth >= 1 && <About hint={hint} />}
        {depth >= 2 && <Deciding hint={hint} ruleName={ruleName} />}
        {depth >= 3 && (
          <p>
            <strong>{t('answer')}</strong> <RightAnswerText answer={hint.answer} />
          </p>
        )}
      </div>
      {depth < DEEPEST_HINT && (
        <p className="flex flex-wrap items-center gap-x-3">
          <Button look="text" onClick={onHint}>
            {t('ask', { depth: `${depth}` })}
          </Button>
          {depth === 0 && <span className="text-xs text-muted max-sm:hidden">{t('cost')}</span>}
        </p>
      )}
    </div>
  );
}

function About({ hint: { event, state, stages } }: Pick<HintsProps, 'hint'>) {
  const t = useTranslations('practice.hints');
  const kind = event === 'segment' || event === 'timeout' ? event : 'call';
  return (
    <p>
      {t.rich(`events.${kind}`, { state, ...CODE_TAG })}
      {stages.map((stage) => (
        <span key={stage} className="block">
          {t(`stages.${stage}`)}
        </span>
      ))}
    </p>
  );
}

function Deciding({ hint: { rules }, ruleName }: Pick<HintsProps, 'hint' | 'ruleName'>) {
  const t = useTranslations('practice.hints');
  return (
    <div>
      <strong>{t('rule', { count: rules.length })}</strong>
      <ul>
        {rules.map((id) => (
          <li key={id}>{t('named', ruleName(id))}</li>
        ))}
      </ul>
    </div>
  );
}
