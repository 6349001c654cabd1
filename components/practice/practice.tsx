'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo } from 'react';
import { pointsOf } from '#game/practice/judged.ts';
import { openIn } from '#game/practice/practice.ts';
import { Button } from '#components/button.tsx';
import { STRONG_TAG } from '#components/code.tsx';
import { BotsMove } from './bots-move.tsx';
import { momentsOfTurns } from './moments-of-turns.ts';
import { useNames } from './names.ts';
import { OwnMove } from './own-move.tsx';
import { OwnVerdict } from './own-verdict.tsx';
import { PracticeOver } from './practice-over.tsx';
import type { PracticeProps } from './practice-props.ts';
import { DeskTop, Table } from './table.tsx';
import { TakeBack } from './take-back.tsx';

/** One's own end against a bot: asked, judged, the bot's move to be looked at, and so on. */
export function Practice(props: PracticeProps) {
  const { practice, scenarioName } = props;
  const t = useTranslations('practice.board');
  const names = useNames(practice.settings.role);
  const moments = useMemo(() => momentsOfTurns(practice.turns, practice.phase === 'bots-move'), [practice]);
  return (
    <Table
      title={t('title', { scenario: scenarioName ?? t('hidden') })}
      moments={moments}
      names={names}
      hideStates={practice.settings.level === 3 && !props.isEnded}
    >
      {props.isEnded ? (
        <PracticeOver {...props} moments={moments} names={names} />
      ) : (
        <>
          <Top {...props} />
          <Desk {...props} />
        </>
      )}
    </Table>
  );
}

/** Each thing that is asked or told begins with a desk of its own. */
function Desk(props: PracticeProps): ReactNode {
  const { practice } = props;
  const { number, verdicts } = openIn(practice);
  const key = `${number} ${verdicts.length} ${practice.phase} ${practice.judged.length}`;
  switch (practice.phase) {
    case 'asked':
      return <OwnMove key={`${number} asked`} {...props} />;
    case 'verdict':
      return <OwnVerdict key={key} {...props} />;
    case 'bots-move':
    case 'called':
      return <BotsMove key={key} {...props} />;
    case 'over':
      return null;
    default:
      return practice.phase satisfies never;
  }
}

function Top({ practice, onStep, onEnd }: PracticeProps) {
  const t = useTranslations('practice.board');
  const { judged } = practice;
  const right = judged.filter((one) => one.right).length;
  const counts = { turn: openIn(practice).number + 1, right, count: judged.length, points: pointsOf(judged) };
  return (
    <DeskTop progress={t.rich('progress', { ...counts, ...STRONG_TAG })}>
      <TakeBack practice={practice} onTakeBack={(turn) => onStep({ type: 'take-back', turn })} />
      <Button look="text" onClick={onEnd}>
        {t('end')}
      </Button>
    </DeskTop>
  );
}
