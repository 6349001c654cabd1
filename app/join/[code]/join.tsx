'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { JoinForm, type Joiner } from '#components/session/join-form.tsx';
import { useCommand } from '../../command.ts';
import { useMe } from '../../session.ts';

/** Whoever is in already comes back as who they are. */
export function Join({ code }: { readonly code: string }) {
  const t = useTranslations('join');
  const router = useRouter();
  const me = useMe();
  const { busy, trouble, run } = useCommand();
  const join = (joiner: Joiner) =>
    run({ type: 'contest-join', code, ...joiner }, ({ contestId }) => router.replace(`/session/${contestId}`));
  const refusal = trouble ?? (me && !me.ok ? me.trouble : null);
  return (
    <>
      <JoinForm code={code} name={me?.ok ? me.data.name : null} busy={busy} trouble={refusal} onJoin={join} />
      <Link href="/join" className="self-start text-client underline">
        {t('otherCode')}
      </Link>
    </>
  );
}
