import { useTranslations } from 'next-intl';
import { BOT_STRENGTHS, type BotStrength, LEVELS, type Level } from '#game/match/vocabulary.ts';
import type { Option } from './choice.tsx';
import { Choice } from './choice.tsx';
import { Select } from './select.tsx';

export function LevelChoice({ level, onChoose }: { readonly level: Level; readonly onChoose: (level: Level) => void }) {
  const t = useTranslations('levels');
  const options = LEVELS.map((value) => ({ value, label: t('name', { level: value }), note: t(`note.${value}`) }));
  return <Choice legend={t('legend')} options={options} value={level} onChoose={onChoose} className="sm:grid-cols-3" />;
}

type StrengthChoiceProps = {
  readonly strength: BotStrength;
  /** Where it does not stand on a card about bots. */
  readonly label?: string;
  readonly onChoose: (strength: BotStrength) => void;
};

export function StrengthChoice({ strength, label, onChoose }: StrengthChoiceProps) {
  const t = useTranslations('bots');
  const options = BOT_STRENGTHS.map((value) => ({ value, label: t('nameAndNote', { name: t(value), note: t(`note.${value}`) }) }));
  return <Select label={label ?? t('legend')} options={options} value={strength} onChoose={onChoose} />;
}

/** What is played and how fast. Null is "the host draws", and untimed play. */
export type Terms = { readonly scenario: string | null; readonly turnSeconds: number | null };

type TermsChoiceProps = {
  readonly terms: Terms;
  /** Those of the level, each with its name. */
  readonly scenarios: readonly Option<string>[];
  readonly onChoose: (terms: Terms) => void;
};

const SECONDS = [15, 30, 60, 120] as const;

export function TermsChoice({ terms, scenarios, onChoose }: TermsChoiceProps) {
  const t = useTranslations('time');
  const home = useTranslations('home');
  const times = [
    ...SECONDS.map((seconds) => ({ value: String(seconds), label: t('seconds', { seconds }) })),
    { value: '', label: t('untimed') },
  ];
  return (
    <div className="grid gap-4 sm:grid-cols-[3fr_2fr]">
      <Select
        label={home('scenario')}
        options={[{ value: '', label: home('anyScenario') }, ...scenarios]}
        value={terms.scenario ?? ''}
        onChoose={(id) => onChoose({ ...terms, scenario: id || null })}
      />
      <Select
        label={t('label')}
        options={times}
        value={String(terms.turnSeconds ?? '')}
        onChoose={(seconds) => onChoose({ ...terms, turnSeconds: seconds ? Number(seconds) : null })}
      />
    </div>
  );
}
