import { useTranslations } from 'next-intl';
import { TextField } from '#components/pages/text-field.tsx';
import { fromField, toField } from './due-date.ts';

type TitleAndDueProps = {
  readonly title: string;
  /** Null while the field is not filled in. */
  readonly dueAt: number | null;
  readonly maxTitle: number;
  readonly onChange: (change: { readonly title?: string; readonly dueAt?: number | null }) => void;
};

export function TitleAndDue({ title, dueAt, maxTitle, onChange }: TitleAndDueProps) {
  const t = useTranslations('class-homework.form');
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        required
        pattern=".*\S.*"
        maxLength={maxTitle}
        autoComplete="off"
        value={title}
        onWrite={(typed) => onChange({ title: typed })}
      />
      <TextField
        label={t('due')}
        hint={t('dueHint')}
        type="datetime-local"
        required
        value={dueAt === null ? '' : toField(dueAt)}
        onWrite={(typed) => onChange({ dueAt: fromField(typed) })}
      />
    </div>
  );
}
