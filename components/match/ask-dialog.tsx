'use client';
import { useTranslations } from 'next-intl';
import { AskDialog as Dialog } from '#components/ask-dialog.tsx';

export type Question = 'resign' | 'leave' | 'report';

type AskDialogProps = { readonly question: Question; readonly name: string; readonly onYes: () => void; readonly onNo: () => void };

/** The questions of a match. */
export function AskDialog({ question, name, onYes, onNo }: AskDialogProps) {
  const t = useTranslations('duel.ask');
  const asked = {
    title: t(`${question}.title`, { name }),
    text: t(`${question}.text`, { name }),
    yes: t(`${question}.yes`),
    no: t('no'),
  };
  return <Dialog asked={asked} onYes={onYes} onNo={onNo} />;
}
