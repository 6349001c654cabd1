import { useTranslations } from 'next-intl';
import { ButtonLink } from './button-link.tsx';
import { Card } from './card.tsx';

/** The way for one who is alone. */
export function StudyAlone({ href }: { readonly href: string }) {
  const t = useTranslations('home');
  return (
    <Card title={t('studyTitle')} text={t('studyText')} className="sm:flex-row sm:items-center sm:justify-between">
      <ButtonLink look="quiet" href={href} className="shrink-0 self-start sm:self-center">
        {t('studyOpen')}
      </ButtonLink>
    </Card>
  );
}
