import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SubmitForm } from '#components/pages/submit-form.tsx';
import { TextField } from '#components/pages/text-field.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { AccountLinkAnswer } from '#protocol/instructors.ts';
import { PasswordField } from './password-field.tsx';

export type Filled = { readonly email?: string; readonly name?: string; readonly password: string };

type AccountLinkFormProps = {
  readonly link: AccountLinkAnswer;
  /** Resolves to what is wrong, or to null. */
  readonly onFill: (filled: Filled) => Promise<TroubleCode | null>;
};

/** What a link that is good once asks for: all of it at the set-up, the name and the password at an invitation, else the password. */
export function AccountLinkForm({ link, onFill }: AccountLinkFormProps) {
  const t = useTranslations('account-link');
  const [email, setEmail] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const asksEmail = link.kind === 'set-up';
  const asksName = link.kind !== 'reset';
  const fill = () => onFill({ ...(asksEmail && { email }), ...(asksName && { name }), password });
  return (
    <div className="card p-5">
      <SubmitForm label={t(`submit.${link.kind}`)} onSubmit={fill}>
        <TextField
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          readOnly={!asksEmail}
          value={link.email ?? email}
          onWrite={setEmail}
          hint={asksEmail ? t('emailHint') : undefined}
        />
        {asksName ? (
          <TextField label={t('name')} autoComplete="name" required maxLength={60} value={name} onWrite={setName} hint={t('nameHint')} />
        ) : null}
        <PasswordField label={t('password')} value={password} onWrite={setPassword} isNew />
      </SubmitForm>
    </div>
  );
}
