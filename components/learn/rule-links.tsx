import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { Rule } from '#game/tcp/rules.ts';
import { SectionLink } from '#components/verdict/rules.tsx';

/** Onward from a rule: to the RFC, to a question, and wherever the place that it stands in leads. */
export function RuleLinks({ rule, children }: { readonly rule: Rule; readonly children: ReactNode }) {
  const t = useTranslations('learn');
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-2 py-1 text-sm">
      <SectionLink section={rule.section} />
      {children}
      <Link href={`/study/learn?mode=cards&cards=rule:${rule.id}`} prefetch={false} className="text-client underline underline-offset-2">
        {t('question')}
      </Link>
    </p>
  );
}
