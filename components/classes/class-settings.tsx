import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/button.tsx';
import { Card } from '#components/pages/card.tsx';
import { TextField } from '#components/pages/text-field.tsx';
import { Trouble, type TroubleCode } from '#components/pages/trouble.tsx';
import type { ClassSummary } from '#protocol/classes.ts';
import { ClassForm, type ClassLimits } from './class-form.tsx';

type ClassSettingsProps = {
  readonly known: ClassSummary;
  readonly limits: ClassLimits;
  /** Each resolves to what went wrong, or to null. */
  readonly onChange: (change: Partial<Pick<ClassSummary, 'name' | 'term' | 'archived' | 'boardOpen'>>) => Promise<TroubleCode | null>;
  readonly onDelete: (name: string) => Promise<TroubleCode | null>;
};

export function ClassSettings({ known, limits, onChange, onDelete }: ClassSettingsProps) {
  const t = useTranslations('classes.settings');
  const [isSaved, setSaved] = useState(false);

  async function save(details: { readonly name: string; readonly term: string }) {
    setSaved(false);
    const trouble = await onChange(details);
    setSaved(!trouble);
    return trouble;
  }

  return (
    <>
      <Card title={t('title')}>
        <ClassForm name={known.name} term={known.term} limits={limits} label={t('save')} onSave={save} />
        <output className="text-sm font-semibold text-good empty:hidden">{isSaved ? t('saved') : ''}</output>
      </Card>
      <Board boardOpen={known.boardOpen} onChange={onChange} />
      <Archive archived={known.archived} onChange={onChange} />
      <DeleteClass name={known.name} onDelete={onDelete} />
    </>
  );
}

function Board({ boardOpen, onChange }: Pick<ClassSummary, 'boardOpen'> & Pick<ClassSettingsProps, 'onChange'>) {
  const t = useTranslations('classes.settings');
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);
  return (
    <Card title={t('boardTitle')} text={t(boardOpen ? 'boardOpen' : 'boardClosed')}>
      <Trouble trouble={trouble} />
      <Button look="quiet" className="self-start" onClick={async () => setTrouble(await onChange({ boardOpen: !boardOpen }))}>
        {boardOpen ? t('closeBoard') : t('openBoard')}
      </Button>
    </Card>
  );
}

function Archive({ archived, onChange }: Pick<ClassSummary, 'archived'> & Pick<ClassSettingsProps, 'onChange'>) {
  const t = useTranslations('classes.settings');
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);
  return (
    <Card title={t('archiveTitle')} text={t('archiveText')}>
      <Trouble trouble={trouble} />
      <Button look="quiet" className="self-start" onClick={async () => setTrouble(await onChange({ archived: !archived }))}>
        {archived ? t('unarchive') : t('archive')}
      </Button>
    </Card>
  );
}

function DeleteClass({ name, onDelete }: Pick<ClassSummary, 'name'> & Pick<ClassSettingsProps, 'onDelete'>) {
  const t = useTranslations('classes.settings');
  const [typed, setTyped] = useState('');
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);
  return (
    <Card title={t('deleteTitle')} text={t('deleteText')}>
      <TextField label={t('deleteConfirm', { name })} autoComplete="off" value={typed} onWrite={setTyped} />
      <Trouble trouble={trouble} />
      <Button
        look="danger"
        className="self-start disabled:opacity-50"
        disabled={typed.trim() !== name}
        onClick={async () => setTrouble(await onDelete(typed))}
      >
        {t('delete')}
      </Button>
    </Card>
  );
}
