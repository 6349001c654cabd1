'use client';

import { useRouter } from 'next/navigation';
import { useMemo, useState } from 'react';
import type { DuelActions } from '#components/duel-props.ts';
import type { View } from '#game/match/view.ts';
import type { CommandType, Results } from '#protocol/commands.ts';
import type { Fault } from '#protocol/faults.ts';
import { send } from '../../link.ts';
import type { Body } from '../../outbox.ts';

/** What the player can do in a match, as commands; whether an answer is on its way, and why the last command of the turn was refused. */
export function useActions({ matchId, turns }: Pick<View, 'matchId' | 'turns'>) {
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<{ readonly fault: Fault; readonly turns: number } | null>(null);
  const turnCount = turns.length;

  const on = useMemo((): DuelActions => {
    async function run<T extends CommandType>(body: Body<T>, then?: (result: Results[T]) => void): Promise<void> {
      const answer = await send(body);
      setRefusal(answer.ok ? null : { fault: answer.fault, turns: turnCount });
      if (answer.ok) then?.(answer);
    }

    async function answerTurn(body: Body<'propose' | 'predict'>): Promise<void> {
      setSending(true);
      await run(body);
      setSending(false);
    }

    return {
      propose: (turn, seat, proposal) => void answerTurn({ type: 'propose', matchId, turn, seat, proposal }),
      predict: (turn, seat, prediction) => void answerTurn({ type: 'predict', matchId, turn, seat, prediction }),
      ready: (turn) => void run({ type: 'ready', matchId, turn }),
      leave: () => void run({ type: 'leave', matchId }, () => router.push('/')),
      resign: () => void run({ type: 'resign', matchId }),
      dispute: (turn, comment) => void run({ type: 'dispute', matchId, turn, comment }),
      rematch: () => void run({ type: 'rematch', matchId }, (made) => made.matchId && router.push(`/match/${made.matchId}`)),
      replaceIdle: () => void run({ type: 'replace-idle', matchId }),
      reportName: () => void run({ type: 'report-name', matchId }),
    };
  }, [matchId, turnCount, router]);

  return { on, sending, trouble: refusal?.turns === turnCount ? refusal.fault : null };
}
