import { useTranslations } from 'next-intl';
import { Button } from '#components/button.tsx';
import { Select } from '#components/pages/select.tsx';
import { withRoundCount, withScenario } from './draft.ts';
import type { PartProps, SetupProps } from './setup-props.ts';

type RoundsProps = PartProps & Pick<SetupProps, 'scenarios' | 'mostRounds'>;

/** How many rounds, and what is played in each. */
export function Rounds({ settings, onChange, scenarios, mostRounds }: RoundsProps) {
  const t = useTranslations('sessions.setup');
  const offered = scenarios.filter(({ level }) => level <= settings.level).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <fieldset className="flex min-w-0 flex-col gap-3">
      <legend className="sr-only">{t('rounds')}</legend>
      <Count settings={settings} onChange={onChange} mostRounds={mostRounds} />
      <ol className="grid gap-3 sm:grid-cols-2">
        {settings.rounds.map((scenario, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a round is its number.
          <li key={index} className="min-w-0">
            <Select
              label={t('round', { round: index + 1 })}
              options={[{ value: '', label: t('draw') }, ...offered]}
              value={scenario ?? ''}
              onChoose={(id) => onChange(withScenario(settings, index, id || null))}
            />
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

function Count({ settings, onChange, mostRounds }: Omit<RoundsProps, 'scenarios'>) {
  const t = useTranslations('sessions.setup');
  const count = settings.rounds.length;
  const step = (by: number) => onChange(withRoundCount(settings, count + by));
  return (
    <div className="flex items-center gap-3">
      <span className="text-sm font-semibold">{t('roundCount')}</span>
      <Button look="quiet" aria-label={t('fewer')} disabled={count <= 1} onClick={() => step(-1)} className="w-11 text-lg">
        −
      </Button>
      <output className="w-6 text-center text-lg font-bold tabular-nums">{count}</output>
      <Button look="quiet" aria-label={t('more')} disabled={count >= mostRounds} onClick={() => step(1)} className="w-11 text-lg">
        +
      </Button>
    </div>
  );
}
