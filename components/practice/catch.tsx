'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { Catching } from '#game/practice/catch.ts';
import { pointsOf } from '#game/practice/judged.ts';
import { actsOf } from '#game/practice/turns.ts';
import type { Role } from '#game/tcp/vocabulary.ts';
import { Button } from '#components/button.tsx';
import { STRONG_TAG } from '#components/code.tsx';
import { type Moment, momentsAlong } from '#components/ladder/moments.ts';
import { CatchOver } from './catch-over.tsx';
import type { CatchProps } from './catch-props.ts';
import { CatchQuestion } from './catch-question.tsx';
import { CatchVerdict } from './catch-verdict.tsx';
import { DeskTop, Table } from './table.tsx';

/** Two bots play; one says of each move whether it is legal. */
export function Catch(props: CatchProps) {
  const { catching, isEnded, scenarioName } = props;
  const t = useTranslations('practice');
  const names: Readonly<Record<Role, string>> = { client: t('catch.bots.client'), server: t('catch.bots.server') };
  const moments = useMemo(() => momentsOfCatching(catching), [catching]);
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

function momentsOfCatching({ turns, phase }: Catching): readonly Moment[] {
  return momentsAlong(
    turns.map((turn, n) => ({
      connection: turn.play.connection,
      told: turn.told,
      acts: actsOf(turn, phase === 'asked' && n === turns.length - 1),
    })),
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
