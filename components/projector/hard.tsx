import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { RuleId } from '#game/tcp/rules.ts';
import type { HardRule } from '#game/contest/vocabulary.ts';
import type { ProjectorView } from '#protocol/contest.ts';
import type { Edge } from '#components/duel-props.ts';
import { HeatMap } from './heat-map.tsx';
import { namesState, shareOf } from './shares.ts';

const MOST_RULES = 3;

type HardProps = {
  readonly view: ProjectorView;
  readonly edges: readonly Edge[];
  readonly ruleName: (id: RuleId) => string;
};

/** What the room finds hard: on the state diagram, and the hardest rules by name. */
export function Hard({ view: { heat, hard }, edges, ruleName }: HardProps) {
  const t = useTranslations('projector');
  return (
    <section aria-labelledby="hard" className="card flex min-h-0 flex-1 flex-col gap-2 px-6 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="hard" className="text-2xl font-bold whitespace-nowrap">
          {t('hard')}
        </h2>
        <p className="text-lg leading-tight text-muted">{t('hardNote')}</p>
      </div>
      {heat.length === 0 ? (
        <p className="grid flex-1 place-items-center text-center text-2xl text-muted">{t('hardNone')}</p>
      ) : (
        <HeatMap heat={heat} edges={edges} />
      )}
      <ul className="flex shrink-0 flex-col gap-1.5">
        {hard.slice(0, MOST_RULES).map((one) => (
          <Bar key={`${one.rule} ${one.state}`} hard={one} name={ruleName(one.rule)} />
        ))}
      </ul>
    </section>
  );
}

const TAGS = {
  c: (chunks: ReactNode) => <code className="font-mono text-[0.92em] font-semibold">{chunks}</code>,
  s: (chunks: ReactNode) => <span className="text-muted">{chunks}</span>,
};

function Bar({ hard, name }: { readonly hard: HardRule; readonly name: string }) {
  const t = useTranslations('projector');
  const format = useFormatter();
  const share = shareOf(hard) ?? 0;
  return (
    <li className="flex flex-col gap-1">
      <p className="flex justify-between gap-4 text-xl leading-tight">
        <span className="line-clamp-2">{namesState(name) ? name : t.rich('ruleIn', { rule: name, state: hard.state, ...TAGS })}</span>
        <strong className="tabular-nums">{format.number(share, { style: 'percent', maximumFractionDigits: 0 })}</strong>
      </p>
      <div aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-bad-faint">
        <div className="h-full rounded-l-full bg-good" style={{ width: `${share * 100}%` }} />
      </div>
    </li>
  );
}
