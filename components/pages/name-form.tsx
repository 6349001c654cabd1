import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/button.tsx';
import { Trouble, type TroubleCode } from './trouble.tsx';

type NameFormProps = {
  /** Null while it is not known yet. */
  readonly name: string | null;
  /** Resolves to what is wrong with the name, or to null. */
  readonly onSave: (name: string) => Promise<TroubleCode | null>;
  /** Resolves to a name that nobody is asked to keep; null where there is none to be had. */
  readonly onIdea: () => Promise<string | null>;
};

export function NameForm({ name, onSave, onIdea }: NameFormProps) {
  const t = useTranslations('account');
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<TroubleCode | 'saved' | null>(null);
  const shown = typed ?? name ?? '';
  const isChanged = typed !== null && typed.trim() !== name;

  function change(next: string | null) {
    setTyped(next);
    setOutcome(null);
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    const trouble = await onSave(shown);
    setOutcome(trouble ?? 'saved');
    if (!trouble) setTyped(null);
  }

  return (
    <form onSubmit={save} className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-semibold">
        {t('name')}
      </label>
      <div className="flex flex-wrap gap-2">
        <input
          id={id}
          value={shown}
          onChange={(event) => change(event.target.value)}
          disabled={name === null}
          autoComplete="nickname"
          spellCheck={false}
          aria-describedby={`${id}-hint`}
          className="min-h-11 min-w-0 flex-1 max-sm:basis-full rounded-xl border border-line-strong bg-card px-3 font-semibold"
        />
        <Button look="quiet" disabled={name === null} onClick={async () => change(await onIdea())}>
          {t('idea')}
        </Button>
        <Button look="quiet" type="submit" disabled={!isChanged}>
          {t('save')}
        </Button>
      </div>
      <p id={`${id}-hint`} className="text-sm text-muted">
        {t('nameHint')} <output className="font-semibold text-good">{outcome === 'saved' ? t('saved') : ''}</output>
      </p>
      <Trouble trouble={outcome === 'saved' ? null : outcome} />
    </form>
  );
}
