'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { Trouble } from '#components/pages/trouble.tsx';
import { Card } from '#components/pages/card.tsx';
import type { Behind } from '#components/reports/report-props.ts';
import { BehindHead, TurnsBehind } from '#components/reports/turns-behind.tsx';
import type { MasteryTurnsAnswer } from '#protocol/reports.ts';
import { readAsInstructor } from '../../../../instructor-session.ts';
import { useRead } from '../../../../read.ts';

type TurnsCardProps = { readonly path: string; readonly most: number; readonly behind: Behind; readonly onClose: () => void };

/** Comes into view and takes the focus: what was pressed stands further down. */
export function TurnsCard({ path, most, behind, onClose }: TurnsCardProps) {
  const t = useTranslations('reports.mastery');
  const place = useRef<HTMLDivElement>(null);
  const [reply] = useRead<MasteryTurnsAnswer>(`${path}/turns?${new URLSearchParams(behind.query)}`, readAsInstructor);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'start' });
  }, []);
  return (
    <div ref={place} tabIndex={-1} className="scroll-mt-4 outline-none">
      <Card title={t('behindTitle')}>
        <BehindHead label={behind.label} onClose={onClose} />
        <Trouble trouble={reply && !reply.ok ? reply.trouble : null} />
        {reply?.ok ? <TurnsBehind turns={reply.data.turns} most={most} /> : null}
      </Card>
    </div>
  );
}
