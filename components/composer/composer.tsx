'use client';
import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import type { Level, Prediction, Proposal } from '#game/match/vocabulary.ts';
import type { Role, State } from '#game/tcp/vocabulary.ts';
import type { Edge } from '#components/duel-props.ts';
import { StateDiagram } from '#components/state-diagram/state-diagram.tsx';
import { useKeys } from '#components/use-keys.ts';
import {
  type Draft,
  EMPTY_DRAFT,
  flagOfKey,
  missingOf,
  needsAck,
  needsSeq,
  toggleData,
  toggleFlag,
  toggleNothing,
  toPrediction,
  toProposal,
  typeNumber,
} from './draft.ts';
import { FlagToggles } from './flag-toggles.tsx';
import { KeysHelp } from './keys-help.tsx';
import { useLetterKeys } from './letter-keys.ts';
import { NumberField } from './number-field.tsx';
import { SealButton } from './seal-button.tsx';

export type ComposerProps = {
  readonly role: Role;
  readonly level: Level;
  readonly edges: readonly Edge[];
  readonly sending: boolean;
  /** The match is paused: what is there stays, and nothing can be changed or sent. */
  readonly halted?: boolean;
} & (
  | { readonly mode: 'propose'; readonly here: State | null; readonly offered: number; readonly onSeal: (proposal: Proposal) => void }
  /** `whom`: whose move is predicted; their state is not known. */
  | { readonly mode: 'predict'; readonly whom: string; readonly onSeal: (prediction: Prediction) => void }
);

/** What goes out now and which state comes next: the move of one turn, put together and sealed. */
export function Composer(props: ComposerProps) {
  const { mode, role, level, sending, halted = false } = props;
  const isLocked = sending || halted;
  const t = useTranslations('duel.composer');
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const [hasLetters] = useLetterKeys();
  const section = useRef<HTMLElement>(null);
  const ids = { send: useId(), go: useId() };
  const hasNumbers = mode === 'propose' && level > 1;
  const offered = mode === 'propose' ? props.offered : 0;
  const here = mode === 'propose' ? props.here : null;

  function seal() {
    if (isLocked) return;
    if (missingOf(draft, hasNumbers) !== null) return focusMissing(section.current, draft, hasNumbers);
    if (props.mode === 'propose') sealWith(props.onSeal, toProposal(draft, hasNumbers));
    else sealWith(props.onSeal, toPrediction(draft));
  }

  useKeys((event) => {
    if (isLocked || (!hasLetters && event.key.length === 1)) return;
    const part = partOfKey(event.key);
    if (event.key === 'Enter') seal();
    else if (part) section.current?.querySelector<HTMLElement>(part)?.focus();
    else if (!changeByKey(event.key)) return;
    event.preventDefault();
  });

  function changeByKey(key: string): boolean {
    const flag = flagOfKey(key);
    if (flag) setDraft((now) => toggleFlag(now, flag));
    else if (key.toLowerCase() === 'n') setDraft(toggleNothing);
    else if (key.toLowerCase() === 'd' && offered > 0) setDraft(toggleData);
    else return false;
    return true;
  }

  return (
    <section ref={section} aria-label={t(mode === 'propose' ? 'title' : 'predictTitle')} className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 flex-col gap-3 overflow-x-clip px-4 pb-3 lg:overflow-y-auto lg:px-5">
        {mode === 'predict' && (
          <p className="rounded-xl bg-amber-soft px-3 py-2 text-sm text-amber">{t('predicting', { name: props.whom })}</p>
        )}
        <fieldset disabled={isLocked} className={halted ? 'opacity-50' : undefined}>
          <legend id={ids.send} className={`mb-2 text-xs font-bold tracking-wider text-muted ${mode === 'propose' ? 'uppercase' : ''}`}>
            {mode === 'propose' ? t('send') : t('predictSend', { name: props.whom })}
          </legend>
          <FlagToggles role={role} draft={draft} offered={offered} onChange={setDraft} />
          {hasNumbers && (
            <div className="mt-3 grid grid-cols-2 gap-2">
              <NumberField
                name="seq"
                value={draft.seq}
                disabled={!needsSeq(draft)}
                onType={(text) => setDraft(typeNumber(draft, 'seq', text))}
              />
              <NumberField
                name="ack"
                value={draft.ack}
                disabled={!needsAck(draft)}
                onType={(text) => setDraft(typeNumber(draft, 'ack', text))}
              />
            </div>
          )}
        </fieldset>
        <div className="flex flex-col lg:min-h-[22.5rem] lg:flex-1">
          <h3 id={ids.go} className={`mb-2 text-xs font-bold tracking-wider text-muted ${mode === 'propose' ? 'uppercase' : ''}`}>
            {mode === 'propose' ? t('go') : t('predictGo', { name: props.whom })}
          </h3>
          <StateDiagram
            role={role}
            edges={props.edges}
            here={here}
            chosen={draft.state}
            labelledBy={ids.go}
            disabled={isLocked}
            onChoose={(state) => setDraft((now) => ({ ...now, state }))}
          />
        </div>
        <KeysHelp hasNumbers={hasNumbers} hasData={offered > 0} />
      </div>
      <SealButton mode={mode} draft={draft} hasNumbers={hasNumbers} here={here} sending={sending} halted={halted} onSeal={seal} />
    </section>
  );
}

function sealWith<T>(onSeal: (answer: T) => void, answer: T | null): void {
  if (answer) onSeal(answer);
}

const PARTS = {
  seq: '[name=seq]',
  ack: '[name=ack]',
  state: '[role=radio][tabindex="0"]',
  segment: '[name=flag]',
  flags: '[name=flag]',
} as const;

function focusMissing(section: HTMLElement | null, draft: Draft, hasNumbers: boolean): void {
  const missing = missingOf(draft, hasNumbers);
  if (missing) section?.querySelector<HTMLElement>(PARTS[missing])?.focus();
}

/** Q and K lead to the numbers, G and the arrows to the states. */
function partOfKey(key: string): string | null {
  if (key.startsWith('Arrow')) return PARTS.state;
  const parts: Readonly<Record<string, string>> = { q: PARTS.seq, k: PARTS.ack, g: PARTS.state };
  return parts[key.toLowerCase()] ?? null;
}
