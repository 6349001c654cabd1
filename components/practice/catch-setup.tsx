'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Level } from '#game/match/vocabulary.ts';
import { Button } from '#components/button.tsx';
import { Card } from '#components/pages/card.tsx';
import { LevelChoice } from '#components/pages/match-options.tsx';
import { playableAt, ScenarioChoice, type KnownScenario } from './scenario-choice.tsx';

type CatchChoice = { readonly scenario: string | null; readonly level: Level };

type CatchSetupProps = {
  readonly scenarios: readonly KnownScenario[];
  readonly onStart: (choice: CatchChoice) => void;
};

export function CatchSetup({ scenarios, onStart }: CatchSetupProps) {
  const t = useTranslations('practice.catch');
  const [{ scenario, level }, setChoice] = useState<CatchChoice>({ scenario: null, level: 1 });
  return (
    <Card title={t('setup')}>
      <LevelChoice level={level} onChoose={(to) => setChoice({ level: to, scenario: playableAt(scenarios, scenario, to) })} />
      <ScenarioChoice scenarios={scenarios} level={level} chosen={scenario} onChoose={(to) => setChoice({ level, scenario: to })} />
      <Button look="main" onClick={() => onStart({ scenario, level })}>
        {t('start')}
      </Button>
    </Card>
  );
}
