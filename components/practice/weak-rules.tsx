import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { RuleId } from '#game/tcp/rules.ts';
import type { RuleText } from '#components/duel-props.ts';
import { Rules } from '#components/verdict/rules.tsx';
import { Part } from './over.tsx';
import type { RuleName } from './practice-props.ts';

type WeakRulesProps = {
  readonly ids: readonly RuleId[];
  /** What is said where there are none. */
  readonly none: string;
  readonly ruleText: RuleText;
  readonly ruleName: RuleName;
};

/** Rules that were got wrong; each opens to what it says. */
export function WeakRules({ ids, none, ruleText, ruleName }: WeakRulesProps) {
  const t = useTranslations('practice.over');
  if (ids.length === 0) return <p>{none}</p>;
  return (
    <Part title={t('weak')}>
      <ul>
        {ids.map((id) => (
          <li key={id} className="border-b border-line last:border-0">
            <details>
              <summary className="min-h-6 cursor-pointer py-2 font-semibold">{ruleName(id).name}</summary>
              <div className="pb-3">
                <Rules ids={[id]} ruleText={ruleText} />
                <Link href={`/learn/rules#${id}`} className="text-client underline underline-offset-2">
                  {t('read')}
                </Link>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Part>
  );
}
