'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#components/button.tsx';
import { ExampleLadder } from '#components/learn/example-ladder.tsx';
import type { RuleId } from '#game/tcp/rules.ts';
import type { ExampleAnswer } from './examples/[rule]/route.ts';

type RuleExampleProps = { readonly id: RuleId; readonly title: string; readonly isOpen?: boolean };

/** The example of a rule: neither loaded nor drawn before it is opened. */
export function RuleExample({ id, title, isOpen = false }: RuleExampleProps) {
  const t = useTranslations('learn-pictures');
  const [isAsked, setAsked] = useState(isOpen);
  return (
    <details open={isOpen} onToggle={(event) => setAsked((before) => before || event.currentTarget.open)}>
      <summary className="min-h-6 cursor-pointer py-1 text-sm font-semibold">{t('example')}</summary>
      {isAsked && <Loaded id={id} title={title} />}
    </details>
  );
}

function Loaded({ id, title }: RuleExampleProps) {
  const t = useTranslations('learn-pictures');
  const locale = useLocale();
  const [example, ask] = useExample(id);
  if (example === 'waits') return <p className="text-sm text-muted">{t('waits')}</p>;
  if (example === 'failed')
    return (
      <p role="alert" className="flex flex-wrap items-center gap-3 text-sm">
        {t('failed')}
        <Button look="quiet" onClick={ask}>
          {t('again')}
        </Button>
      </p>
    );
  return (
    <ExampleLadder example={example} title={title} scenarioName={example.scenarioName?.[locale] ?? null} fileName={`last-ack-${id}`} />
  );
}

type Answer = ExampleAnswer | 'waits' | 'failed';

function useExample(id: RuleId): readonly [Answer, () => void] {
  const [answer, setAnswer] = useState<Answer>('waits');
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same again.
  useEffect(() => {
    const leaving = new AbortController();
    setAnswer('waits');
    fetchExample(id, leaving.signal).then(
      (next) => setAnswer(next),
      () => leaving.signal.aborted || setAnswer('failed'),
    );
    return () => leaving.abort();
  }, [id, round]);
  return [answer, () => setRound((before) => before + 1)];
}

async function fetchExample(id: RuleId, signal: AbortSignal): Promise<ExampleAnswer> {
  const response = await fetch(`/learn/examples/${id}`, { signal });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}
