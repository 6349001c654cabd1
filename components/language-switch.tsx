import { useTranslations } from 'next-intl';
import { LOCALES, type Locale } from '#protocol/locale.ts';

/** Each language in its own words, so that it is found by those who cannot read the other. */
const NAMES: Readonly<Record<Locale, string>> = { en: 'English', 'zh-CN': '简体中文' };

type LanguageSwitchProps = { readonly locale: Locale; readonly onChoose: (locale: Locale) => void };

export function LanguageSwitch({ locale, onChoose }: LanguageSwitchProps) {
  const t = useTranslations('header');
  return (
    <fieldset className="flex rounded-lg bg-sunken p-0.5 text-xs" aria-label={t('language')}>
      {LOCALES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === locale}
          onClick={() => onChoose(one)}
          className="min-h-8 rounded-md px-2 text-muted aria-pressed:bg-card aria-pressed:font-semibold aria-pressed:text-ink"
        >
          {NAMES[one]}
        </button>
      ))}
    </fieldset>
  );
}
