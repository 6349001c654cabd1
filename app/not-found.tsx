import { useTranslations } from 'next-intl';
import { Problem } from './problem.tsx';

export default function NotFound() {
  const t = useTranslations('problems');
  return <Problem title={t('notFoundTitle')} text={t('notFoundText')} />;
}
