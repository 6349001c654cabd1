'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#components/button.tsx';
import { Dialog } from '#components/dialog.tsx';
import { Select } from '#components/pages/select.tsx';
import type { InstructorView, PairRow } from '#protocol/contest.ts';
import { tableOf } from './pair-order.ts';
import { ShowOnWall } from './show-on-wall.tsx';

type TurnForWallProps = { readonly pair: PairRow; readonly shown: InstructorView['shown'] };

/** Any turn of a pair that has been judged, for the wall. Nothing before the first. */
export function TurnForWall({ pair, shown }: TurnForWallProps) {
  const t = useTranslations('console.wall');
  const [isOpen, setOpen] = useState(false);
  if (judgedTurns(pair) === 0) return null;
  return (
    <>
      <Button look="text" aria-label={t('choose', { table: tableOf(pair) })} onClick={() => setOpen(true)}>
        {t('wall')}
      </Button>
      {isOpen ? (
        <Dialog title={t('choose', { table: tableOf(pair) })} onClose={() => setOpen(false)}>
          <Turns pair={pair} shown={shown} onClose={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </>
  );
}

function Turns({ pair, shown, onClose }: TurnForWallProps & { readonly onClose: () => void }) {
  const t = useTranslations('console.wall');
  const [turn, setTurn] = useState(shown?.matchId === pair.matchId ? shown.turn : judgedTurns(pair) - 1);
  const options = Array.from({ length: judgedTurns(pair) }, (_, n) => ({ value: `${n}`, label: t('turn', { turn: n + 1 }) }));
  return (
    <div className="flex flex-col gap-4">
      <Select label={t('which')} options={options} value={`${turn}`} onChoose={(value) => setTurn(Number(value))} />
      <div className="flex flex-wrap justify-end gap-2">
        <ShowOnWall shown={shown} matchId={pair.matchId} turn={turn} />
        <Button look="quiet" onClick={onClose}>
          {t('done')}
        </Button>
      </div>
    </div>
  );
}

/** The open turn is not judged yet, and its answer is for nobody to see. */
function judgedTurns({ turn, turns, isOver }: PairRow): number {
  return isOver ? turns : Math.max(0, turn - 1);
}
