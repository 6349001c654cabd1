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

export type Numbers = Extract<Given, { type: 'numbers' }>;
type Field = 'seq' | 'ack';

type NumbersFormProps = {
  readonly hasAck: boolean;
  readonly given: Numbers | null;
  /** Null as long as nothing is judged. */
  readonly right: Numbers | null;
  readonly onGive: (numbers: Numbers) => void;
};

/** SEQ and ACK, as the composer of a match asks for them. */
export function NumbersForm({ hasAck, given, right, onGive }: NumbersFormProps) {
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
  const missing = fields.find((field) => parseNumber(draft[field]) === null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing) return focus(missing);
    onGive({ type: 'numbers', seq: Number(draft.seq), ack: hasAck ? Number(draft.ack) : null });
  };
  return (
    <form ref={form} onSubmit={submit} className="flex flex-col gap-4">
      <div className="grid grid-cols-2 gap-2">
        {fields.map((field) => (
          <NumberField
            key={field}
            name={field}
            value={draft[field]}
            disabled={false}
            onType={(text) => setDraft(typeNumber(draft, field, text))}
          />
        ))}
      </div>
      <Button look="main" type="submit" aria-disabled={missing !== undefined}>
        <span className="flex items-center justify-center gap-2">
          {missing ? words(draft[missing] === '' ? `missing.${missing}` : 'tooLarge', { field: missing }) : t('check')}
          {!missing && <KeyHint>Enter</KeyHint>}
        </span>
      </Button>
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
