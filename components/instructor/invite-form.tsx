import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Select } from '#components/pages/select.tsx';
import { SubmitForm } from '#components/pages/submit-form.tsx';
import { TextField } from '#components/pages/text-field.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { InstructorRole } from '#protocol/instructors.ts';

const ROLES = ['instructor', 'admin'] as const satisfies readonly InstructorRole[];

type InviteFormProps = {
  /** Resolves to what is wrong, or to null. */
  readonly onInvite: (email: string, role: InstructorRole) => Promise<TroubleCode | null>;
};

export function InviteForm({ onInvite }: InviteFormProps) {
  const t = useTranslations('admin');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<InstructorRole>('instructor');

  async function invite() {
    const trouble = await onInvite(email, role);
    if (!trouble) setEmail('');
    return trouble;
  }

  return (
    <SubmitForm label={t('invite')} onSubmit={invite}>
      <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
        <TextField label={t('email')} type="email" autoComplete="off" required value={email} onWrite={setEmail} />
        <Select label={t('role')} options={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))} value={role} onChoose={setRole} />
      </div>
    </SubmitForm>
  );
}
