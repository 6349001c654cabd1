'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/button.tsx';
import { SubmitForm } from '#components/pages/submit-form.tsx';
import { TextField } from '#components/pages/text-field.tsx';

/** `address`: the script, as `fromAddress` reads it. */
export type OwnScenario = { readonly name: string; readonly address: string };

type MakeScenarioProps = {
  /** Whether there is anything to be asked in it. */
  readonly isPlayable: boolean;
  readonly own: readonly OwnScenario[];
  readonly hrefOf: (scenario: OwnScenario) => string;
  readonly onSave: (name: string) => void;
  readonly onForget: (scenario: OwnScenario) => void;
};

const NAME_MAX = 60;

/** What was done becomes a scenario of one's own, kept in this browser. */
export function MakeScenario({ isPlayable, own, hrefOf, onSave, onForget }: MakeScenarioProps) {
  const t = useTranslations('machine');
  const [name, setName] = useState('');
  const save = async () => {
    onSave(name.trim());
    setName('');
    return null;
  };
  return (
    <details>
      <summary className="min-h-8 cursor-pointer font-semibold">{t('makeScenario')}</summary>
      <p className="mb-2 text-sm text-muted">{t('makeText')}</p>
      {isPlayable ? (
        <SubmitForm label={t('save')} onSubmit={save}>
          <TextField label={t('name')} value={name} onWrite={setName} required maxLength={NAME_MAX} pattern=".*\S.*" />
        </SubmitForm>
      ) : (
        <p className="text-sm">{t('nothingYet')}</p>
      )}
      {own.length > 0 && <h3 className="mt-4 text-sm font-semibold">{t('own')}</h3>}
      <ul className="flex flex-col gap-1">
        {own.map((scenario) => (
          <li key={scenario.name} className="flex flex-wrap items-center justify-between gap-2">
            <span className="wrap-anywhere">{scenario.name}</span>
            <span className="flex gap-3">
              <Link href={hrefOf(scenario)} className="flex min-h-11 items-center text-sm font-semibold text-client underline">
                {t('play')}
              </Link>
              <Button look="text" onClick={() => onForget(scenario)}>
                {t('forget')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
