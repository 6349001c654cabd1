'use client';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import type { ToldAct } from '#game/capture/acts.ts';
import { questionsIn } from '#game/capture/questions.ts';
import { ROLES, type Role } from '#game/tcp/vocabulary.ts';
import { Button } from '#components/button.tsx';
import { Card } from '#components/pages/card.tsx';
import { Choice } from '#components/pages/choice.tsx';
import type { PracticeSettings } from './practice.tsx';

type Ends = Role | 'both';

/** A match has no more: beyond that, what the same rules decide is asked once unless one wants it otherwise. */
const MANY = 24;

export function PracticeSetup({
  acts,
  onPlay,
}: {
  readonly acts: readonly ToldAct[];
  readonly onPlay: (settings: PracticeSettings) => void;
}) {
  const t = useTranslations('captures.play');
  const levels = useTranslations('levels');
  const [end, setEnd] = useState<Ends>('client');
  const [level, setLevel] = useState<1 | 2>(1);
  const ends = end === 'both' ? ROLES : [end];
  const every = useMemo(() => questionsIn(acts, { ends: ROLES, repeats: true }).length, [acts]);
  const [repeats, setRepeats] = useState<'every' | 'new'>(every > MANY ? 'new' : 'every');
  const settings: PracticeSettings = { ends, level, repeats: repeats === 'every' };
  const count = questionsIn(acts, settings).length;
  return (
    <Card title={t('title')} text={t('text')}>
      <Choice
        legend={t('end')}
        options={[...ROLES, 'both' as const].map((value) => ({ value, label: t(`ends.${value}`) }))}
        value={end}
        onChoose={setEnd}
        className="sm:grid-cols-3 lg:grid-cols-1"
      />
      <Choice
        legend={levels('legend')}
        options={([1, 2] as const).map((value) => ({ value, label: levels('name', { level: value }), note: levels(`note.${value}`) }))}
        value={level}
        onChoose={setLevel}
      />
      <Choice
        legend={t('repeats')}
        options={(['every', 'new'] as const).map((value) => ({ value, label: t(value) }))}
        value={repeats}
        onChoose={setRepeats}
      />
      <Button look="main" aria-disabled={count === 0} onClick={count === 0 ? undefined : () => onPlay(settings)}>
        {t('start', { count })}
      </Button>
    </Card>
  );
}
