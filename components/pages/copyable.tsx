import { useTranslations } from 'next-intl';
import { useId, useRef, useState } from 'react';
import { Button } from '#components/button.tsx';

type CopyableProps = { readonly label: string; readonly text: string; readonly copyLabel?: string };

/** A text to take elsewhere. */
export function Copyable({ label, text, copyLabel }: CopyableProps) {
  const t = useTranslations('copy');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'notCopied' | null>(null);

  async function copy() {
    field.current?.select();
    setOutcome((await copied(text)) ? 'copied' : 'notCopied');
  }

  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold wrap-anywhere">
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          ref={field}
          id={id}
          readOnly
          value={text}
          onFocus={(event) => event.target.select()}
          className="min-h-11 min-w-0 flex-1 max-sm:basis-full rounded-xl border border-line-strong bg-card px-3 font-mono text-sm"
        />
        <Button look="quiet" onClick={copy}>
          {copyLabel ?? t('copy')}
        </Button>
      </div>
      <output className="min-h-5 text-sm font-semibold">{outcome ? t(outcome) : ''}</output>
    </div>
  );
}

/** The clipboard is for secure pages alone, and a classroom's network has none: there the selection is copied. */
async function copied(text: string): Promise<boolean> {
  try {
    if (!navigator.clipboard) return document.execCommand('copy');
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
