import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SubmitForm } from '#components/pages/submit-form.tsx';
import { TextField } from '#components/pages/text-field.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { StudentRow } from '#protocol/classes.ts';

export type TypedStudent = { readonly name: string; readonly email: string; readonly number: string };

type StudentFormProps = {
  /** Null for a new one. */
  readonly student: StudentRow | null;
  /** Resolves to what is wrong, or to null. */
  readonly onSave: (typed: TypedStudent) => Promise<TroubleCode | null>;
};

export function StudentForm({ student, onSave }: StudentFormProps) {
  const t = useTranslations('classes');
  const [name, setName] = useState(student?.name ?? '');
  const [number, setNumber] = useState(student?.number ?? '');
  const [email, setEmail] = useState(student?.email ?? '');
  const optional = t('student.optional');
  return (
    <SubmitForm label={t('student.save')} onSubmit={() => onSave({ name, email, number })}>
      <TextField label={t('roster.name')} required autoComplete="off" value={name} onWrite={setName} />
      <TextField label={t('roster.number')} hint={optional} autoComplete="off" value={number} onWrite={setNumber} />
      <TextField label={t('roster.email')} hint={optional} inputMode="email" autoComplete="off" value={email} onWrite={setEmail} />
    </SubmitForm>
  );
}
