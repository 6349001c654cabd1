import { useTranslations } from 'next-intl';
import { ButtonLink } from '#components/pages/button-link.tsx';
import { Card } from '#components/pages/card.tsx';

type WayProps = { readonly way: 'resume' | 'catchCard'; readonly href: string };

/** To what was begun, and to the other practice. */
export function Way({ way, href }: WayProps) {
  const t = useTranslations('practice');
  return (
    <Card title={t(`${way}.title`)} text={t(`${way}.text`)} className="sm:flex-row sm:items-center sm:justify-between">
      <ButtonLink look="quiet" href={href} className="shrink-0 self-start sm:self-center">
        {t(`${way}.open`)}
      </ButtonLink>
    </Card>
  );
}
