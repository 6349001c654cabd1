import { useTranslations } from 'next-intl';
import { Choice } from '#components/pages/choice.tsx';
import { Select } from '#components/pages/select.tsx';
import { LOCALES, type Locale } from '#protocol/locale.ts';
import { withTurnSeconds } from './draft.ts';
import type { PartProps, SetupProps } from './setup-props.ts';

const SECONDS = [30, 45, 60, 90, 120, 180] as const;
/** Each language in its own words. */
const LANGUAGES: Readonly<Record<Locale, string>> = { en: 'English', 'zh-CN': '简体中文' };

/** Time, points, pairs and the language on the wall. */
export function HowPlayed({ settings, onChange, pairings }: PartProps & Pick<SetupProps, 'pairings'>) {
  const t = useTranslations('sessions.setup');
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Time settings={settings} onChange={onChange} />
        <Select
          label={t('locale')}
          options={LOCALES.map((value) => ({ value, label: LANGUAGES[value] }))}
          value={settings.locale}
          onChoose={(locale) => onChange({ ...settings, locale })}
        />
      </div>
      <Choice
        legend={t('pairing')}
        options={pairings.map((value) => ({ value, label: t(`pairings.${value}`), note: t(`pairingNotes.${value}`) }))}
        value={settings.pairing}
        onChoose={(pairing) => onChange({ ...settings, pairing })}
        className="sm:grid-cols-3"
      />
      <Speed settings={settings} onChange={onChange} />
    </>
  );
}

/** A template may have another time than those that are offered. */
function Time({ settings, onChange }: PartProps) {
  const t = useTranslations('sessions.setup');
  const { turnSeconds } = settings;
  const seconds = [...new Set([...SECONDS, ...(turnSeconds === null ? [] : [turnSeconds])])].sort((a, b) => a - b);
  const options = seconds.map((one) => ({ value: String(one), label: t('seconds', { seconds: one }) }));
  return (
    <Select
      label={t('time')}
      options={[...options, { value: '', label: t('untimed') }]}
      value={String(turnSeconds ?? '')}
      onChoose={(chosen) => onChange(withTurnSeconds(settings, chosen ? Number(chosen) : null))}
    />
  );
}

function Speed({ settings, onChange }: PartProps) {
  const t = useTranslations('sessions.setup');
  const isUntimed = settings.turnSeconds === null;
  return (
    <label className="flex min-h-11 cursor-pointer items-start gap-3 has-disabled:cursor-default has-disabled:text-muted">
      <input
        type="checkbox"
        checked={settings.speedPoints}
        disabled={isUntimed}
        onChange={(event) => onChange({ ...settings, speedPoints: event.target.checked })}
        className="mt-1 size-4 shrink-0 accent-client"
      />
      <span>
        <span className="block font-semibold">{t('speed')}</span>
        <span className="block text-sm text-muted">{t(isUntimed ? 'untimedSpeed' : 'speedNote')}</span>
      </span>
    </label>
  );
}
