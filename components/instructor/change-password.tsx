import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '#components/pages/card.tsx';
import { SubmitForm } from '#components/pages/submit-form.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import { PasswordField } from './password-field.tsx';

type ChangePasswordProps = {
  /** Resolves to what is wrong, or to null. */
  readonly onChange: (current: string, next: string) => Promise<TroubleCode | null>;
};

export function ChangePassword({ onChange }: ChangePasswordProps) {
  const t = useTranslations('instructor');
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isChanged, setChanged] = useState(false);

  async function change() {
    setChanged(false);
    const trouble = await onChange(current, next);
    if (trouble) return trouble;
    setCurrent('');
    setNext('');
    setChanged(true);
    return null;
  }

  return (
    <Card title={t('changeTitle')} text={t('changeText')}>
      <SubmitForm label={t('change')} onSubmit={change}>
        <PasswordField label={t('current')} value={current} onWrite={setCurrent} />
        <PasswordField label={t('next')} value={next} onWrite={setNext} isNew />
        <output className="font-semibold text-good empty:hidden">{isChanged ? t('changed') : ''}</output>
      </SubmitForm>
    </Card>
  );
}
