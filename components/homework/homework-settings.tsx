import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AskDialog } from '#components/ask-dialog.tsx';
import { Button } from '#components/button.tsx';
import { Card } from '#components/pages/card.tsx';
import { SubmitForm } from '#components/pages/submit-form.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';
import type { HomeworkChange, HomeworkSummary } from '#protocol/homework.ts';
import { TitleAndDue } from './title-and-due.tsx';

type HomeworkSettingsProps = {
  readonly known: HomeworkSummary;
  readonly maxTitle: number;
  /** Each resolves to what went wrong, or to null. */
  readonly onChange: (change: HomeworkChange) => Promise<TroubleCode | null>;
  readonly onWithdraw: () => Promise<TroubleCode | null>;
};

export function HomeworkSettings({ known, maxTitle, onChange, onWithdraw }: HomeworkSettingsProps) {
  return (
    <>
      <Change known={known} maxTitle={maxTitle} onChange={onChange} />
      <Withdraw title={known.title} onWithdraw={onWithdraw} />
    </>
  );
}

/** `dueAt` null: the field is not filled in. */
type Typed = { readonly title: string; readonly dueAt: number | null };

/** A due date that stays as it was is not sent: it may be past. */
function Change({ known, maxTitle, onChange }: Omit<HomeworkSettingsProps, 'onWithdraw'>) {
  const t = useTranslations('class-homework.page');
  const [typed, setTyped] = useState<Typed>({ title: known.title, dueAt: known.dueAt });
  const [isSaved, setSaved] = useState(false);

  async function save(): Promise<TroubleCode | null> {
    const { title, dueAt } = typed;
    setSaved(false);
    if (dueAt === null) return null;
    const trouble = await onChange({ title, ...(dueAt === known.dueAt ? {} : { dueAt }) });
    setSaved(!trouble);
    return trouble;
  }

  return (
    <Card title={t('changeTitle')}>
      <SubmitForm label={t('save')} onSubmit={save}>
        <TitleAndDue title={typed.title} dueAt={typed.dueAt} maxTitle={maxTitle} onChange={(change) => setTyped({ ...typed, ...change })} />
      </SubmitForm>
      <output className="text-sm font-semibold text-good empty:hidden">{isSaved ? t('saved') : ''}</output>
    </Card>
  );
}

function Withdraw({ title, onWithdraw }: { readonly title: string } & Pick<HomeworkSettingsProps, 'onWithdraw'>) {
  const t = useTranslations('class-homework.page');
  const [isAsking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);
  const asked = { title: t('withdrawAsk', { title }), text: t('withdrawText'), yes: t('withdrawYes'), no: t('withdrawNo') };
  const withdraw = async () => {
    setAsking(false);
    setTrouble(await onWithdraw());
  };
  return (
    <Card title={t('withdrawTitle')} text={t('withdrawText')}>
      <Trouble trouble={trouble} />
      <Button look="danger" className="self-start" onClick={() => setAsking(true)}>
        {t('withdraw')}
      </Button>
      {isAsking ? <AskDialog asked={asked} onYes={() => void withdraw()} onNo={() => setAsking(false)} /> : null}
    </Card>
  );
}
