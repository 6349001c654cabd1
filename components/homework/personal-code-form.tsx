import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Card } from '#components/pages/card.tsx';
import { SubmitForm } from '#components/pages/submit-form.tsx';
import { TextField } from '#components/pages/text-field.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';

/** `onClaim` resolves to what is wrong, or to null. */
export function PersonalCodeForm({ onClaim }: { readonly onClaim: (personal: string) => Promise<TroubleCode | null> }) {
  const t = useTranslations('homework.code');
  const [personal, setPersonal] = useState('');
  return (
    <Card title={t('title')} text={t('text')}>
      <SubmitForm label={t('submit')} onSubmit={() => onClaim(personal)}>
        <TextField label={t('label')} required maxLength={40} autoComplete="off" value={personal} onWrite={setPersonal} />
      </SubmitForm>
    </Card>
  );
}
