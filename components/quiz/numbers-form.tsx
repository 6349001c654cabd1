'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import type { Given } from '#game/quiz/vocabulary.ts';
import { Button, KeyHint } from '#components/button.tsx';
import { EMPTY_DRAFT, parseNumber, typeNumber } from '#components/composer/draft.ts';
import { useLetterKeys } from '#components/composer/letter-keys.ts';
import { NumberField } from '#components/composer/number-field.tsx';
import { Mark } from '#components/verdict/mark.tsx';
import { Code } from '#components/code.tsx';
import { useKeys } from '#components/use-keys.ts';
import { Unfinished } from './unfinished.tsx';

export type Numbers = Extract<Given, { type: 'numbers' }>;
type Field = 'seq' | 'ack';

type NumbersFormProps = {
  readonly hasAck: boolean;
  readonly given: Numbers | null;
  /** Null as long as nothing is judged. */
  readonly right: Numbers | null;
  /** As soon as every field has its number, and anew with each change. */
  readonly givesAtOnce: boolean;
  readonly onGive: (numbers: Numbers) => void;
};

/** SEQ and ACK, as the composer of a match asks for them. */
export function NumbersForm({ hasAck, given, right, givesAtOnce, onGive }: NumbersFormProps) {
  const t = useTranslations('quiz.numbers');
  const words = useTranslations('duel.composer');
  const [draft, setDraft] = useState({ ...EMPTY_DRAFT, seq: textOf(given?.seq), ack: textOf(given?.ack) });
  const form = useRef<HTMLFormElement>(null);
  const [hasLetters] = useLetterKeys();
  const fields: readonly Field[] = hasAck ? ['seq', 'ack'] : ['seq'];
  const focus = (field: Field) => form.current?.querySelector<HTMLElement>(`[name=${field}]`)?.focus();
  useKeys((event) => {
    const field = { q: 'seq', k: 'ack' }[event.key.toLowerCase()];
    if (!hasLetters || !field) return;
    event.preventDefault();
    focus(field as Field);
  });
  if (right && given) return <JudgedNumbers fields={fields} given={given} right={right} />;
  const missingIn = (one: typeof draft) => fields.find((field) => parseNumber(one[field]) === null);
  const give = (one: typeof draft) => onGive({ type: 'numbers', seq: Number(one.seq), ack: hasAck ? Number(one.ack) : null });
  const missing = missingIn(draft);
  const whatIsMissing = missing && words(draft[missing] === '' ? `missing.${missing}` : 'tooLarge', { field: missing });
  const type = (field: Field, text: string) => {
    const next = typeNumber(draft, field, text);
    setDraft(next);
    if (givesAtOnce && !missingIn(next)) give(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing) return focus(missing);
    give(draft);
  };
  return (
    <form ref={form} onSubmit={submit} className="flex flex-col gap-4">
      <div className="grid grid-cols-2 gap-2">
        {fields.map((field) => (
          <NumberField key={field} name={field} value={draft[field]} disabled={false} onType={(text) => type(field, text)} />
        ))}
      </div>
      {givesAtOnce ? (
        whatIsMissing && <Unfinished missing={whatIsMissing} hasEarlier={given !== null} />
      ) : (
        <Button look="main" type="submit" aria-disabled={missing !== undefined}>
          <span className="flex items-center justify-center gap-2">
            {whatIsMissing ?? t('check')}
            {!missing && <KeyHint>Enter</KeyHint>}
          </span>
        </Button>
      )}
    </form>
  );
}

function textOf(number: number | null | undefined): string {
  return number === null || number === undefined ? '' : String(number);
}

function JudgedNumbers({ fields, given, right }: { readonly fields: readonly Field[]; readonly given: Numbers; readonly right: Numbers }) {
  return (
    <div className="grid grid-cols-2 gap-2">
      {fields.map((field) => (
        <Mark key={field} isRight={given[field] === right[field]} label={field}>
          <Code>{given[field]}</Code>
        </Mark>
      ))}
    </div>
  );
}
