'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { State } from '#game/tcp/vocabulary.ts';
import { Button } from '#components/button.tsx';
import { Code } from '#components/code.tsx';
import { StateChain } from './state-chain.tsx';
import { Unfinished } from './unfinished.tsx';

type OrderFormProps = {
  readonly states: readonly State[];
  readonly given: readonly State[] | null;
  /** Null as long as nothing is judged. */
  readonly right: readonly State[] | null;
  /** As soon as all are placed, and anew with each change. */
  readonly givesAtOnce: boolean;
  readonly onGive: (states: readonly State[]) => void;
};

/** States are pressed in the order in which they come; what is placed can still be moved. */
export function OrderForm({ states, given, right, givesAtOnce, onGive }: OrderFormProps) {
  const t = useTranslations('quiz.order');
  const [placed, setPlaced] = useState<readonly State[]>(given ?? []);
  const [said, setSaid] = useState('');
  if (right) return <JudgedOrder given={given ?? []} right={right} />;
  const isWhole = placed.length === states.length;
  const change = (next: readonly State[], state: State) => {
    setPlaced(next);
    setSaid(next.includes(state) ? t('placed', { state, place: next.indexOf(state) + 1 }) : t('taken', { state }));
    if (givesAtOnce && next.length === states.length) onGive(next);
  };
  const whatIsMissing = t('missing', { count: states.length - placed.length });
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-muted">{t('how')}</p>
      <Pool states={states} placed={placed} onToggle={(state) => change(toggled(placed, state), state)} />
      <PlacedList placed={placed} onMove={(from, to) => change(moved(placed, from, to), placed[from] as State)} />
      <p role="status" className="sr-only">
        {said}
      </p>
      {givesAtOnce ? (
        !isWhole && <Unfinished missing={whatIsMissing} hasEarlier={given !== null} />
      ) : (
        <Button look="main" aria-disabled={!isWhole} onClick={() => isWhole && onGive(placed)}>
          {isWhole ? t('check') : whatIsMissing}
        </Button>
      )}
    </div>
  );
}

type PoolProps = { readonly states: readonly State[]; readonly placed: readonly State[]; readonly onToggle: (state: State) => void };

function Pool({ states, placed, onToggle }: PoolProps) {
  const t = useTranslations('quiz.order');
  return (
    // biome-ignore lint/a11y/useSemanticElements: the question above is its legend.
    <div role="group" aria-label={t('pool')} className="grid grid-cols-2 gap-2 sm:grid-cols-3">
      {states.map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={placed.includes(state)}
          onClick={() => onToggle(state)}
          className="flex min-h-13 items-center justify-center gap-2 rounded-xl border border-line-strong bg-card px-2 shadow-card hover:border-ink aria-pressed:border-client aria-pressed:bg-client-soft"
        >
          {placed.includes(state) && <span className="font-bold text-client tabular-nums">{placed.indexOf(state) + 1}</span>}
          <Code className="text-sm">{state}</Code>
        </button>
      ))}
    </div>
  );
}

type PlacedListProps = { readonly placed: readonly State[]; readonly onMove: (from: number, to: number) => void };

function PlacedList({ placed, onMove }: PlacedListProps) {
  const t = useTranslations('quiz.order');
  if (placed.length < 2) return null;
  const MOVES = [
    { by: -1, sign: '↑', name: 'up' },
    { by: 1, sign: '↓', name: 'down' },
  ] as const;
  return (
    <ol aria-label={t('placedList')} className="card divide-y divide-line">
      {placed.map((state, index) => (
        <li key={state} className="flex items-center gap-2 py-1 pr-1 pl-4">
          <span className="w-5 text-muted tabular-nums">{index + 1}</span>
          <Code className="flex-1 text-sm">{state}</Code>
          {MOVES.map(({ by, sign, name }) => (
            <button
              key={name}
              type="button"
              aria-disabled={placed[index + by] === undefined}
              aria-label={t(name, { state })}
              onClick={() => placed[index + by] !== undefined && onMove(index, index + by)}
              className="size-11 rounded-lg text-lg hover:bg-sunken aria-disabled:text-line-strong"
            >
              {sign}
            </button>
          ))}
        </li>
      ))}
    </ol>
  );
}

function JudgedOrder({ given, right }: { readonly given: readonly State[]; readonly right: readonly State[] }) {
  const t = useTranslations('quiz');
  const isRight = given.join() === right.join();
  return (
    <div className={`rounded-xl border px-4 py-3 ${isRight ? 'border-good bg-good-soft' : 'border-bad bg-bad-soft'}`}>
      <p className={`text-sm font-semibold ${isRight ? 'text-good' : 'text-bad'}`}>
        {isRight ? '✓' : '✕'} {t('yourAnswer')}
      </p>
      <StateChain states={given} />
    </div>
  );
}

function toggled(placed: readonly State[], state: State): readonly State[] {
  return placed.includes(state) ? placed.filter((one) => one !== state) : [...placed, state];
}

function moved(placed: readonly State[], from: number, to: number): readonly State[] {
  return placed.toSpliced(from, 1).toSpliced(to, 0, placed[from] as State);
}
