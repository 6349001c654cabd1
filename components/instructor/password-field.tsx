import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { TextField } from '#components/pages/text-field.tsx';

type PasswordFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onWrite: (value: string) => void;
  /** Whether it is chosen here: then it is said how long it has to be. */
  readonly isNew?: boolean;
};

/** A password, which can be looked at before it is sent: nobody has to type it twice. */
export function PasswordField({ label, value, onWrite, isNew = false }: PasswordFieldProps) {
  const t = useTranslations('instructor');
  const [isShown, setShown] = useState(false);
  return (
    <div className="flex flex-col gap-1">
      <TextField
        label={label}
        value={value}
        onWrite={onWrite}
        hint={isNew ? t('passwordHint') : undefined}
        type={isShown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        required
      />
      <label className="flex min-h-11 items-center gap-2 self-start text-sm">
        <input type="checkbox" checked={isShown} onChange={() => setShown(!isShown)} className="size-4 accent-client" />
        {t('show')}
      </label>
    </div>
  );
}
