import { useTranslations } from 'next-intl';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '#components/button.tsx';
import { TextField } from '#components/pages/text-field.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';
import { groupDigits } from './session-code.ts';

export type Joiner = { readonly name: string; readonly personal: string | null };

type JoinFormProps = {
  readonly code: string;
  /** By which one is known already; null while that is not known and nobody can join. */
  readonly name: string | null;
  readonly busy: boolean;
  readonly trouble: TroubleCode | null;
  readonly onJoin: (joiner: Joiner) => void;
};

/** Under which name, and, for those on a roster, as whom. */
export function JoinForm({ code, name, busy, trouble, onJoin }: JoinFormProps) {
  const t = useTranslations('join');
  const [typed, setTyped] = useState<string | null>(null);
  const [personal, setPersonal] = useState('');
  const shown = typed ?? name ?? '';
  function submit(event: FormEvent) {
    event.preventDefault();
    if (!busy && shown.trim() !== '') onJoin({ name: shown.trim(), personal: personal.trim() || null });
  }
  return (
    <form onSubmit={submit} className="card flex flex-col gap-5 p-5">
      <p className="text-muted">{t.rich('session', { code: groupDigits(code), b: STRONG })}</p>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        value={shown}
        onWrite={setTyped}
        autoComplete="nickname"
        disabled={name === null}
        isLarge
      />
      <details open={trouble === 'bad-personal-code' || undefined}>
        <summary className="flex min-h-11 cursor-pointer items-center text-sm font-semibold text-client">{t('personalAsk')}</summary>
        <div className="pt-2">
          <TextField label={t('personal')} hint={t('personalHint')} value={personal} onWrite={setPersonal} autoComplete="off" isLarge />
        </div>
      </details>
      <Trouble trouble={trouble} />
      <Button look="main" type="submit" aria-disabled={busy || shown.trim() === ''}>
        {t('join')}
      </Button>
    </form>
  );
}

const STRONG = (chunks: ReactNode) => <strong className="font-mono text-xl tracking-wider text-ink">{chunks}</strong>;
