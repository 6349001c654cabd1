'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { pointsOf } from '#game/practice/judged.ts';
import type { Role } from '#game/tcp/vocabulary.ts';
import { Button } from '#components/button.tsx';
import { STRONG_TAG } from '#components/code.tsx';
import { CatchOver } from './catch-over.tsx';
import type { CatchProps } from './catch-props.ts';
import { CatchQuestion } from './catch-question.tsx';
import { CatchVerdict } from './catch-verdict.tsx';
import { momentsOfTurns } from './moments-of-turns.ts';
import { DeskTop, Table } from './table.tsx';

/** Two bots play; one says of each move whether it is legal. */
export function Catch(props: CatchProps) {
  const { catching, isEnded, scenarioName } = props;
  const t = useTranslations('practice');
  const names: Readonly<Record<Role, string>> = { client: t('catch.bots.client'), server: t('catch.bots.server') };
  const moments = useMemo(() => momentsOfTurns(catching.turns, catching.phase === 'asked'), [catching]);
  const key = `${catching.calls.length} ${catching.phase}`;
  return (
    <Table
      title={t('catch.board', { scenario: scenarioName ?? t('board.hidden') })}
      moments={moments}
      names={names}
      hideStates={catching.settings.level === 3 && !isEnded}
    >
      {isEnded ? (
        <CatchOver {...props} />
      ) : (
        <>
          <Top {...props} />
          {catching.phase === 'asked' ? (
            <CatchQuestion key={key} {...props} names={names} />
          ) : (
            <CatchVerdict key={key} {...props} names={names} />
          )}
        </>
      )}
    </Table>
  );
}

function Top({ catching, onEnd }: CatchProps) {
  const t = useTranslations('practice');
  const { calls, phase } = catching;
  const right = calls.filter((one) => one.right).length;
  const counts = { move: calls.length + Number(phase === 'asked'), right, count: calls.length, points: pointsOf(calls) };
  return (
    <DeskTop progress={t.rich('catch.progress', { ...counts, ...STRONG_TAG })}>
      <Button look="text" onClick={onEnd}>
        {t('board.end')}
      </Button>
    </DeskTop>
  );
}
