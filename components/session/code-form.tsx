import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/button.tsx';
import { digitsIn, groupDigits, isWholeCode } from './session-code.ts';

/** One large field for the six digits on the wall. */
export function CodeForm({ onCode }: { readonly onCode: (code: string) => void }) {
  const t = useTranslations('join');
  const id = useId();
  const [digits, setDigits] = useState('');
  const isWhole = isWholeCode(digits);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (isWhole) onCode(digits);
  }
  return (
    <form onSubmit={submit} className="card flex flex-col gap-4 p-5">
      <label htmlFor={id} className="text-sm font-semibold">
        {t('code')}
      </label>
      <input
        id={id}
        value={groupDigits(digits)}
        onChange={(event) => setDigits(digitsIn(event.target.value))}
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
        placeholder="000 000"
        className="min-h-20 w-full min-w-0 rounded-xl border border-line-strong bg-card text-center font-mono text-5xl font-bold tracking-wider tabular-nums placeholder:font-normal placeholder:text-line-strong"
      />
      <Button look="main" type="submit" aria-disabled={!isWhole}>
        {t('next')}
      </Button>
    </form>
  );
}
