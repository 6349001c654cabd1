'use client';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/button.tsx';
import { Card } from '#components/pages/card.tsx';
import { LevelChoice } from '#components/pages/match-options.tsx';
import { Trouble } from '#components/pages/trouble.tsx';
import { ClassSelect } from './class-select.tsx';
import { withLevel } from './draft.ts';
import { HowPlayed } from './how-played.tsx';
import { Rehearse } from './rehearse.tsx';
import { Rounds } from './rounds.tsx';
import type { SetupProps } from './setup-props.ts';
import { Templates } from './templates.tsx';
import { TitleField } from './title-field.tsx';

/** A session in less than a minute: everything has a usual value, and the button is never far. */
export function SetupForm(props: SetupProps) {
  const { first, firstClass, scenarios, classes, isBusy, trouble, onCreate } = props;
  const t = useTranslations('sessions.setup');
  const [settings, setSettings] = useState(first);
  const [classId, setClassId] = useState(classes.some((one) => one.classId === firstClass) ? firstClass : null);
  const levelOf = (id: string) => scenarios.find((one) => one.id === id)?.level;
  const part = { settings, onChange: setSettings };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) onCreate(settings, classId, null);
  };
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <form onSubmit={submit} className="flex min-w-0 flex-col gap-5">
        <div className="card flex flex-col gap-5 p-5">
          <TitleField {...part} />
          <ClassSelect classes={classes} classId={classId} onChoose={setClassId} />
          <Button look="main" type="submit" aria-disabled={isBusy}>
            {t('create')}
          </Button>
          <p className="-mt-3 text-sm text-muted">{t('createNote')}</p>
          <Trouble trouble={trouble} />
        </div>
        <div className="card flex flex-col gap-5 p-5">
          <LevelChoice level={settings.level} onChoose={(level) => setSettings(withLevel(settings, level, levelOf))} />
          <Rounds {...part} scenarios={scenarios} mostRounds={props.mostRounds} />
        </div>
        <Card title={t('howTitle')}>
          <HowPlayed {...part} pairings={props.pairings} />
        </Card>
      </form>
      <div className="flex min-w-0 flex-col gap-5">
        <Templates {...props} {...part} />
        <Rehearse isBusy={isBusy} onStart={(bots) => onCreate(settings, null, bots)} />
      </div>
    </div>
  );
}
