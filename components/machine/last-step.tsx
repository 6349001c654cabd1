import { useTranslations } from 'next-intl';
import { RightAnswerText } from '#components/answer-text.tsx';
import type { RuleText } from '#components/duel-props.ts';
import { useEventWords } from '#components/match/event-words.ts';
import { ROLE_STYLE } from '#components/role-style.ts';
import { Rules } from '#components/verdict/rules.tsx';
import type { HandStep, Tried } from '#game/scenarios/by-hand.ts';

type LastStepProps = {
  readonly step: HandStep | null;
  readonly ruleText: RuleText;
};

/** What happened in the step that is shown, and by which rules. */
export function LastStep({ step, ruleText }: LastStepProps) {
  const t = useTranslations('machine');
  const words = useEventWords();
  if (!step) return <p className="text-sm text-muted">{t('begin')}</p>;
  const all = [...step.told, ...step.happened];
  if (all.length === 0) return <p className="text-sm text-muted">{t('onlyWire')}</p>;
  return all.map(({ at, event, done }) => {
    const { title, code } = words(event);
    return (
      <div key={at} className="space-y-2 text-sm leading-relaxed">
        <p>
          <strong className={ROLE_STYLE[at].text}>{t(`ends.${at}`)}</strong> {title}{' '}
          {code && <code className="font-mono font-semibold">{code}</code>}
        </p>
        <p>
          <RightAnswerText answer={done.answer} />
        </p>
        <Rules ids={done.answer.rules} ruleText={ruleText} />
      </div>
    );
  });
}

type RefusalProps = { readonly refused: Extract<Tried, { ok: false }>; readonly ruleText: RuleText };

/** Why nothing has come of it. */
export function Refusal({ refused, ruleText }: RefusalProps) {
  const t = useTranslations('machine');
  return (
    <div role="alert" className="space-y-2 rounded-xl bg-amber-soft p-3 text-sm">
      <p className="font-semibold text-amber">{t(`refused.${refused.reason}`)}</p>
      <Rules ids={refused.rules} ruleText={ruleText} />
    </div>
  );
}
