import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AskDialog } from '#components/ask-dialog.tsx';
import { Button } from '#components/button.tsx';
import { Card } from '#components/pages/card.tsx';
import { Select } from '#components/pages/select.tsx';
import type { ContestTemplate } from '#protocol/contest.ts';
import type { PartProps, SetupProps } from './setup-props.ts';

type TemplatesProps = PartProps & Pick<SetupProps, 'first' | 'templates' | 'isBusy' | 'onSave' | 'onDelete'>;

/** Settings that were kept: to begin with, to add to, to throw away. */
export function Templates({ settings, onChange, first, templates, isBusy, onSave, onDelete }: TemplatesProps) {
  const t = useTranslations('sessions.setup');
  const [chosenId, setChosenId] = useState('');
  const chosen = templates.find(({ templateId }) => templateId === chosenId);
  const choose = (id: string) => {
    setChosenId(id);
    onChange(templates.find(({ templateId }) => templateId === id)?.settings ?? first);
  };
  return (
    <Card title={t('templates')}>
      {templates.length > 0 ? (
        <Select
          label={t('startFrom')}
          options={[{ value: '', label: t('fresh') }, ...templates.map((one) => ({ value: one.templateId, label: one.settings.title }))]}
          value={chosen ? chosenId : ''}
          onChoose={choose}
        />
      ) : null}
      {chosen ? <Delete template={chosen} isBusy={isBusy} onDelete={onDelete} /> : null}
      <Save settings={settings} isBusy={isBusy} onSave={onSave} />
    </Card>
  );
}

function Save({ settings, isBusy, onSave }: Pick<TemplatesProps, 'settings' | 'isBusy' | 'onSave'>) {
  const t = useTranslations('sessions.setup');
  const [saved, setSaved] = useState<string | null>(null);
  const isNameless = settings.title.trim() === '';
  const save = async () => {
    setSaved(null);
    if (await onSave(settings)) setSaved(settings.title.trim());
  };
  return (
    <div className="flex flex-col gap-1">
      <Button look="quiet" aria-disabled={isBusy || isNameless} onClick={isBusy || isNameless ? undefined : save}>
        {t('save')}
      </Button>
      <p className="text-sm text-muted">{t('saveNote')}</p>
      <output className="text-sm font-semibold wrap-anywhere empty:hidden">{saved === null ? '' : t('saved', { title: saved })}</output>
    </div>
  );
}

type DeleteProps = Pick<TemplatesProps, 'isBusy' | 'onDelete'> & { readonly template: ContestTemplate };

function Delete({ template, isBusy, onDelete }: DeleteProps) {
  const t = useTranslations('sessions.setup');
  const console = useTranslations('console');
  const [isAsking, setIsAsking] = useState(false);
  const asked = {
    title: t('deleteAsk', { title: template.settings.title }),
    text: t('deleteText'),
    yes: t('deleteYes'),
    no: console('no'),
  };
  const yes = () => {
    setIsAsking(false);
    onDelete(template.templateId);
  };
  return (
    <>
      <Button look="text" aria-disabled={isBusy} onClick={isBusy ? undefined : () => setIsAsking(true)} className="self-start">
        {t('delete')}
      </Button>
      {isAsking ? <AskDialog asked={asked} onYes={yes} onNo={() => setIsAsking(false)} /> : null}
    </>
  );
}
