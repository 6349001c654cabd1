import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { HandshakePicture } from './handshake-picture.tsx';

/** What the game is, in one sentence and one picture. */
export function Welcome({ children }: { readonly children?: ReactNode }) {
  const t = useTranslations('home');
  return (
    <div className="grid items-center gap-6 md:grid-cols-[1fr_22rem]">
      <div className="flex flex-col gap-4">
        <h1 className="text-3xl font-bold tracking-tight text-balance sm:text-4xl">{t('title')}</h1>
        <p className="max-w-prose text-lg">{t('lead')}</p>
        <p className="text-muted">{t('facts')}</p>
        {children}
      </div>
      <HandshakePicture label={t('picture')} className="card w-full max-w-sm justify-self-center p-3 max-md:hidden" />
    </div>
  );
}
