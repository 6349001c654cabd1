import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SubmitForm } from '#components/pages/submit-form.tsx';
import { TextField } from '#components/pages/text-field.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import { PasswordField } from './password-field.tsx';

type SignInFormProps = {
  /** Resolves to what is wrong, or to null. */
  readonly onSignIn: (email: string, password: string) => Promise<TroubleCode | null>;
};

export function SignInForm({ onSignIn }: SignInFormProps) {
  const t = useTranslations('instructor');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  return (
    <div className="card flex flex-col gap-4 p-5">
      <SubmitForm label={t('signIn')} onSubmit={() => onSignIn(email, password)}>
        <TextField label={t('email')} type="email" autoComplete="username" required value={email} onWrite={setEmail} />
        <PasswordField label={t('password')} value={password} onWrite={setPassword} />
      </SubmitForm>
      <p className="text-sm text-muted">{t('forgotten')}</p>
    </div>
  );
}
