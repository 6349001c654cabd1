import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Card } from '#components/pages/card.tsx';

const SHOWN = ['mastery', 'streak', 'accuracy', 'weak', 'due'] as const;

/** For somebody who has not answered anything: what will be here, and the way to it. */
export function NothingYet({ learnHref }: { readonly learnHref: string }) {
  const t = useTranslations('progress.empty');
  return (
    <Card title={t('title')} text={t('text')} className="max-w-2xl">
      <ul className="list-disc space-y-1 pl-5">
        {SHOWN.map((one) => (
          <li key={one}>{t(`shown.${one}`)}</li>
        ))}
      </ul>
      <ButtonLink look="main" href={learnHref} className="sm:w-auto! sm:self-start sm:px-8">
        {t('start')}
      </ButtonLink>
    </Card>
  );
}
