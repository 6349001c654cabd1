'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BotStrength, Level } from '#game/match/vocabulary.ts';
import { ROLES, type Role } from '#game/tcp/vocabulary.ts';
import { Button } from '#components/button.tsx';
import { Card } from '#components/pages/card.tsx';
import { Choice } from '#components/pages/choice.tsx';
import { LevelChoice, StrengthChoice } from '#components/pages/match-options.tsx';
import { playableAt, ScenarioChoice, type KnownScenario } from './scenario-choice.tsx';

type PracticeChoice = {
  /** Null is "draw one". */
  readonly scenario: string | null;
  readonly level: Level;
  readonly role: Role;
  readonly bot: BotStrength;
  readonly hints: boolean;
};

type PracticeSetupProps = {
  readonly scenarios: readonly KnownScenario[];
  readonly onStart: (choice: PracticeChoice) => void;
};

export function PracticeSetup({ scenarios, onStart }: PracticeSetupProps) {
  const t = useTranslations('practice.setup');
  const [choice, setChoice] = useState<PracticeChoice>({ scenario: null, level: 1, role: 'client', bot: 'novice', hints: true });
  const change = (to: Partial<PracticeChoice>) => setChoice({ ...choice, ...to });
  const { scenario, level, role, bot, hints } = choice;
  return (
    <Card title={t('title')}>
      <LevelChoice level={level} onChoose={(to) => change({ level: to, scenario: playableAt(scenarios, scenario, to) })} />
      <ScenarioChoice scenarios={scenarios} level={level} chosen={scenario} onChoose={(to) => change({ scenario: to })} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Choice
          legend={t('role')}
          options={ROLES.map((value) => ({ value, label: t(`roles.${value}`) }))}
          value={role}
          onChoose={(to) => change({ role: to })}
          className="grid-cols-2"
        />
        <Choice
          legend={t('hints')}
          options={(['on', 'off'] as const).map((value) => ({ value, label: t(value) }))}
          value={hints ? 'on' : 'off'}
          onChoose={(to) => change({ hints: to === 'on' })}
          className="grid-cols-2"
        />
      </div>
      <StrengthChoice label={t('bot')} strength={bot} onChoose={(to) => change({ bot: to })} />
      <Button look="main" onClick={() => onStart(choice)}>
        {t('start')}
      </Button>
    </Card>
  );
}
