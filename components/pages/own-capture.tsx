import { useTranslations } from 'next-intl';
import { ButtonLink } from './button-link.tsx';
import { Card } from './card.tsx';

/** The way to real traffic. */
export function OwnCapture({ href }: { readonly href: string }) {
  const t = useTranslations('home');
  return (
    <Card title={t('captureTitle')} text={t('captureText')} className="sm:flex-row sm:items-center sm:justify-between">
      <ButtonLink look="quiet" href={href} className="shrink-0 self-start sm:self-center">
        {t('captureOpen')}
      </ButtonLink>
    </Card>
  );
}
