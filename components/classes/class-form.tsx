import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SubmitForm } from '#components/pages/submit-form.tsx';
import { TextField } from '#components/pages/text-field.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';

export type ClassLimits = { readonly name: number; readonly term: number };

type ClassFormProps = {
  readonly name?: string;
  readonly term?: string;
  readonly limits: ClassLimits;
  readonly label: string;
  /** Resolves to what is wrong, or to null. */
  readonly onSave: (details: { readonly name: string; readonly term: string }) => Promise<TroubleCode | null>;
};

/** The name and the term of a class, new or known. */
export function ClassForm({ name: known = '', term: knownTerm = '', limits, label, onSave }: ClassFormProps) {
  const t = useTranslations('classes.make');
  const [name, setName] = useState(known);
  const [term, setTerm] = useState(knownTerm);
  return (
    <SubmitForm label={label} onSubmit={() => onSave({ name, term })}>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField label={t('name')} required pattern=".*\S.*" maxLength={limits.name} autoComplete="off" value={name} onWrite={setName} />
        <TextField label={t('term')} hint={t('termHint')} maxLength={limits.term} autoComplete="off" value={term} onWrite={setTerm} />
      </div>
    </SubmitForm>
  );
}
