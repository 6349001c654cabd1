import { useTranslations } from 'next-intl';
import { Code } from '#components/code.tsx';
import { Card } from '#components/pages/card.tsx';
import { namesState } from '#components/projector/shares.ts';
import type { HardRule } from '#game/contest/vocabulary.ts';
import type { RuleName } from './console-props.ts';

type HardCardProps = { readonly hard: readonly HardRule[]; readonly ruleName: RuleName };

/** The rules that most get wrong at the first try. */
export function HardCard({ hard, ruleName }: HardCardProps) {
  const t = useTranslations('console.hard');
  return (
    <Card title={t('title')}>
      {hard.length === 0 ? <p className="text-muted">{t('none')}</p> : null}
      <ol className="flex flex-col gap-3 empty:hidden">
        {hard.map((one) => (
          <Item key={`${one.rule} ${one.state}`} hard={one} ruleName={ruleName} />
        ))}
      </ol>
    </Card>
  );
}

function Item({ hard: { rule, state, right, asked }, ruleName }: { readonly hard: HardRule } & Pick<HardCardProps, 'ruleName'>) {
  const t = useTranslations('console.hard');
  const { name, section } = ruleName(rule);
  return (
    <li className="flex flex-col gap-1">
      <p className="font-medium wrap-anywhere">{name}</p>
      <p className="flex flex-wrap gap-x-3 text-sm text-muted">
        {namesState(name) ? null : <span>{t.rich('in', { state, c: (chunks) => <Code>{chunks}</Code> })}</span>}
        <span>RFC 9293 §{section}</span>
      </p>
      <div className="flex items-center gap-3">
        <div aria-hidden="true" className="h-2 flex-1 overflow-hidden rounded-full bg-bad-faint">
          <div className="h-full bg-good" style={{ width: `${(100 * right) / Math.max(1, asked)}%` }} />
        </div>
        <span className="text-sm font-semibold tabular-nums">{t('tally', { right, asked })}</span>
      </div>
    </li>
  );
}
