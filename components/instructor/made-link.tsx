import { useFormatter, useTranslations } from 'next-intl';
import { Copyable } from '#components/pages/copyable.tsx';
import type { MadeLinkAnswer } from '#protocol/instructors.ts';

/** A link to hand over; the host tells it this once. */
export function MadeLink({ made: { account, path, expiresAt } }: { readonly made: MadeLinkAnswer }) {
  const t = useTranslations('admin');
  const until = useFormatter().dateTime(expiresAt, { dateStyle: 'long' });
  return (
    <div role="status" className="w-full rounded-xl bg-amber-soft p-4">
      <Copyable label={t('linkFor', { email: account.email })} text={window.location.origin + path} />
      <p className="text-sm text-amber">{t('linkOnce', { until })}</p>
    </div>
  );
}
