import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Main } from '#components/pages/main.tsx';
import { digitsIn, isWholeCode } from '#components/session/session-code.ts';
import { LinkNotices } from '../../notices.tsx';
import { PageHeader } from '../../page-header.tsx';
import { Words } from '../../words.tsx';
import { Join } from './join.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('join'))('title') };
}

/** Where the QR code on the wall leads. */
export default async function JoinByCodePage({ params }: { readonly params: Promise<{ readonly code: string }> }) {
  const code = digitsIn(decodeURIComponent((await params).code));
  if (!isWholeCode(code)) notFound();
  const t = await getTranslations('join');
  return (
    <Words names={['join']}>
      <PageHeader />
      <Main title={t('title')} intro={t('as')} narrow>
        <Join code={code} />
      </Main>
      <LinkNotices />
    </Words>
  );
}
