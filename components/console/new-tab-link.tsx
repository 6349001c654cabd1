import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LOOKS } from '#components/button.tsx';

type NewTabLinkProps = {
  readonly href: string;
  readonly look?: 'quiet' | 'text';
  readonly label?: string;
  readonly className?: string;
  readonly children: ReactNode;
};

/** Leads elsewhere and leaves the console where it is. */
export function NewTabLink({ href, look = 'quiet', label, className = '', children }: NewTabLinkProps) {
  const t = useTranslations('console');
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      aria-label={label && `${label}, ${t('newTab')}`}
      className={`inline-flex items-center gap-1 ${LOOKS[look]} ${className}`}
    >
      {children}
      <span aria-hidden="true">↗</span>
      {label ? null : <span className="sr-only">, {t('newTab')}</span>}
    </a>
  );
}
