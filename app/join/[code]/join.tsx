'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { TroubleCode } from '#components/pages/trouble.tsx';
import { JoinForm, type Joiner } from '#components/session/join-form.tsx';
import type { RecoverSeatAnswer } from '#protocol/contest.ts';
import { ask } from '../../api.ts';
import { useCommand } from '../../command.ts';
import { useMe } from '../../session.ts';

/** Whoever is in already comes back as who they are. */
export function Join({ code }: { readonly code: string }) {
  const t = useTranslations('join');
  const router = useRouter();
  const me = useMe();
  const { busy, trouble, run } = useCommand();
  const [seatTrouble, setSeatTrouble] = useState<TroubleCode | null>(null);
  async function join(joiner: Joiner) {
    setSeatTrouble(null);
    const fault = await run({ type: 'contest-join', code, ...joiner }, ({ contestId }) => router.replace(`/session/${contestId}`));
    if (fault === 'student-is-in') setSeatTrouble(await comeBack(code, joiner));
  }
  const refusal = seatTrouble ?? trouble ?? (me && !me.ok ? me.trouble : null);
  return (
    <>
      <JoinForm code={code} name={me?.ok ? me.data.name : null} busy={busy} trouble={refusal} onJoin={join} />
      <Link href="/join" className="self-start text-client underline">
        {t('otherCode')}
      </Link>
    </>
  );
}

/** From another device. The whole page begins anew: its link still speaks for the player that this browser was. */
async function comeBack(code: string, { personal }: Joiner): Promise<TroubleCode | null> {
  const reply = await ask<RecoverSeatAnswer>('POST', 'recover/seat', { code, personal });
  if (!reply.ok) return reply.trouble;
  window.location.assign(`/session/${reply.data.contestId}`);
  return null;
}
