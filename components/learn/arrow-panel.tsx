import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Arrow, rulesOn } from '#game/tcp/diagram.ts';
import type { RuleId } from '#game/tcp/rules.ts';
import type { State } from '#game/tcp/vocabulary.ts';
import { useMoveWords } from './arrow-words.ts';
import { hrefOfRule, RuleBody, type RuleWordsOf } from './rule-body.tsx';
import { RuleLinks } from './rule-links.tsx';
import { hrefOfState } from './selection.ts';

type ArrowPanelProps = {
  readonly arrow: Arrow;
  readonly headingId: string;
  readonly words: RuleWordsOf;
  /** The first example is shown at once. */
  readonly example: (id: RuleId, isOpen: boolean) => ReactNode;
};

/** All that is told of an arrow. */
export function ArrowPanel({ arrow, headingId, words, example }: ArrowPanelProps) {
  const t = useTranslations('learn');
  const rules = rulesOn(arrow);
  return (
    <section aria-labelledby={headingId} className="card flex min-w-0 flex-col gap-4 p-5">
      <div>
        <h2 id={headingId} className="text-xl font-bold">
          <End state={arrow.from} /> → <End state={arrow.to} />
        </h2>
        <p className="text-sm text-muted">
          {useMoveWords()(arrow)} · {t('arrowRules', { count: rules.length })}
        </p>
      </div>
      {rules.map((rule, index) => (
        <div key={rule.id} className="flex min-w-0 flex-col gap-2 border-t border-line pt-4">
          <h3 className="font-bold">{words[rule.id].name}</h3>
          <RuleBody rule={rule} words={words} />
          {example(rule.id, index === 0)}
          <RuleLinks rule={rule}>
            <Link href={hrefOfRule(rule.id)} className="text-client underline underline-offset-2">
              {t('read')}
            </Link>
          </RuleLinks>
        </div>
      ))}
    </section>
  );
}

function End({ state }: { readonly state: State }) {
  return (
    <Link href={hrefOfState(state)} scroll={false} prefetch={false} className="font-mono text-client underline underline-offset-4">
      {state}
    </Link>
  );
}
