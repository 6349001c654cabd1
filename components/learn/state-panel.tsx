import Link from 'next/link';
import { useMessages, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DIAGRAM, waysOutNotDrawn } from '#game/tcp/diagram.ts';
import { RULES } from '#game/tcp/rules.ts';
import type { State } from '#game/tcp/vocabulary.ts';
import { SectionLink } from '#components/verdict/rules.tsx';
import { SPELLINGS } from '#game/tcp/spellings.ts';
import { Code } from '#components/code.tsx';
import { ArrowList } from './arrow-list.tsx';
import { fits } from './filter.ts';
import { hrefOfRule, type RuleWordsOf } from './rule-body.tsx';
import { socketTexts } from './socket-lines.ts';

const PARTS = ['meaning', 'enter', 'leave', 'tools', 'many', 'act'] as const;
type Part = (typeof PARTS)[number];
type StateWords = Readonly<Record<Part, string>> & { readonly linux?: string };

type StatePanelProps = { readonly state: State; readonly headingId: string; readonly rules: RuleWordsOf };

/** All that is told of a state. */
export function StatePanel({ state, headingId, rules }: StatePanelProps) {
  const t = useTranslations('learn');
  const words: StateWords = useMessages().learn.states[state];
  const own: Partial<Record<Part, ReactNode>> = {
    enter: <ArrowList arrows={DIAGRAM.filter(({ to }) => to === state)} end="from" label={t('arrowsIn')} />,
    leave: (
      <>
        <ArrowList arrows={DIAGRAM.filter(({ from }) => from === state)} end="to" label={t('arrowsOut')} />
        <NotDrawn state={state} rules={rules} />
      </>
    ),
    tools: <SocketLines state={state} />,
  };
  return (
    <section aria-labelledby={headingId} className="card flex min-w-0 flex-col gap-4 p-5">
      <div>
        <h2 id={headingId} className="font-mono text-xl font-bold text-client">
          {state}
        </h2>
        <p className="text-sm text-muted">
          {t('rfcName', SPELLINGS[state])} · <SectionLink section="3.3.2" />
        </p>
      </div>
      {PARTS.map((part) => (
        <div key={part} className="flex min-w-0 flex-col gap-1">
          <h3 className="text-sm font-bold text-muted">{t(`parts.${part}`)}</h3>
          <p>{words[part]}</p>
          {own[part]}
        </div>
      ))}
      {words.linux && (
        <p className="rounded-xl bg-sunken p-3 text-sm">
          <strong>{t('linux')}</strong> {words.linux}
        </p>
      )}
      <Link href={`/learn/rules?state=${state}`} className="self-start py-2 text-client underline underline-offset-2">
        {t('rulesOfState', { count: RULES.filter((rule) => fits(rule, { state, topic: null })).length, state })}
      </Link>
    </section>
  );
}

/** As Figure 5 leaves them out. */
function NotDrawn({ state, rules }: Omit<StatePanelProps, 'headingId'>) {
  const t = useTranslations('learn');
  const ways = waysOutNotDrawn(state);
  return ways.length === 0 ? null : (
    <p className="text-sm">
      <span className="text-muted">{t('notDrawn')}</span>{' '}
      {ways.map(({ id, next }) => (
        <span key={id} className="mr-3 inline-block">
          <Link href={hrefOfRule(id)} className="text-client underline underline-offset-2">
            {rules[id].name}
          </Link>{' '}
          → <Code>{next}</Code>
        </span>
      ))}
    </p>
  );
}

function SocketLines({ state }: { readonly state: State }) {
  return socketTexts(state).map((text) => <Terminal key={text} text={text} />);
}

function Terminal({ text }: { readonly text: string }) {
  const [command = ''] = text.split('\n');
  return (
    <section
      aria-label={command}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
      tabIndex={0}
      className="mt-1 overflow-x-auto rounded-lg border border-line bg-stripe px-3 py-2"
    >
      <pre className="font-mono text-xs leading-relaxed">{text}</pre>
    </section>
  );
}
