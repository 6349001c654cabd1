import { useTranslations } from 'next-intl';
import { useId } from 'react';
import type { PartProps } from './setup-props.ts';

/** As the host measures it. */
const LONGEST = 60;

export function TitleField({ settings, onChange }: PartProps) {
  const t = useTranslations('sessions.setup');
  const hintId = useId();
  return (
    <label className="flex flex-col gap-1 text-sm font-semibold">
      {t('name')}
      <input
        value={settings.title}
        onChange={(event) => onChange({ ...settings, title: event.target.value })}
        required
        pattern=".*\S.*"
        maxLength={LONGEST}
        autoComplete="off"
        aria-describedby={hintId}
        className="min-h-12 w-full rounded-xl border border-line-strong bg-card px-3 text-lg font-semibold"
      />
      <span id={hintId} className="font-normal text-muted">
        {t('nameHint')}
      </span>
    </label>
  );
}
