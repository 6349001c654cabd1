import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DIAGRAM } from '#game/tcp/diagram.ts';
import { STAGES, type Rule, type RuleId, type Stage } from '#game/tcp/rules.ts';
import { RuleBody, type RuleWordsOf } from './rule-body.tsx';
import { RuleLinks } from './rule-links.tsx';
import { hrefOfArrow } from './selection.ts';

type RuleStagesProps = {
  readonly rules: readonly Rule[];
  readonly words: RuleWordsOf;
  readonly example: (id: RuleId) => ReactNode;
};

/** The rules in the order in which an event is processed, each with its id for an anchor. */
export function RuleStages({ rules, words, example }: RuleStagesProps) {
  const t = useTranslations('learn');
  const stages = STAGES.filter((stage) => rules.some((rule) => rule.stage === stage));
  return (
    <>
      <nav aria-label={t('rules.stages')} className="flex flex-wrap gap-x-4 gap-y-1">
        {stages.map((stage) => (
          <a key={stage} href={`#${anchorOf(stage)}`} className="py-1 text-client underline underline-offset-2">
            {t(`stages.${stage}.title`)}
          </a>
        ))}
      </nav>
      {stages.map((stage) => (
        <section key={stage} aria-labelledby={anchorOf(stage)} className="flex flex-col gap-4">
          <div>
            <h2 id={anchorOf(stage)} className="scroll-mt-4 text-xl font-bold">
              {t(`stages.${stage}.title`)}
            </h2>
            <p className="max-w-prose text-muted">{t(`stages.${stage}.text`)}</p>
          </div>
          {rules
            .filter((rule) => rule.stage === stage)
            .map((rule) => (
              <RuleCard key={rule.id} rule={rule} words={words} example={example} />
            ))}
        </section>
      ))}
    </>
  );
}

/** No rule is called so. */
function anchorOf(stage: Stage): string {
  return `stage-${stage}`;
}

type RuleCardProps = Omit<RuleStagesProps, 'rules'> & { readonly rule: Rule };

function RuleCard({ rule, words, example }: RuleCardProps) {
  const t = useTranslations('learn');
  const arrow = DIAGRAM.find(({ rules }) => rules.includes(rule.id));
  return (
    <article
      id={rule.id}
      className="card flex min-w-0 scroll-mt-4 flex-col gap-2 p-5 target:border-client target:ring-2 target:ring-client-faint"
    >
      <h3 className="font-bold">{words[rule.id].name}</h3>
      <RuleBody rule={rule} words={words} />
      <RuleLinks rule={rule}>
        {arrow && (
          <Link href={hrefOfArrow(arrow)} prefetch={false} className="text-client underline underline-offset-2">
            {t('show')}
          </Link>
        )}
      </RuleLinks>
      {example(rule.id)}
    </article>
  );
}
