'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Button } from '#components/button.tsx';

export type Question = 'resign' | 'leave' | 'report';

type AskDialogProps = { readonly question: Question; readonly name: string; readonly onYes: () => void; readonly onNo: () => void };

/** Asks before something that cannot be taken back. */
export function AskDialog({ question, name, onYes, onNo }: AskDialogProps) {
  const t = useTranslations('duel.ask');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      onClose={onNo}
      aria-labelledby="ask-title"
      className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-card border border-line bg-card p-5 text-ink backdrop:bg-ink/40"
    >
      <h2 id="ask-title" className="text-lg font-bold">
        {t(`${question}.title`, { name })}
      </h2>
      <p className="mt-2 text-sm text-muted">{t(`${question}.text`, { name })}</p>
      <div className="mt-5 flex justify-end gap-2">
        <Button look="quiet" onClick={onNo}>
          {t('no')}
        </Button>
        <Button look="danger" onClick={onYes}>
          {t(`${question}.yes`)}
        </Button>
      </div>
    </dialog>
  );
}
