import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { isAsked, type View } from '#game/match/view.ts';
import { Button } from '#components/button.tsx';
import { ButtonLink } from './button-link.tsx';

/** In the order in which they come. */
export const HINTS = ['welcome', 'event', 'compose', 'sealed', 'verdict', 'predict', 'again', 'end'] as const;
export type Hint = (typeof HINTS)[number];

/** The first two are read, the others come with what happens. */
const TO_READ: readonly Hint[] = ['welcome', 'event'];

/** What to tell somebody who plays for the first time and has read so many hints. */
export function hintFor(view: View, read: number): Hint {
  const turn = view.turns.at(-1);
  if (view.ended) return 'end';
  if (!turn) return 'welcome';
  if (turn.closed) return 'verdict';
  if (view.viewer === 'spectator' || turn.sealed[view.viewer]) return 'sealed';
  if (!isAsked(turn, view.viewer)) return 'predict';
  return turn.turn === 0 ? (TO_READ[read] ?? 'compose') : 'again';
}

type TutorialHintsProps = { readonly hint: Hint; readonly onNext: () => void; readonly onSkip: () => void };

/** Stands over the match, always as high, so that the board stays where it is. */
export function TutorialHints({ hint, onNext, onSkip }: TutorialHintsProps) {
  const t = useTranslations('tutorial');
  const section = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new hint is brought into sight on a page that was scrolled.
  useEffect(() => void section.current?.scrollIntoView({ block: 'nearest' }), [hint]);
  return (
    <section ref={section} aria-label={t('label')} className="border-b border-client-faint bg-client-soft px-4 py-2 max-sm:text-sm sm:px-6">
      <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-6 gap-y-1">
        <p aria-live="polite" className="min-h-15 flex-[1_1_20rem] sm:min-h-12">
          {t(hint)}
        </p>
        <div className="flex items-center gap-4">
          {TO_READ.includes(hint) ? (
            <Button look="quiet" onClick={onNext}>
              {t('next')}
            </Button>
          ) : null}
          {hint === 'end' ? (
            <ButtonLink look="quiet" href="/">
              {t('toHome')}
            </ButtonLink>
          ) : (
            <Button look="text" onClick={onSkip}>
              {t('skip')}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
