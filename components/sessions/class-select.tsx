import { useTranslations } from 'next-intl';
import { Select } from '#components/pages/select.tsx';
import type { ClassChoice } from './setup-props.ts';

type ClassSelectProps = {
  readonly classes: readonly ClassChoice[];
  readonly classId: string | null;
  readonly onChoose: (classId: string | null) => void;
};

/** Whoever has no class is not asked for one. */
export function ClassSelect({ classes, classId, onChoose }: ClassSelectProps) {
  const t = useTranslations('sessions.setup');
  if (classes.length === 0) return null;
  const options = classes.map(({ classId: value, name, term }) => ({ value, label: term ? `${name} · ${term}` : name }));
  return (
    <Select
      label={t('class')}
      options={[{ value: '', label: t('noClass') }, ...options]}
      value={classId ?? ''}
      onChoose={(chosen) => onChoose(chosen || null)}
    />
  );
}
