import { useTranslations } from 'next-intl';
import { Card } from '#components/pages/card.tsx';
import { Copyable } from '#components/pages/copyable.tsx';
import { isHereAlone } from '#components/pages/here-alone.ts';
import { QrCode } from '#components/pages/qr-code.tsx';

/** The address of the students' page, to copy and to scan. */
export function HowTheyCome({ url }: { readonly url: string }) {
  const t = useTranslations('class-homework.page');
  return (
    <Card title={t('shareTitle')} text={t('shareText')}>
      <div className="grid items-center gap-5 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <div className="justify-self-center max-sm:w-44">
          <QrCode text={url} label={t('qr')} />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          {isHereAlone(url) ? <p className="rounded-xl bg-amber-soft p-3 text-sm text-amber">{t('onlyHere')}</p> : null}
          <Copyable label={t('address')} text={url} />
        </div>
      </div>
    </Card>
  );
}
