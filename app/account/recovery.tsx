'use client';

import { useState } from 'react';
import { EnterCode, MakeCode } from '#components/pages/recovery.tsx';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import type { MeAnswer, RecoveryAnswer } from '#protocol/api.ts';
import { ask, type Reply } from '../api.ts';
import { ensureGuest } from '../session.ts';
import { tellAllAnswers } from '../study/answers.ts';

export function GoElsewhere() {
  const [reply, setReply] = useState<Reply<RecoveryAnswer> | null>(null);
  const make = async () => {
    const guest = await ensureGuest();
    setReply(guest.ok ? await ask<RecoveryAnswer>('POST', 'me/recovery') : guest);
  };
  return <MakeCode code={reply?.ok ? reply.data.code : null} trouble={reply && !reply.ok ? reply.trouble : null} onMake={make} />;
}

export function ComeFromElsewhere() {
  const [trouble, setTrouble] = useState<TroubleCode | null>(null);
  const enter = async (code: string) => {
    await tellAllAnswers();
    const reply = await ask<MeAnswer>('POST', 'recover', { code });
    // The whole page begins anew: its link still speaks for the player that this browser was.
    if (reply.ok) window.location.reload();
    else setTrouble(reply.trouble);
  };
  return <EnterCode trouble={trouble} onEnter={enter} />;
}
