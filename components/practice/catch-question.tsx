'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef, useState } from 'react';
import type { MisconceptionId } from '#game/match/misconceptions.ts';
import { moveIn } from '#game/practice/catch.ts';
import { claimOf, stateAt } from '#game/practice/turns.ts';
import { Button, KeyHint } from '#components/button.tsx';
import { CODE_TAG } from '#components/code.tsx';
import { EventCard } from '#components/match/event-card.tsx';
import { TurnHeading } from '#components/match/turn-heading.tsx';
import { useKeys } from '#components/use-keys.ts';
import type { CatchDeskProps } from './catch-props.ts';
import { Claim } from './claim.tsx';

/** "Legal", or "illegal" and why. */
export function CatchQuestion({ catching, names, onStep }: CatchDeskProps) {
  const t = useTranslations('practice.catch');
  const [isIllegal, setIllegal] = useState(false);
  const { turn, ask, verdict } = moveIn(catching);
  const claim = claimOf(turn, verdict);
  const name = names[ask.at];
  return (
    <>
      <TurnHeading text={t('move', { move: catching.calls.length + 1, name })} />
      <div className="min-h-0 flex-1 space-y-3 p-4 pb-3 lg:overflow-y-auto lg:px-5">
        <EventCard ask={{ ...ask, offered: 0 }} name={name} state={null} />
        {catching.settings.level < 3 && (
          <p className="px-1 text-sm">{t.rich('from', { name, state: stateAt(turn, ask.at), ...CODE_TAG })}</p>
        )}
        {claim && <Claim label={t('claims', { name })} claim={claim} />}
        {isIllegal && <Why reasons={catching.reasons} onSay={(why) => onStep({ type: 'illegal', why })} onUndo={() => setIllegal(false)} />}
      </div>
      {!isIllegal && <Words onLegal={() => onStep({ type: 'legal' })} onIllegal={() => setIllegal(true)} />}
    </>
  );
}

function Words({ onLegal, onIllegal }: { readonly onLegal: () => void; readonly onIllegal: () => void }) {
  const t = useTranslations('practice.catch');
  useKeys((event) => {
    if (event.key === '1') onLegal();
    else if (event.key === '2') onIllegal();
  });
  return (
    <div className="sticky bottom-0 z-10 grid grid-cols-2 gap-2 border-t border-line bg-card px-4 pt-2 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:border-0 lg:px-5 lg:pb-5">
      <Button look="quiet" className="min-h-12 text-base font-semibold" onClick={onLegal}>
        ✓ {t('legal')} <KeyHint>1</KeyHint>
      </Button>
      <Button look="quiet" className="min-h-12 text-base font-semibold" onClick={onIllegal}>
        ✕ {t('illegal')} <KeyHint>2</KeyHint>
      </Button>
    </div>
  );
}

type WhyProps = {
  readonly reasons: readonly MisconceptionId[];
  readonly onSay: (why: MisconceptionId) => void;
  readonly onUndo: () => void;
};

/** What may be said against it. The focus comes here, where the buttons went away. */
function Why({ reasons, onSay, onUndo }: WhyProps) {
  const t = useTranslations('practice.catch');
  const names = useTranslations('misconceptions');
  const id = useId();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    section.current?.querySelector('button')?.focus({ preventScroll: true });
    section.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <section ref={section} aria-labelledby={id} className="space-y-2">
      <h3 id={id} className="text-sm font-semibold">
        {t('why')}
      </h3>
      <ul className="grid gap-2">
        {reasons.map((reason) => (
          <li key={reason}>
            <Button look="quiet" className="w-full text-left text-base" onClick={() => onSay(reason)}>
              {names(`${reason}.name`)}
            </Button>
          </li>
        ))}
      </ul>
      <Button look="text" onClick={onUndo}>
        {t('undo')}
      </Button>
    </section>
  );
}
