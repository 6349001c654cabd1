import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '#components/button.tsx';
import { Card } from './card.tsx';
import { Copyable } from './copyable.tsx';
import { Trouble, type TroubleCode } from './trouble.tsx';

type MakeCodeProps = {
  /** Shown once, when it has just been made. */
  readonly code: string | null;
  readonly trouble: TroubleCode | null;
  readonly onMake: () => void;
};

export function MakeCode({ code, trouble, onMake }: MakeCodeProps) {
  const t = useTranslations('account');
  return (
    <Card title={t('codeTitle')} text={t('codeText')}>
      {code ? <Copyable label={t('codeOnce')} text={code} /> : <MakeButton onMake={onMake} />}
      <Trouble trouble={trouble} />
    </Card>
  );
}

function MakeButton({ onMake }: Pick<MakeCodeProps, 'onMake'>) {
  const t = useTranslations('account');
  return (
    <Button look="quiet" className="self-start" onClick={onMake}>
      {t('codeMake')}
    </Button>
  );
}

type EnterCodeProps = { readonly trouble: TroubleCode | null; readonly onEnter: (code: string) => void };

export function EnterCode({ trouble, onEnter }: EnterCodeProps) {
  const t = useTranslations('recover');
  const id = useId();
  const [code, setCode] = useState('');
  function submit(event: FormEvent) {
    event.preventDefault();
    onEnter(code.trim());
  }
  return (
    <Card title={t('title')} text={t('text')}>
      <form onSubmit={submit} className="flex flex-col gap-1">
        <label htmlFor={id} className="text-sm font-semibold">
          {t('code')}
        </label>
        <div className="flex flex-wrap gap-2">
          <input
            id={id}
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className="min-h-11 min-w-0 flex-1 max-sm:basis-full rounded-xl border border-line-strong bg-card px-3 font-mono"
          />
          <Button look="quiet" type="submit" disabled={code.trim() === ''}>
            {t('submit')}
          </Button>
        </div>
      </form>
      <Trouble trouble={trouble} />
    </Card>
  );
}
